// SPDX-License-Identifier: Apache-2.0
#include "cli/run_into.h"

#include "cli/progress.h"
#include "cli/results.h"
#include "engine/judge_across.h"

namespace emrlint {

int run_into(Outputs& outputs, const Context& context, RunFlags& flags, const Catalog& catalog,
             const Config& config) {
  Inputs inputs = flags.inputs();
  Progress progress(context, progress_wanted(outputs.stdout_used()));
  flags.options.progress = [&](const RunSummary& so_far) { progress.update(so_far); };
  outputs.begin();
  Results results(outputs, WaiverUse(catalog, config));
  AcrossCharts across(catalog, {});
  RunSummary summary = emrlint::run(inputs, catalog, config, flags.options, results, &across);
  judge_across(across, catalog, config, summary, results);
  note_skipped(context, inputs);
  if (const auto error = outputs.end(summary)) {
    usage_error(context, *error);
    return kExitIncomplete;
  }
  return exit_code(summary, Severity::kOff);
}

}  // namespace emrlint
