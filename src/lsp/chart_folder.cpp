// SPDX-License-Identifier: Apache-2.0
#include "lsp/chart_folder.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "reader/folder_listing.h"
#include "source/load.h"

namespace emrlint::lsp {
namespace {

// As far as sniffing looks.
constexpr std::size_t kHead = 256 * 1024;

std::optional<std::filesystem::file_time_type> written(const std::string& path) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(path, error);
  return error ? std::nullopt : std::optional(time);
}

bool same_claims(const Sniffed& a, const Sniffed& b) {
  return a.kind == b.kind && a.stay == b.stay && a.patient == b.patient && a.name == b.name &&
         a.complete == b.complete;
}

bool same_plan(const UnitPlan& a, const UnitPlan& b) {
  return a.files == b.files && a.folder == b.folder && a.gaps == b.gaps && a.bulk == b.bulk &&
         a.lines == b.lines;
}

// An editor that keeps the mark of UTF-8 counts it as a character: blanks take its place, so that
// every offset stays.
std::string without_mark(const std::string& text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  std::string copy = text;
  if (copy.starts_with(kMark)) copy.replace(0, kMark.size(), kMark.size(), ' ');
  return copy;
}

Sniffed sniff_text(const std::string& text, const std::string& path) {
  ByteStream stream = ByteStream::of(without_mark(text.substr(0, kHead)));
  return sniff(stream, path);
}

}  // namespace

std::optional<std::uint32_t> ChartFolder::find(std::string_view path) const {
  const auto found = std::lower_bound(
      files_.begin(), files_.end(), path,
      [](const FolderFile& file, std::string_view wanted) { return file.path < wanted; });
  if (found == files_.end() || found->path != path) return std::nullopt;
  return static_cast<std::uint32_t>(found - files_.begin());
}

const ChartFolder::Group* ChartFolder::group_of(std::uint32_t file) const {
  for (const auto& group : groups_) {
    const std::vector<std::uint32_t>& files = group->unit.plan().files;
    if (std::find(files.begin(), files.end(), file) != files.end()) return group.get();
  }
  return nullptr;
}

// A new file shifts the numbers of those behind it, so what is grouped by them goes.
FolderFile& ChartFolder::add(const std::string& path) {
  if (const auto known = find(path)) return files_[*known];
  groups_.clear();
  for (FolderFile& file : files_) file.unread = true;
  plan_again_ = true;
  const auto place = std::lower_bound(
      files_.begin(), files_.end(), path,
      [](const FolderFile& file, const std::string& wanted) { return file.path < wanted; });
  FolderFile& file = *files_.emplace(place);
  file.path = path;
  return file;
}

void ChartFolder::open(const std::string& path, const TextBuffer& text) {
  FolderFile& file = add(path);
  plan_again_ = plan_again_ || file.open == nullptr;  // Its chart may be one that was not read.
  file.open = &text;
  file.unsniffed = file.unread = stale_ = true;
}

void ChartFolder::close(const std::string& path) {
  const auto found = find(path);
  if (!found) return;
  FolderFile& file = files_[*found];
  file.open = nullptr;
  file.written.reset();
  changed_on_disk();
}

void ChartFolder::changed_on_disk() { list_again_ = plan_again_ = stale_ = true; }

bool ChartFolder::any_open() const {
  return std::any_of(files_.begin(), files_.end(),
                     [](const FolderFile& file) { return file.open != nullptr; });
}

void ChartFolder::list() {
  FolderListing listing;
  if (on_disk_) listing = list_folder(path_);
  const auto gone = [&](const FolderFile& file) {
    return file.open == nullptr &&
           !std::binary_search(listing.files.begin(), listing.files.end(), file.path);
  };
  if (std::any_of(files_.begin(), files_.end(), gone)) {
    groups_.clear();
    std::erase_if(files_, gone);
    for (FolderFile& file : files_) file.unread = true;
  }
  for (const std::string& path : listing.files) {
    FolderFile& file = add(path);
    if (file.open != nullptr) continue;
    const auto time = written(path);
    if (time == file.written && time) continue;
    file.written = time;
    file.unsniffed = file.unread = true;
  }
}

void ChartFolder::sniff_new_texts() {
  for (FolderFile& file : files_) {
    if (!std::exchange(file.unsniffed, false)) continue;
    Sniffed sniffed = file.open != nullptr ? sniff_text(file.open->text(), file.path)
                                           : sniff_file(file.path, false);
    plan_again_ = plan_again_ || !same_claims(sniffed, file.sniffed);
    file.sniffed = std::move(sniffed);
  }
}

bool ChartFolder::wanted(const UnitPlan& plan) const {
  const bool open = std::any_of(plan.files.begin(), plan.files.end(), [this](std::uint32_t file) {
    return files_[file].open != nullptr;
  });
  return open == (scope_ == Scope::kOpen);
}

// Charts that are made up as before keep what was read of them.
void ChartFolder::plan() {
  std::vector<Sniffed> sniffed;
  for (const FolderFile& file : files_) sniffed.push_back(file.sniffed);
  std::vector<std::unique_ptr<Group>> groups;
  for (UnitPlan& plan : plan_folder(sniffed)) {
    if (!wanted(plan)) continue;
    const auto same = std::find_if(groups_.begin(), groups_.end(), [&](const auto& group) {
      return group != nullptr && same_plan(group->unit.plan(), plan);
    });
    if (same != groups_.end()) {
      groups.push_back(std::move(*same));
      continue;
    }
    for (const std::uint32_t file : plan.files) files_[file].unread = true;
    groups.push_back(std::make_unique<Group>(std::move(plan)));
  }
  groups_ = std::move(groups);
}

std::size_t ChartFolder::unread() const {
  std::size_t count = 0;
  for (const auto& group : groups_) {
    for (const std::uint32_t file : group->unit.plan().files) count += files_[file].unread ? 1 : 0;
  }
  return count;
}

void ChartFolder::read(Group& group, std::uint32_t file, std::size_t index, const Limits& limits) {
  FolderFile& source = files_[file];
  source.unread = false;
  Loaded loaded = source.open != nullptr ? load(ByteStream::of(without_mark(source.open->text())),
                                                source.path, limits.bytes)
                                         : load_file(source.path, source.path, limits.bytes);
  group.unit.read(index, source.path, std::move(loaded), source.open != nullptr, limits);
  if (source.open == nullptr) source.lines = LineMap(group.unit.text(index));
}

void ChartFolder::update(const Rules& rules, const Limits& limits, std::uint64_t& version,
                         const Progress& progress) {
  if (!stale_) return;
  stale_ = false;
  if (std::exchange(list_again_, false)) list();
  sniff_new_texts();
  if (std::exchange(plan_again_, false)) plan();
  const std::size_t all = progress ? unread() : 0;
  std::size_t done = 0;
  for (const auto& group : groups_) {
    const std::vector<std::uint32_t>& files = group->unit.plan().files;
    bool fresh = group->version == 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (!files_[files[i]].unread) continue;
      fresh = true;
      read(*group, files[i], i, limits);
      if (progress) progress(++done, all);
    }
    if (!fresh) continue;
    group->unit.judge(rules, limits);
    group->version = ++version;
  }
}

void ChartFolder::forget_reports() {
  for (const auto& group : groups_) group->unit.forget_reports();
}

void ChartFolder::judge_again(const Rules& rules, std::uint64_t& version) {
  for (const auto& group : groups_) {
    if (group->version == 0) continue;
    group->unit.judge_again(rules);
    group->version = ++version;
  }
}

}  // namespace emrlint::lsp
