// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <unordered_set>
#include <utility>

#include "ledger/plan.h"

namespace emrlint::ledger {
namespace {

struct FreeState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

// Hashes pieces, each with its length, so that no two lists of pieces hash alike.
class PieceHash {
 public:
  PieceHash() : state_(XXH3_createState()) { XXH3_128bits_reset(state_.get()); }

  void piece(std::string_view bytes) {
    more(bytes);
    end(bytes.size());
  }
  void more(std::string_view bytes) {
    XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
  }
  void end(std::uint64_t length) { XXH3_128bits_update(state_.get(), &length, sizeof length); }

  XXH128_hash_t value() const { return XXH3_128bits_digest(state_.get()); }

 private:
  std::unique_ptr<XXH3_state_t, FreeState> state_;
};

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// A file as it lies there; the length tells one that cannot be read from an empty one.
void hash_file(const std::string& path, PieceHash& hash, std::string& buffer) {
  constexpr std::size_t kBlock = 256 * 1024;
  buffer.resize(kBlock);
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) return hash.end(~std::uint64_t{0});
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  std::uint64_t length = 0;
  while (const std::size_t got = std::fread(buffer.data(), 1, kBlock, file.get())) {
    hash.more({buffer.data(), got});
    length += got;
  }
  hash.end(length);
}

std::string absolute(const std::string& path) {
  std::error_code error;
  const std::filesystem::path full = std::filesystem::absolute(path, error);
  return error ? path : full.lexically_normal().string();
}

std::uint64_t id_of(const UnitPlace& place) {
  PieceHash hash;
  for (const std::string& path : place.paths) hash.piece(path);
  hash.end(place.line_at.value_or(InputFile::kNowhere));
  hash.end(place.first_line);
  return hash.value().low64;
}

std::string content_of(const WorkUnit& unit, std::string& buffer) {
  PieceHash hash;
  for (const InputFile& file : unit.files) {
    file.text ? hash.piece(*file.text) : hash_file(file.path, hash, buffer);
  }
  hash.end(unit.folder + 2 * unit.gaps + 4 * unit.bulk);
  const XXH128_hash_t value = hash.value();
  return fmt::format("{:016x}{:016x}", value.high64, value.low64);
}

// Shards read units again: what comes once, as from a pipe, is out of their reach.
std::optional<Problem> out_of_reach(const UnitPlace& place) {
  const auto problem = [&](const char* id, const char* zh, const char* en) {
    return Problem{Problem::Kind::kUnreadable, id, zh, en, place.paths.front(), {}, false};
  };
  if (place.line_at == InputFile::kNowhere) {
    return problem("line-out-of-reach", "非 UTF-8 的 NDJSON 不能分片读取：请先转为 UTF-8",
                   "lines of a file that is not UTF-8 cannot be read by shards: convert it");
  }
  std::error_code error;
  if (place.line_at || std::filesystem::is_regular_file(place.paths.front(), error) ||
      !std::filesystem::exists(place.paths.front(), error)) {
    return std::nullopt;
  }
  return problem("input-out-of-reach", "管道不能分片读取：请先存为文件",
                 "a pipe cannot be read by shards: save it as a file");
}

PlannedUnit planned(WorkUnit unit, std::string& buffer) {
  PlannedUnit planned;
  planned.problems = std::move(unit.problems);
  planned.place = place_of(unit);
  planned.size = unit.size();
  if (planned.place.paths.empty() && !planned.problems.empty()) {
    planned.place.paths.push_back(absolute(planned.problems.front().uri));
  } else if (auto problem = out_of_reach(planned.place)) {
    planned.problems.push_back(*std::move(problem));
  }
  planned.id = id_of(planned.place);
  planned.content = content_of(unit, buffer);
  return planned;
}

}  // namespace

std::vector<PlannedUnit> find_units(InputOptions options, std::uint64_t& skipped,
                                    const std::function<void(std::uint64_t units)>& progress) {
  for (std::string& path : options.paths) path = absolute(path);
  std::vector<PlannedUnit> units;
  std::unordered_set<std::uint64_t> known;  // What two paths lead to is judged once.
  Inputs inputs(std::move(options));
  // One by one: what was just read is hashed in less time than another thread needs to wake up.
  std::string buffer;
  while (std::optional<WorkUnit> next = inputs.next()) {
    PlannedUnit unit = planned(*std::move(next), buffer);
    if (known.insert(unit.id).second) units.push_back(std::move(unit));
    progress(units.size());
  }
  skipped = inputs.skipped();
  return units;
}

void deal_out(Plan& plan, unsigned units, unsigned shards) {
  std::uint64_t open = 0;
  for (const PlannedUnit& unit : plan.units) open += unit.origin.empty();
  if (shards == 0) shards = static_cast<unsigned>((open + units - 1) / units);
  plan.terms.shards = std::max(1u, shards);
  std::uint64_t at = 0;
  for (PlannedUnit& unit : plan.units) {
    if (!unit.origin.empty()) continue;
    unit.shard = static_cast<std::uint32_t>(at++ * plan.terms.shards / open);
  }
}

}  // namespace emrlint::ledger
