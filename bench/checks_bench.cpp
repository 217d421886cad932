// SPDX-License-Identifier: Apache-2.0
// What each check costs by itself on the same charts, with the options of the built-in profile:
// --benchmark_filter=^check/ shows where the time of the step "lint" goes.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "charts.h"
#include "check/fact.h"
#include "check/report.h"
#include "config/config.h"
#include "rule/catalog.h"

namespace emrlint {
namespace {

void run_check(benchmark::State& state, const CatalogEntry& entry, const Options& options) {
  static const std::vector<Batch> charts = [] {
    std::vector<Batch> read;
    for (const ChartFiles& files : bench_charts(BenchFormat::kJson)) {
      read.push_back(read_bench_chart(files));
    }
    return read;
  }();
  for (auto _ : state) {
    for (const Batch& batch : charts) {
      for (const Chart& chart : batch.charts) {
        if (entry.emit != nullptr) {
          std::vector<Fact> facts;
          entry.emit(chart, options, facts);
          benchmark::DoNotOptimize(facts.data());
          continue;
        }
        Report report;
        entry.run(chart, options, report);
        benchmark::DoNotOptimize(report.outcomes().data());
      }
    }
  }
}

// One benchmark for each check that the profile of the charts runs.
const bool registered = [] {
  static const Catalog catalog = *Catalog::built_in();
  static const Config config = *Config::load(catalog, "", "", nullptr);
  const Batch batch = read_bench_chart(bench_charts(BenchFormat::kJson).front());
  const auto& settings = config.settings_for(batch.charts.front(), "");
  for (std::size_t i = 0; i < settings.size(); ++i) {
    if (!settings[i].enabled) continue;
    const CatalogEntry& entry = catalog.entries()[i];
    const std::string name = "check/" + std::string(entry.info.id);
    benchmark::RegisterBenchmark(name.c_str(), run_check, entry, settings[i].options)
        ->Unit(benchmark::kMicrosecond);
  }
  return true;
}();

}  // namespace
}  // namespace emrlint
