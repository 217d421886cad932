// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_MERGE_H_
#define EMRLINT_LEDGER_MERGE_H_

#include <optional>
#include <string>

#include "base/result.h"
#include "config/config.h"
#include "engine/across.h"
#include "ledger/recorder.h"
#include "store/duckdb.h"

namespace emrlint::ledger {

// What a run is merged with; the same as its shards were judged with.
struct MergeJob {
  const Config* config = nullptr;
  Lenses lenses;
  AcrossOptions across;
  std::string store;
  std::string run;
};

// When all shards of a run are done: judges the checks across charts over everything that holds for
// the run, puts what they take from the scores, adds up totals, and publishes the run. The parts
// that come of it do not depend on how many shards there were. A run some of whose shards are
// missing is an error that names the first; one that is published already is left as it is.
std::optional<Error> merge(store::Database& database, const MergeJob& job);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_MERGE_H_
