// SPDX-License-Identifier: Apache-2.0
#include "ledger/seen_units.h"

#include <sys/stat.h>
#include <xxhash.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>
#include <system_error>
#include <utility>

#include "ledger/unit_hash.h"
#include "store/unfinished.h"

namespace emrlint::ledger {
namespace {

// Begins the file and tells it from one of another build or machine; its first bytes are a word.
constexpr std::string_view kBegin = "emrlint seen 1\n";

// File systems tell times no finer than that: a change right behind another one may not show.
constexpr std::int64_t kUnsure = 2'000'000'000;  // Nanoseconds.

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::uint64_t flags_of(const WorkUnit& unit) {
  return unit.folder + 2u * unit.gaps + 4u * unit.bulk;
}

}  // namespace

std::int64_t SeenUnits::system_clock() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

SeenUnits::SeenUnits(const std::string& store, std::string rules, Clock clock)
    : path_((std::filesystem::path(store) / "seen").string()),
      rules_(std::move(rules)),
      clock_(clock) {}

void SeenUnits::load() {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path_, error);
  if (error) return;
  std::string bytes(size, '\0');
  std::ifstream file(path_, std::ios::binary);
  if (!file.read(bytes.data(), static_cast<std::streamsize>(size))) return;
  const std::string begin = std::string(kBegin) + rules_ + "\n";
  std::uint64_t sum = 0;
  if (!bytes.starts_with(begin) || bytes.size() < begin.size() + sizeof sum) return;
  std::string_view rest(bytes);
  std::memcpy(&sum, rest.data() + rest.size() - sizeof sum, sizeof sum);
  rest.remove_suffix(sizeof sum);
  if (sum != XXH3_64bits(rest.data(), rest.size())) return;
  rest.remove_prefix(begin.size());
  known_.reserve(rest.size() / sizeof(Record));
  for (; rest.size() >= sizeof(Record); rest.remove_prefix(sizeof(Record))) {
    Record record;
    std::memcpy(&record, rest.data(), sizeof record);
    known_.emplace(record.id, record);
  }
}

std::optional<std::vector<WorkUnit>> SeenUnits::look_at(const std::vector<std::string>& files) {
  looks_.clear();
  looked_at_ = files;
  for (const std::string& path : looked_at_) {
    struct stat found = {};
    const std::int64_t looked = clock_();
    if (stat(path.c_str(), &found) != 0) continue;
    const std::int64_t changed = nanoseconds(found.st_ctim);
    const std::uint64_t shown[] = {found.st_ino, static_cast<std::uint64_t>(found.st_size),
                                   static_cast<std::uint64_t>(nanoseconds(found.st_mtim)),
                                   static_cast<std::uint64_t>(changed)};
    looks_[path] = {XXH3_64bits(shown, sizeof shown), shown[1], changed < looked - kUnsure};
  }
  if (known_.empty() || files.empty()) return std::nullopt;
  std::vector<WorkUnit> units;
  // All are the documents of one stay, or each is a unit by itself.
  const std::string* const end = files.data() + files.size();
  if (std::optional<WorkUnit> whole = known_unit(files.data(), end)) {
    units.push_back(*std::move(whole));
    return units;
  }
  for (const std::string& path : files) {
    std::optional<WorkUnit> unit = known_unit(&path, &path + 1);
    if (!unit) return std::nullopt;
    units.push_back(*std::move(unit));
  }
  return units;
}

std::optional<WorkUnit> SeenUnits::known_unit(const std::string* begin,
                                              const std::string* end) const {
  WorkUnit unit;
  for (const std::string& path : std::span(begin, end)) {
    const auto look = looks_.find(path);
    if (look == looks_.end()) return std::nullopt;
    InputFile& file = unit.files.emplace_back();
    file.path = file.uri = path;
    file.size = look->second.size;
  }
  const auto known = known_.find(id_of(place_of(unit)));
  if (known == known_.end() || look_of(unit) != known->second.look) return std::nullopt;
  unit.folder = known->second.flags & 1;
  unit.gaps = known->second.flags & 2;
  unit.bulk = known->second.flags & 4;
  return unit;
}

// None where one of its files cannot be relied on to show its next change.
std::optional<std::uint64_t> SeenUnits::look_of(const WorkUnit& unit) const {
  PieceHash hash;
  for (const InputFile& file : unit.files) {
    const auto look = looks_.find(file.path);
    if (file.line_at || look == looks_.end() || !look->second.reliable) return std::nullopt;
    hash.end(look->second.hash);
  }
  return hash.low64();
}

std::optional<std::string> SeenUnits::content(std::uint64_t id, const WorkUnit& unit) const {
  const auto known = known_.find(id);
  if (known == known_.end() || known->second.flags != flags_of(unit)) return std::nullopt;
  if (look_of(unit) != known->second.look) return std::nullopt;
  return std::string(known->second.content, sizeof known->second.content);
}

void SeenUnits::note(std::uint64_t id, const WorkUnit& unit, const std::string& content) {
  Record record = {id, 0, flags_of(unit), {}};
  const std::optional<std::uint64_t> look = look_of(unit);
  if (!look || !unit.problems.empty() || content.size() != sizeof record.content) return;
  record.look = *look;
  std::memcpy(record.content, content.data(), content.size());
  noted_.push_back(record);
}

std::optional<Error> SeenUnits::save() const {
  std::string bytes = std::string(kBegin) + rules_ + "\n";
  bytes.append(reinterpret_cast<const char*>(noted_.data()), noted_.size() * sizeof(Record));
  const std::uint64_t sum = XXH3_64bits(bytes.data(), bytes.size());
  bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path_).parent_path(), error);
  const std::string writing = store::unfinished(path_);
  std::ofstream file(writing, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (file && std::rename(writing.c_str(), path_.c_str()) == 0) return std::nullopt;
  std::remove(writing.c_str());
  return Error{path_ + "：无法写入", path_ + ": cannot be written", {}};
}

}  // namespace emrlint::ledger
