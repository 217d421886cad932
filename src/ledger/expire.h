// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_EXPIRE_H_
#define EMRLINT_LEDGER_EXPIRE_H_

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "store/duckdb.h"

// Old runs of a store.
namespace emrlint::ledger {

// The runs that were planned for a time before `oldest`, published or broken off, and that no other
// run needs: neither a newer one nor one that is needed itself. A run needs those that hold the
// rows of its units and, as long as it is not published, the one before it. By name. The newest
// published run is never among them.
Result<std::vector<std::string>> superfluous_runs(store::Database& database,
                                                  const std::string& store, Instant oldest);

// Takes a run out of the store, but for what trends are drawn from, `totals` and `nights`. Killed
// meanwhile, it leaves a run that is not published, to be removed again.
std::optional<Error> remove_run(const std::string& store, const std::string& run);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_EXPIRE_H_
