// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_TOTALS_H_
#define EMRLINT_LEDGER_TOTALS_H_

#include <optional>
#include <string>

#include "base/result.h"
#include "store/duckdb.h"

namespace emrlint::ledger {

// Makes the table `totals` (ledger/tables.h) of the run that is being merged: what trends are drawn
// from, without a look at any chart. `units`, `across`, `across-tallies` and the shards' views are
// there.
std::optional<Error> make_totals(store::Database& database);

// The same, out of the totals of the run before: without what it had of units that were judged anew
// or are gone, and with what there is of units of this run. Its views are there with the prefix
// "old_".
std::optional<Error> update_totals(store::Database& database, const std::string& store,
                                   const std::string& run, const std::string& before);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_TOTALS_H_
