// SPDX-License-Identifier: Apache-2.0
// Fingerprints of the sections of charts: text of charts that are already read, into salted hashes.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#include "copies_corpus.h"
#include "corpus/fingerprints.h"
#include "reader/readers.h"

namespace emrlint {
namespace {

Batch invented_charts() {
  constexpr std::uint64_t kCharts = 500;
  const CopiesCorpus corpus(kCharts, 10);
  std::vector<std::unique_ptr<SourceFile>> files;
  for (std::uint64_t i = 0; i < kCharts; ++i) {
    files.push_back(std::make_unique<SourceFile>("chart.json", corpus.line(i)));
  }
  return read_texts(std::move(files), Limits{}, false);
}

void fingerprints(benchmark::State& state) {
  const Batch batch = invented_charts();
  Fingerprinter fingerprinter(KeyedHash("a key for measurements, not for patients"));
  std::uint64_t bytes = 0, grams = 0, sections = 0;
  for (const Chart& chart : batch.charts) {
    grams += fingerprinter.take(chart).size();
    sections += fingerprinter.texts().size();
    bytes += fingerprinter.text_bytes();
  }
  for (auto _ : state) {
    for (const Chart& chart : batch.charts) {
      benchmark::DoNotOptimize(fingerprinter.take(chart).data());
      benchmark::DoNotOptimize(fingerprinter.digest());
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.counters["grams_per_section"] = static_cast<double>(grams) / static_cast<double>(sections);
}
BENCHMARK(fingerprints);

}  // namespace
}  // namespace emrlint
