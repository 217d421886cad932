// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_run.h"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

#include "cli/step_line.h"
#include "ledger/views.h"

namespace emrlint {
namespace {

constexpr unsigned kUnitsOfShard = 1000;

}  // namespace

Result<ledger::Plan> plan_run(store::Database& database, const LedgerOptions& ledger,
                              const LedgerSetup& setup, const PlanOptions& options,
                              const Context& context, bool show_progress) {
  ledger::Plan plan;
  plan.terms = {ledger.run,
                to_iso(*setup.config.today),
                setup.rules,
                setup.sheet_name,
                ledger::run_before(ledger.store, ledger.run),
                1};
  ledger::SeenUnits seen(ledger.store, setup.rules);
  if (!options.full) seen.load();
  {
    StepLine line(context, show_progress, context.say("查找病历", "finding charts"));
    plan.units = ledger::find_units(options.input, seen, plan.skipped,
                                    [&line](std::uint64_t units) { line.update(units); });
  }
  if (!options.full) {
    if (auto error = ledger::carry_over(database, ledger.store, plan)) return *std::move(error);
  }
  ledger::deal_out(plan, kUnitsOfShard, options.shards);
  if (auto error = ledger::write_plan(database, ledger.store, plan)) return *std::move(error);
  // Without it the next night reads all files, no more.
  if (const auto error = seen.save()) {
    fmt::print(stderr, "emrlint: {}\n", context.say(*error));
  }
  return plan;
}

}  // namespace emrlint
