// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_RECOUNT_H_
#define EMRLINT_LEDGER_RECOUNT_H_

#include <optional>

#include "base/result.h"
#include "ledger/across_rows.h"
#include "ledger/recorder.h"
#include "store/duckdb.h"

namespace emrlint::ledger {

// What the checks across charts change of the scores and counts that the shards wrote, as rows of
// the tables kRegraded and kRecounted, which are there, as are the views of the shards.
std::optional<Error> recount(store::Database& database, const Lenses& lenses,
                             const AcrossRows& across);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_RECOUNT_H_
