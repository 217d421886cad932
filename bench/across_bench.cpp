// SPDX-License-Identifier: Apache-2.0
// The pass across charts, without the charts: a million presences of two thousand surgeons in a
// year, written as facts, then sorted and judged, in memory and disk of the process and through a
// store. `peak_MB` is that of the process so far: ask for one of them with --benchmark_filter; the
// store stays in the folder for temporary files until it is written again.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "engine/across.h"
#include "engine/facts_parts.h"

namespace emrlint {
namespace {

constexpr std::size_t kFacts = 1'000'000;
constexpr std::size_t kBatch = 1'000;  // Facts of one chart, so that charts cost nothing here.
constexpr unsigned kParts = 4;         // Of the store.

const Catalog& catalog() {
  static const Catalog built_in = std::move(*Catalog::built_in());
  return built_in;
}

Fact presence(std::mt19937& random) {
  using std::chrono::minutes;
  const auto number = [&](unsigned most) { return std::to_string(random() % most); };
  const Instant start =
      std::chrono::sys_days{std::chrono::year{2024} / 1 / 1} + minutes(random() % (365 * 24 * 60));
  Fact fact;
  fact.key = "number H1 D" + number(2000);
  fact.kind = "surgeon";
  fact.marks = {"P" + number(1'000'000'000), "", "name", "D1", "name of D1", "department"};
  fact.start = at_minute(start);
  fact.end = at_minute(start + minutes(30 + random() % 150));
  fact.limit = minutes(15);
  return fact;
}

struct Charts {
  Batch batch;
  std::vector<ChartReport> reports;
};

// One chart with the facts of many.
Charts chart_of(std::size_t number, std::mt19937& random) {
  Charts out;
  out.batch.files.push_back(std::make_unique<SourceFile>("charts/1.json", R"({"chart": "ZY1"})"));
  out.batch.charts.emplace_back().key = "ZY" + std::to_string(number);
  ChartReport& report = out.reports.emplace_back();
  report.key = out.batch.charts.front().key;
  report.profile = "cn-national";
  const std::uint32_t check = *catalog().index_of("periop-surgeon-overlap");
  for (std::size_t i = 0; i < kBatch; ++i) {
    report.facts.push_back({check, Severity::kWarning, presence(random)});
  }
  return out;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void write_facts(benchmark::State& state) {
  std::mt19937 random(1);
  Charts charts = chart_of(1, random);
  charts.reports.front().chart = &charts.batch.charts.front();
  const AcrossCharts across(catalog(), {});
  for (auto _ : state) {
    benchmark::DoNotOptimize(across.facts(charts.batch, charts.reports));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kBatch));
}

// The facts of the charts from one on.
void add_facts(benchmark::State& state, std::mt19937& random, std::size_t first, std::size_t count,
               AcrossCharts& across) {
  for (std::size_t i = first; i < first + count; ++i) {
    state.PauseTiming();
    Charts charts = chart_of(i, random);
    charts.reports.front().chart = &charts.batch.charts.front();
    const std::string lines = across.facts(charts.batch, charts.reports);
    state.ResumeTiming();
    across.add(lines);
  }
}

void judge_facts(benchmark::State& state) {
  const auto memory = static_cast<std::size_t>(state.range(0)) * 1024 * 1024;
  std::size_t failed = 0;
  for (auto _ : state) {
    state.PauseTiming();
    std::mt19937 random(1);
    AcrossCharts across(catalog(), {.memory = memory});
    state.ResumeTiming();
    add_facts(state, random, 0, kFacts / kBatch, across);
    across.judge([&](const Verdict& verdict) { failed += verdict.kind == Verdict::Kind::kFail; });
  }
  benchmark::DoNotOptimize(failed);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kFacts));
  state.counters["peak_MB"] = peak_megabytes();
}

std::string store_folder() {
  return (std::filesystem::temp_directory_path() / "emrlint-bench-store").string();
}

// Null, and the reason given to the benchmark, where there is no DuckDB.
std::optional<store::Database> open_store(benchmark::State& state) {
  store::DatabaseOptions options;
  options.memory = static_cast<std::uint64_t>(state.range(0)) * 1024 * 1024;
  Result<store::Database> database = store::Database::open(options);
  if (database) return *std::move(database);
  state.SkipWithError(database.error().en.c_str());
  return std::nullopt;
}

void write_store(benchmark::State& state) {
  std::filesystem::remove_all(store_folder());
  std::optional<store::Database> database = open_store(state);
  std::mt19937 random(1);
  for (auto _ : state) {
    for (unsigned part = 0; database && part < kParts; ++part) {
      AcrossCharts across(catalog(), {});
      const std::size_t charts = kFacts / kBatch / kParts;
      add_facts(state, random, part * charts, charts, across);
      RunSummary summary;
      summary.charts = charts;
      const std::string path = facts_part_path(store_folder(), "bench", {part, kParts});
      if (auto error = write_facts_part(*database, path, across, summary)) {
        state.SkipWithError(error->en.c_str());
      }
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kFacts));
  state.counters["peak_MB"] = peak_megabytes();
}

void judge_store(benchmark::State& state) {
  std::optional<store::Database> database = open_store(state);
  std::size_t failed = 0;
  for (auto _ : state) {
    if (!database) break;
    FactsParts parts(*database, catalog());
    std::optional<Error> error = parts.add(store_folder(), "bench");
    if (!error) error = parts.sort();
    if (error) {
      state.SkipWithError((error->en + " (run across/store_write first)").c_str());
      break;
    }
    AcrossCharts across(catalog(), {});
    across.read_from([&](const auto& visit) { return parts.read(visit); });
    across.judge([&](const Verdict& verdict) { failed += verdict.kind == Verdict::Kind::kFail; });
  }
  benchmark::DoNotOptimize(failed);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kFacts));
  state.counters["peak_MB"] = peak_megabytes();
}

BENCHMARK(write_facts)->Name("across/write")->Unit(benchmark::kMillisecond);
BENCHMARK(judge_facts)
    ->Name("across/judge, MiB")
    ->Arg(8)
    ->Arg(4096)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(write_store)
    ->Name("across/store_write, MiB")
    ->Arg(64)
    ->Arg(128)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(judge_store)
    ->Name("across/store_judge, MiB")
    ->Arg(64)
    ->Arg(128)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

}  // namespace
}  // namespace emrlint
