// SPDX-License-Identifier: Apache-2.0
#include "lsp/other_charts.h"

#include <cstddef>
#include <filesystem>
#include <set>
#include <utility>

#include "reader/folder_listing.h"

namespace emrlint::lsp {
namespace {

// A ward has some dozens of stays of some dozens of documents.
constexpr std::size_t kMostFolders = 500, kMostFiles = 3000;

}  // namespace

// The folders that hold files, the upper ones first.
void OtherCharts::walk() {
  std::set<std::string> seen;
  std::vector<std::string> level = roots_;
  std::size_t folders = 0, files = 0;
  cut_off_ = false;
  while (!level.empty()) {
    std::vector<std::string> below;
    for (const std::string& path : level) {
      const FolderListing listing = list_folder(path);
      cut_off_ = folders >= kMostFolders || files + listing.files.size() > kMostFiles;
      if (cut_off_) break;
      ++folders;
      files += listing.files.size();
      if (!listing.files.empty()) seen.insert(path);
      below.insert(below.end(), listing.folders.begin(), listing.folders.end());
    }
    if (cut_off_) break;
    level = std::move(below);
  }
  std::erase_if(folders_, [&](const auto& one) { return !seen.contains(one.first); });
  for (const std::string& path : seen) {
    std::unique_ptr<ChartFolder>& folder = folders_[path];
    if (folder == nullptr) {
      folder = std::make_unique<ChartFolder>(path, true, ChartFolder::Scope::kOthers);
    }
    folder->changed_on_disk();
  }
}

void OtherCharts::tell_what_is_open(const Workspace& open) {
  for (const auto& folder : folders_) {
    std::vector<std::string> closed;
    for (const FolderFile& file : folder.second->files()) {
      if (file.open != nullptr && open.by_path(file.path) == nullptr) closed.push_back(file.path);
    }
    for (const std::string& path : closed) folder.second->close(path);
  }
  for (const auto& one : open.documents()) {
    const OpenDocument& document = *one.second;
    const auto folder =
        folders_.find(std::filesystem::path(document.path).parent_path().string());
    if (folder != folders_.end()) folder->second->open(document.path, document.buffer);
  }
}

void OtherCharts::update(const Workspace& open, const Limits& limits,
                         const ChartFolder::Progress& progress) {
  const Rules rules{open.catalog(), open.config()};
  walk();
  tell_what_is_open(open);
  const bool all = std::exchange(rules_, open.rules_version()) != open.rules_version();
  for (const auto& folder : folders_) {
    if (all) folder.second->judge_again(rules, version_);
    folder.second->update(rules, limits, version_, progress);
  }
}

}  // namespace emrlint::lsp
