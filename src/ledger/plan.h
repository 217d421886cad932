// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_PLAN_H_
#define EMRLINT_LEDGER_PLAN_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/seen_units.h"
#include "reader/input.h"
#include "reader/reopen.h"
#include "store/duckdb.h"

// What a run in the store consists of, written down before the first chart is judged: every shard,
// every later attempt and the merging read the same plan.
namespace emrlint::ledger {

// A unit of work as it was found.
struct PlannedUnit {
  std::uint64_t id = 0;  // Hash of its place: the same for the same unit of another night.
  UnitPlace place;       // Absolute paths.
  std::uint64_t size = 0;
  std::string content;                 // Hash of its bytes as they lie there, 32 hex digits.
  std::optional<std::uint32_t> shard;  // Who judges it; none where an earlier run did.
  std::string origin;                  // That run, if so.
  std::vector<Problem> problems;       // Of finding it: a folder that cannot be listed.
};

// What all parts of a run have in common. A shard that was made under other terms is of no use.
struct Terms {
  std::string run;
  std::string as_of;     // The present time of the run, ISO 8601.
  std::string rules;     // Hash of the program, the checks, the configuration and its tables.
  std::string sheet;     // A scoring sheet, by name or path; may be empty.
  std::string previous;  // The run before, against which findings are new or absent; may be empty.
  unsigned shards = 1;
};

struct Plan {
  Terms terms;
  std::vector<PlannedUnit> units;  // In order of input.
  std::uint64_t skipped = 0;       // Files that are no record.
};

// Finds and hashes everything that `options` names, but for the bytes of what `seen` knows. stdin
// and lines that cannot be found again are units with a problem.
std::vector<PlannedUnit> find_units(InputOptions options, SeenUnits& seen, std::uint64_t& skipped,
                                    const std::function<void(std::uint64_t units)>& progress);

// Marks what an earlier run judged under the same rules and what neither changed nor can change by
// the clock alone, as its to judge no more. The earlier run is the one in terms.previous, if any.
std::optional<Error> carry_over(store::Database& database, const std::string& store, Plan& plan);

// Deals what is to be judged out to shards of about `units` units, or `shards` of them if that is
// not 0: neighbours together, so that files of lines are read in their order.
void deal_out(Plan& plan, unsigned units, unsigned shards);

// The plan as a part; one that is there must be equal.
std::optional<Error> write_plan(store::Database& database, const std::string& store,
                                const Plan& plan);
Result<Terms> read_terms(store::Database& database, const std::string& store,
                         const std::string& run);
// With the units of one shard, or of all.
Result<Plan> read_plan(store::Database& database, const std::string& store, const std::string& run,
                       std::optional<unsigned> shard = {});

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_PLAN_H_
