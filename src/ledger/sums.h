// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_SUMS_H_
#define EMRLINT_LEDGER_SUMS_H_

#include <optional>
#include <string>

#include "base/result.h"
#include "store/duckdb.h"

namespace emrlint::ledger {

// What the charts of a shard add to each indicator, in all and by facet: fills the table `sums`
// from `charts` and `counts`.
std::optional<Error> add_up_shard(store::Database& database);

// The same of a run whose views are there (ledger/views.h), as a table `indicator_sums`: what its
// shards and those of earlier nights added up, without the units that were judged anew since or are
// gone, and as the checks across charts count.
std::optional<Error> sum_indicators(store::Database& database, const std::string& store,
                                    const std::string& run);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_SUMS_H_
