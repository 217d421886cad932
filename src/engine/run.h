// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_RUN_H_
#define EMRLINT_ENGINE_RUN_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "config/config.h"
#include "engine/lint.h"
#include "engine/summary.h"
#include "reader/batch.h"
#include "reader/input.h"
#include "rule/catalog.h"

namespace emrlint {

struct RunOptions {
  unsigned jobs = 1;  // Threads; 0 for as many as the machine has.
  Limits limits;
  // Called after each batch, in the thread that runs the sinks, with the counts so far.
  std::function<void(const RunSummary& so_far)> progress;
};

// Gets each batch with the reports of its charts (same order), one call at a time, in order of
// input; the batch is freed afterwards.
using BatchSink = std::function<void(const Batch& batch, const std::vector<ChartReport>& reports)>;

// Reads all inputs and runs the checks on every chart. What the sink sees is the same for any
// number of jobs. A bounded number of charts is in memory at a time, of large ones only one.
RunSummary run(Inputs& inputs, const Catalog& catalog, const Config& config,
               const RunOptions& options, const BatchSink& sink);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_RUN_H_
