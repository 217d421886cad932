// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_SHARD_PROCESSES_H_
#define EMRLINT_LEDGER_SHARD_PROCESSES_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/plan.h"

namespace emrlint::ledger {

// Runs `emrlint shard` for each shard of a run that is not done, up to `jobs` at a time, each in a
// process of its own which ends with this one. `arguments` are what the shards have in common.
// One that says it may be tried again is, twice. `progress`: units done so far by all of them.
// Why some shard could not be done, if so; its own words stand on stderr.
std::optional<Error> run_shards(const std::string& store, const Terms& terms,
                                const std::vector<std::string>& arguments, unsigned jobs,
                                const std::function<void(std::uint64_t units)>& progress);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_SHARD_PROCESSES_H_
