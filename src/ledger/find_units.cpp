// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <unordered_set>
#include <utility>

#include "ledger/plan.h"
#include "ledger/unit_hash.h"

namespace emrlint::ledger {
namespace {

std::string absolute(const std::string& path) {
  std::error_code error;
  const std::filesystem::path full = std::filesystem::absolute(path, error);
  return error ? path : full.lexically_normal().string();
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

PlannedUnit planned(const WorkUnit& unit, SeenUnits& seen, std::string& buffer) {
  PlannedUnit planned;
  planned.problems = unit.problems;
  planned.place = place_of(unit);
  planned.size = unit.size();
  if (planned.place.paths.empty() && !planned.problems.empty()) {
    planned.place.paths.push_back(absolute(planned.problems.front().uri));
  } else if (auto problem = out_of_reach(planned.place)) {
    planned.problems.push_back(*std::move(problem));
  }
  planned.id = id_of(planned.place);
  const std::optional<std::string> known = seen.content(planned.id, unit);
  planned.content = known ? *known : content_of(unit, buffer);
  seen.note(planned.id, unit, planned.content);
  return planned;
}

}  // namespace

std::vector<PlannedUnit> find_units(InputOptions options, SeenUnits& seen, std::uint64_t& skipped,
                                    const std::function<void(std::uint64_t units)>& progress) {
  for (std::string& path : options.paths) path = absolute(path);
  std::vector<PlannedUnit> units;
  std::unordered_set<std::uint64_t> known;  // What two paths lead to is judged once.
  options.look_at = [&seen](const auto& files) { return seen.look_at(files); };
  Inputs inputs(std::move(options));
  // One by one: what was just read is hashed in less time than another thread needs to wake up.
  std::string buffer;
  while (std::optional<WorkUnit> next = inputs.next()) {
    PlannedUnit unit = planned(*next, seen, buffer);
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
