// SPDX-License-Identifier: Apache-2.0
#include "output/sink.h"

namespace emrlint {

int exit_code(const RunSummary& summary, Severity fail_on) {
  if (summary.problems > 0 || summary.broken > 0) return 3;
  const bool failed = (fail_on <= Severity::kNote && summary.errors > 0) ||
                      (fail_on >= Severity::kWarning && fail_on <= Severity::kNote &&
                       summary.warnings > 0) ||
                      (fail_on == Severity::kNote && summary.notes > 0);
  return failed ? 1 : 0;
}

}  // namespace emrlint
