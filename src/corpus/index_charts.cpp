// SPDX-License-Identifier: Apache-2.0
#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "corpus/copy_index.h"

namespace emrlint {
namespace {

// Above this size a unit is worked on alone, in its turn.
constexpr std::uint64_t kLarge = 32ull * 1024 * 1024;

struct Taken {
  IndexedChart chart;
  std::vector<Fingerprint> list;
};

struct Work {
  WorkUnit unit;
  std::uint64_t bytes = 0;
  std::vector<Taken> charts;
  std::vector<Problem> problems;
  IndexCounts counts;
  bool done = false;
};

class Indexing {
 public:
  Indexing(Inputs& inputs, const KeyedHash& key, const GramSettings& settings,
           const IndexOptions& options, CopyIndexWriter& writer)
      : inputs_(inputs),
        options_(options),
        writer_(writer),
        fingerprinters_([key, settings] { return Fingerprinter(key, settings); }) {}

  IndexCounts run(unsigned jobs) {
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
      work->bytes = unit->size();
      work->unit = std::move(*unit);
      return work;
    };
    const auto small = [this](Token work) {
      if (work->bytes <= kLarge) take(*work);
      return work;
    };
    const auto finish = [this](const Token& work) {
      if (!work->done) take(*work);
      hand_over(*work);
    };
    tbb::parallel_pipeline(jobs + 2,
                           tbb::make_filter<void, Token>(filter_mode::serial_in_order, next) &
                               tbb::make_filter<Token, Token>(filter_mode::parallel, small) &
                               tbb::make_filter<Token, void>(filter_mode::serial_in_order, finish));
    return counts_;
  }

 private:
  void take(Work& work) {
    const UnitPlace place = place_of(work.unit);
    const Batch batch = read_unit(std::move(work.unit), options_.limits);
    Fingerprinter& fingerprinter = fingerprinters_.local();
    for (std::uint32_t i = 0; i < batch.charts.size(); ++i) {
      const Chart& chart = batch.charts[i];
      const std::span<const Fingerprint> list = fingerprinter.take(chart);
      work.counts.sections += fingerprinter.texts().size();
      work.counts.text_bytes += fingerprinter.text_bytes();
      work.counts.grams += list.size();
      const std::string path = place.paths.empty() ? std::string() : place.paths.front();
      work.charts.push_back({{place, i, work.bytes, fingerprinter.id_of(chart, path),
                              fingerprinter.digest(), chart.key},
                             {list.begin(), list.end()}});
    }
    work.counts.charts = batch.charts.size();
    work.problems = batch.problems;
    work.done = true;
  }

  void hand_over(const Work& work) {
    counts_.charts += work.counts.charts;
    counts_.sections += work.counts.sections;
    counts_.grams += work.counts.grams;
    counts_.text_bytes += work.counts.text_bytes;
    counts_.unreadable += work.problems.size();
    for (const Taken& taken : work.charts) writer_.add(taken.chart, taken.list);
    if (options_.problem) {
      for (const Problem& problem : work.problems) options_.problem(problem);
    }
    if (options_.progress) options_.progress(counts_);
  }

  Inputs& inputs_;
  const IndexOptions& options_;
  CopyIndexWriter& writer_;
  tbb::enumerable_thread_specific<Fingerprinter> fingerprinters_;
  IndexCounts counts_;
};

}  // namespace

IndexCounts index_charts(Inputs& inputs, const KeyedHash& key, const GramSettings& settings,
                         const IndexOptions& options, CopyIndexWriter& writer) {
  unsigned jobs = options.jobs;
  if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
  return Indexing(inputs, key, settings, options, writer).run(jobs);
}

}  // namespace emrlint
