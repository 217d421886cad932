// SPDX-License-Identifier: Apache-2.0
// What each step costs, by format: the bare parser, reading into the record model, the same from
// files, all checks, the SARIF log. bytes_per_second counts the bytes of the input in all of them.
#include <benchmark/benchmark.h>
#include <rapidjson/document.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "charts.h"
#include "config/config.h"
#include "engine/lint.h"
#include "engine/places.h"
#include "output/sink.h"
#include "reader/readers.h"
#include "rule/catalog.h"
#include "source/load.h"

namespace emrlint {
namespace {

void count_bytes(benchmark::State& state, BenchFormat format) {
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(bytes_of(bench_charts(format))));
}

// The copy of the text that parsing in place needs is part of the step, as reading it is of a run.
void parse_only(benchmark::State& state, BenchFormat format) {
  const auto& charts = bench_charts(format);
  std::string buffer;
  for (auto _ : state) {
    for (const ChartFiles& files : charts) {
      for (const std::string& text : files) {
        buffer = text;
        if (text.starts_with('<')) {
          pugi::xml_document document;
          benchmark::DoNotOptimize(document.load_buffer_inplace(buffer.data(), buffer.size()));
        } else {
          rapidjson::Document document;
          document.ParseInsitu(buffer.data());
          benchmark::DoNotOptimize(document.HasParseError());
        }
      }
    }
  }
  count_bytes(state, format);
}

void read(benchmark::State& state, BenchFormat format) {
  for (auto _ : state) {
    for (const ChartFiles& files : bench_charts(format)) {
      benchmark::DoNotOptimize(read_bench_chart(files));
    }
  }
  count_bytes(state, format);
}

// The charts as files, for as long as they are measured.
class ChartFolder {
 public:
  explicit ChartFolder(const std::vector<ChartFiles>& charts) {
    std::string name = (std::filesystem::temp_directory_path() / "emrlint-bench-XXXXXX").string();
    path_ = mkdtemp(name.data());
    for (const ChartFiles& files : charts) {
      std::vector<std::string>& paths = charts_.emplace_back();
      for (const std::string& text : files) {
        paths.push_back(path_ + "/" + std::to_string(count_++));
        std::ofstream(paths.back(), std::ios::binary) << text;
      }
    }
  }
  ~ChartFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  ChartFolder(const ChartFolder&) = delete;
  ChartFolder& operator=(const ChartFolder&) = delete;

  const std::vector<std::vector<std::string>>& charts() const { return charts_; }

 private:
  std::string path_;
  std::size_t count_ = 0;
  std::vector<std::vector<std::string>> charts_;  // Paths.
};

// All that comes before the checks: files out of the cache of the disk, decoded, parsed and read.
void parse(benchmark::State& state, BenchFormat format) {
  const ChartFolder folder(bench_charts(format));
  const Limits limits;
  for (auto _ : state) {
    for (const std::vector<std::string>& paths : folder.charts()) {
      std::vector<std::unique_ptr<SourceFile>> files;
      for (const std::string& path : paths) {
        files.push_back(
            std::make_unique<SourceFile>(*load_file(path, path, limits.bytes).file));
      }
      benchmark::DoNotOptimize(read_texts(std::move(files), limits, true));
    }
  }
  count_bytes(state, format);
}

struct Setup {
  Catalog catalog = *Catalog::built_in();
  Config config = *Config::load(catalog, "", "", nullptr);
};

const Setup& setup() {
  static const Setup value;
  return value;
}

std::vector<Batch> batches(BenchFormat format) {
  std::vector<Batch> read;
  for (const ChartFiles& files : bench_charts(format)) read.push_back(read_bench_chart(files));
  return read;
}

std::vector<ChartReport> judge(const Batch& batch) {
  std::vector<ChartReport> reports;
  for (const Chart& chart : batch.charts) {
    reports.push_back(emrlint::lint(setup().catalog, setup().config, chart));
    resolve_places(batch, reports.back());
  }
  return reports;
}

void lint(benchmark::State& state, BenchFormat format) {
  const std::vector<Batch> read = batches(format);
  for (auto _ : state) {
    for (const Batch& batch : read) benchmark::DoNotOptimize(judge(batch));
  }
  count_bytes(state, format);
}

void write_sarif(benchmark::State& state, BenchFormat format) {
  const std::vector<Batch> read = batches(format);
  std::vector<std::vector<ChartReport>> reports;
  for (const Batch& batch : read) reports.push_back(judge(batch));
  for (auto _ : state) {
    std::ostringstream out;
    const auto sink = make_sarif_sink(out, setup().catalog, OutputOptions{});
    sink->begin();
    for (std::size_t i = 0; i < read.size(); ++i) sink->batch(read[i], reports[i]);
    sink->end(RunSummary{});
    benchmark::DoNotOptimize(out.str().size());
  }
  count_bytes(state, format);
}

#define EMRLINT_STEP(step)                                                            \
  BENCHMARK_CAPTURE(step, ws500, BenchFormat::kWs500)->Unit(benchmark::kMillisecond); \
  BENCHMARK_CAPTURE(step, fhir, BenchFormat::kFhir)->Unit(benchmark::kMillisecond);   \
  BENCHMARK_CAPTURE(step, json, BenchFormat::kJson)->Unit(benchmark::kMillisecond)

EMRLINT_STEP(parse_only);
EMRLINT_STEP(read);
EMRLINT_STEP(parse);
EMRLINT_STEP(lint);
EMRLINT_STEP(write_sarif);

}  // namespace
}  // namespace emrlint
