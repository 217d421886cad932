// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_RUN_H_
#define EMRLINT_ENGINE_RUN_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "config/config.h"
#include "engine/across.h"
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

// Where the results of a run go.
class Receiver {
 public:
  virtual ~Receiver() = default;
  // What is written of a batch, a text for each form of output. Called by several threads at once.
  virtual std::vector<std::string> render(const Batch& batch,
                                          const std::vector<ChartReport>& reports) const = 0;
  // Gets each batch with what render() made of it: one call at a time, in order of input. The batch
  // is freed afterwards.
  virtual void add(const Batch& batch, const std::vector<ChartReport>& reports,
                   const std::vector<std::string>& rendered) = 0;
};

// A unit of work that was read and judged.
struct JudgedUnit {
  Batch batch;
  std::vector<ChartReport> reports;  // By chart of the batch; spans are places of its files.
};

// Reads a unit and runs the checks on its charts. Never throws. Thread-safe.
JudgedUnit judge_unit(WorkUnit unit, const Catalog& catalog, const Config& config,
                      const Limits& limits);

// Reads all inputs and runs the checks on every chart. What the receiver gets is the same for
// any number of jobs. A bounded number of charts is in memory at a time, of large ones only one.
// `across` gets the facts of the checks across charts; null where none are wanted.
RunSummary run(Inputs& inputs, const Catalog& catalog, const Config& config,
               const RunOptions& options, Receiver& receiver, AcrossCharts* across = nullptr);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_RUN_H_
