// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_PLAN_RUN_H_
#define EMRLINT_CLI_PLAN_RUN_H_

#include <string>

#include "cli/ledger_options.h"
#include "cli/progress.h"
#include "ledger/plan.h"
#include "reader/input.h"

namespace emrlint {

// How a run is planned.
struct PlanOptions {
  InputOptions input;
  unsigned shards = 0;  // 0: as many as there are thousands of units to judge.
  bool full = false;    // Judges everything anew, changed or not.
};

// Finds the charts, sets apart what an earlier run of the store judged and what did not change
// since, and writes the plan of the run `ledger.run` as of `setup.config.as_of`.
Result<ledger::Plan> plan_run(store::Database& database, const LedgerOptions& ledger,
                              const LedgerSetup& setup, const PlanOptions& options,
                              const Context& context, bool show_progress);

}  // namespace emrlint

#endif  // EMRLINT_CLI_PLAN_RUN_H_
