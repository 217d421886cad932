// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_VIEWS_H_
#define EMRLINT_LEDGER_VIEWS_H_

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/duckdb.h"

namespace emrlint::ledger {

// The runs of a store that are published, by name, which is their order in time.
std::vector<std::string> published_runs(const std::string& store);
// Those whose totals are there: the published ones, and those of which no more is left
// (ledger/expire.h).
std::vector<std::string> counted_runs(const std::string& store);
// The last published one before `run`, or of all where that is empty; empty where there is none.
std::string run_before(const std::string& store, const std::string& run);

// Makes views of a run that is published, with exactly the rows that hold for it, whichever night
// they were written in: units, problems, charts (with the scores after the checks across charts),
// tallies and findings (those of the checks across charts among them), marks, counts. Names are
// preceded by `prefix`, so that two runs can stand side by side.
std::optional<Error> make_views(store::Database& database, const std::string& store,
                                const std::string& run, const std::string& prefix = {});

// The same for a run that is being merged, of which only its shards are there: without what the
// checks across charts say. A table or view PREFIXunits exists.
std::optional<Error> make_shard_views(store::Database& database, const std::string& store,
                                      const std::string& prefix);

// All parts of a kind of the runs that PREFIXunits names as origins.
Result<std::vector<std::string>> live_parts(store::Database& database, const std::string& store,
                                            const std::string& kind, const std::string& prefix);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_VIEWS_H_
