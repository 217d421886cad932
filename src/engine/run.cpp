// SPDX-License-Identifier: Apache-2.0
#include "engine/run.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "engine/places.h"
#include "engine/staff.h"
#include "reader/reopen.h"

namespace emrlint {
namespace {

// Above this size a unit is worked on alone, in its turn: several large charts in memory at once
// would cost more than the second thread gains.
constexpr std::uint64_t kLarge = 32ull * 1024 * 1024;

struct Work {
  WorkUnit unit;
  JudgedUnit judged;
  std::vector<std::string> rendered;
  std::string facts;
  bool done = false;
};

std::string_view uri_of(const Batch& batch, const Chart& chart) {
  if (chart.span.file >= batch.files.size()) return {};
  return batch.files[chart.span.file]->uri();
}

class Run {
 public:
  Run(Inputs& inputs, const Catalog& catalog, const Config& config, const RunOptions& options,
      Receiver& receiver, AcrossCharts* across)
      : inputs_(inputs),
        catalog_(catalog),
        config_(config),
        options_(options),
        receiver_(receiver),
        across_(across) {}

  RunSummary in_one_thread() {
    while (std::optional<WorkUnit> unit = inputs_.next()) {
      Work work;
      work.unit = std::move(*unit);
      judge(work);
      hand_over(work);
    }
    return std::move(summary_);
  }

  RunSummary in_threads(unsigned jobs) {
    using Token = std::unique_ptr<Work>;
    using tbb::filter_mode;
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
    const auto next = [this](tbb::flow_control& control) -> Token {
      std::optional<WorkUnit> unit = inputs_.next();
      if (!unit) {
        control.stop();
        return nullptr;
      }
      auto work = std::make_unique<Work>();
      work->unit = std::move(*unit);
      return work;
    };
    const auto small = [this](Token work) {
      if (work->unit.size() <= kLarge) judge(*work);
      return work;
    };
    const auto finish = [this](Token work) {
      if (!work->done) judge(*work);
      hand_over(*work);
    };
    tbb::parallel_pipeline(jobs + 2,
                           tbb::make_filter<void, Token>(filter_mode::serial_in_order, next) &
                               tbb::make_filter<Token, Token>(filter_mode::parallel, small) &
                               tbb::make_filter<Token, void>(filter_mode::serial_in_order, finish));
    return std::move(summary_);
  }

 private:
  void judge(Work& work) const {
    const UnitPlace place = across_ != nullptr ? place_of(work.unit) : UnitPlace();
    work.judged = judge_unit(std::move(work.unit), catalog_, config_, options_.limits);
    const auto& [batch, reports] = work.judged;
    work.rendered = receiver_.render(batch, reports);
    if (across_ != nullptr) work.facts = across_->facts(batch, reports, place);
    work.done = true;
  }

  void hand_over(const Work& work) {
    summary_.add(work.judged.batch, work.judged.reports);
    receiver_.add(work.judged.batch, work.judged.reports, work.rendered);
    if (across_ != nullptr) across_->add(work.facts);
    if (options_.progress) options_.progress(summary_);
  }

  Inputs& inputs_;
  const Catalog& catalog_;
  const Config& config_;
  const RunOptions& options_;
  Receiver& receiver_;
  AcrossCharts* const across_;
  RunSummary summary_;
};

}  // namespace

JudgedUnit judge_unit(WorkUnit unit, const Catalog& catalog, const Config& config,
                      const Limits& limits) {
  JudgedUnit judged;
  judged.batch = read_unit(std::move(unit), limits);
  judged.reports.reserve(judged.batch.charts.size());
  for (Chart& chart : judged.batch.charts) {
    supplement_staff(chart, config.tables());
    judged.reports.push_back(lint(catalog, config, chart, uri_of(judged.batch, chart)));
    resolve_places(judged.batch, judged.reports.back());
  }
  return judged;
}

RunSummary run(Inputs& inputs, const Catalog& catalog, const Config& config,
               const RunOptions& options, Receiver& receiver, AcrossCharts* across) {
  unsigned jobs = options.jobs;
  if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
  Run batch_run(inputs, catalog, config, options, receiver, across);
  return jobs == 1 ? batch_run.in_one_thread() : batch_run.in_threads(jobs);
}

}  // namespace emrlint
