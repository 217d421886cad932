// SPDX-License-Identifier: Apache-2.0
#include "charts.h"

#include <cstdint>
#include <memory>
#include <utility>

#include "generator/fhir_writer.h"
#include "generator/random_chart.h"
#include "generator/ws500_writer.h"
#include "reader/readers.h"
#include "source/source_file.h"

namespace emrlint {
namespace {

constexpr std::uint64_t kCharts = 40;
constexpr double kDefects = 0.05;

ChartFiles files_of(const std::string& json, BenchFormat format) {
  if (format == BenchFormat::kJson) return {json};
  const Batch batch = read_bench_chart({json});
  if (format == BenchFormat::kFhir) return {write_fhir(batch.charts.at(0))};
  ChartFiles files;
  for (GeneratedFile& file : write_ws500(batch.charts.at(0))) files.push_back(std::move(file.text));
  return files;
}

std::vector<ChartFiles> generate(BenchFormat format) {
  std::vector<ChartFiles> charts;
  for (std::uint64_t number = 0; number < kCharts; ++number) {
    charts.push_back(files_of(random_chart(1, number, kDefects).json, format));
  }
  return charts;
}

}  // namespace

const std::vector<ChartFiles>& bench_charts(BenchFormat format) {
  static const std::vector<ChartFiles> ws500 = generate(BenchFormat::kWs500);
  static const std::vector<ChartFiles> fhir = generate(BenchFormat::kFhir);
  static const std::vector<ChartFiles> json = generate(BenchFormat::kJson);
  if (format == BenchFormat::kWs500) return ws500;
  return format == BenchFormat::kFhir ? fhir : json;
}

std::size_t bytes_of(const std::vector<ChartFiles>& charts) {
  std::size_t bytes = 0;
  for (const ChartFiles& files : charts) {
    for (const std::string& text : files) bytes += text.size();
  }
  return bytes;
}

Batch read_bench_chart(const ChartFiles& files) {
  std::vector<std::unique_ptr<SourceFile>> sources;
  for (const std::string& text : files) {
    sources.push_back(std::make_unique<SourceFile>("chart", text));
  }
  return read_texts(std::move(sources), Limits{}, true);
}

}  // namespace emrlint
