// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_SUMMARY_H_
#define EMRLINT_ENGINE_SUMMARY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "engine/lint.h"
#include "reader/batch.h"

namespace emrlint {

// What a whole run amounts to.
struct RunSummary {
  std::uint64_t charts = 0, documents = 0, bytes = 0;
  std::uint64_t errors = 0, warnings = 0, notes = 0;  // Findings: not waived, not superseded.
  std::uint64_t undecided = 0, due = 0, waived = 0, broken = 0, problems = 0;
  std::vector<Tally> tallies;       // By check index.
  std::vector<std::string> unused_waivers;  // Why each matched nothing, in the run's language.

  // Counts a batch and what the checks said of its charts; unused_waivers is left alone.
  void add(const Batch& batch, const std::vector<ChartReport>& reports);
};

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_SUMMARY_H_
