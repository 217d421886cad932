// SPDX-License-Identifier: Apache-2.0
#include "lsp/workspace.h"

#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "lsp/file_uri.h"

namespace emrlint::lsp {
namespace {

namespace fs = std::filesystem;

constexpr const char* kConfigName = "emrlint.toml";

Time system_now() {
  return at_minute(std::chrono::floor<std::chrono::minutes>(std::chrono::system_clock::now()));
}

// A document without a file is a folder of its own.
std::string folder_path(const std::string& path) {
  return path.starts_with('/') ? fs::path(path).parent_path().string() : path;
}

}  // namespace

std::optional<Error> Workspace::configure(const std::string& path) {
  reload_ = false;
  Result<Config> config = options_.load_config(path);
  if (!config) {
    const Error error = config.error();
    if (!config_) {
      Result<Config> built_in = options_.load_config({});
      if (built_in) config_ = *std::move(built_in);
      ++config_version_;
    }
    return error;
  }
  // Findings refer to waivers and settings of the configuration that goes.
  for (const auto& folder : folders_) folder.second->forget_reports();
  config_ = *std::move(config);
  config_path_ = path;
  own_as_of_ = config_->as_of;
  own_today_ = config_->today;
  ++config_version_;
  apply_clock();
  change_rules();
  return std::nullopt;
}

std::string Workspace::find_config(const std::string& document) const {
  std::error_code error;
  if (!root_.empty()) {
    const fs::path file = fs::path(root_) / kConfigName;
    return fs::is_regular_file(file, error) ? file.string() : std::string();
  }
  for (fs::path folder = fs::path(document).parent_path(); !folder.empty();
       folder = folder.parent_path()) {
    const fs::path file = folder / kConfigName;
    if (fs::is_regular_file(file, error)) return file.string();
    if (folder == folder.root_path()) break;
  }
  return {};
}

void Workspace::set_clock(Clock clock, std::optional<Time> now) {
  clock_ = clock;
  now_ = clock == Clock::kSystem ? system_now() : now;
  if (!config_) return;
  apply_clock();
  change_rules();
}

bool Workspace::tick() {
  if (clock_ != Clock::kSystem) return false;
  const Time now = system_now();
  if (now_ == now) return false;
  now_ = now;
  if (!config_) return false;
  apply_clock();
  change_rules();
  return true;
}

void Workspace::change_rules() {
  judge_again_ = true;
  ++rules_version_;
}

// Without a clock of the client's the configuration keeps its own.
void Workspace::apply_clock() {
  if (clock_ == Clock::kSystem && !now_) now_ = system_now();
  config_->as_of = clock_ == Clock::kNone ? own_as_of_ : now_;
  config_->today = clock_ == Clock::kNone ? own_today_ : now_;
}

Time Workspace::today() const { return config_ && config_->today ? *config_->today : system_now(); }

ChartFolder& Workspace::folder_of(const std::string& path) {
  const std::string folder = folder_path(path);
  std::unique_ptr<ChartFolder>& found = folders_[folder];
  if (found == nullptr) found = std::make_unique<ChartFolder>(folder, path.starts_with('/'));
  return *found;
}

void Workspace::open(const std::string& uri, std::int64_t version, std::string text) {
  close(uri);
  auto document = std::make_unique<OpenDocument>(
      OpenDocument{uri, path_of_uri(uri).value_or(uri), version, TextBuffer(std::move(text))});
  folder_of(document->path).open(document->path, document->buffer);
  documents_[uri] = std::move(document);
}

OpenDocument* Workspace::find(std::string_view uri) {
  const auto found = documents_.find(uri);
  return found == documents_.end() ? nullptr : found->second.get();
}

const OpenDocument* Workspace::by_path(std::string_view path) const {
  for (const auto& document : documents_) {
    if (document.second->path == path) return document.second.get();
  }
  return nullptr;
}

void Workspace::changed(const OpenDocument& document) {
  folder_of(document.path).open(document.path, document.buffer);
}

void Workspace::close(std::string_view uri) {
  const auto found = documents_.find(uri);
  if (found == documents_.end()) return;
  const std::string path = found->second->path;
  ChartFolder& folder = folder_of(path);
  folder.close(path);
  if (!folder.any_open()) folders_.erase(folder_path(path));
  documents_.erase(found);
}

void Workspace::changed_on_disk(const std::string& path) {
  const auto folder = folders_.find(folder_path(path));
  if (folder != folders_.end()) folder->second->changed_on_disk();
}

bool Workspace::stale() const {
  if (judge_again_) return true;
  for (const auto& folder : folders_) {
    if (folder.second->stale()) return true;
  }
  return false;
}

void Workspace::update(const ChartFolder::Progress& progress) {
  const Rules rules{options_.catalog, *config_};
  const bool all = std::exchange(judge_again_, false);
  for (const auto& folder : folders_) {
    if (all) folder.second->judge_again(rules, version_);
    folder.second->update(rules, options_.limits, version_, progress);
  }
}

Workspace::Found Workspace::chart_of(const OpenDocument& document) const {
  const auto folder = folders_.find(folder_path(document.path));
  if (folder == folders_.end()) return {};
  const auto file = folder->second->find(document.path);
  if (!file) return {};
  return {folder->second.get(), folder->second->group_of(*file), *file};
}

}  // namespace emrlint::lsp
