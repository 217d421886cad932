// SPDX-License-Identifier: Apache-2.0
// Copied passages within a chart: generated stays of thirty notes, two fifths of them copied, where
// bytes are those of the text; and the charts of the other benchmarks, beside parsing them.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "charts.h"
#include "copies/chart_copies.h"
#include "generator/copied_notes.h"

namespace emrlint {
namespace {

using Stays = std::vector<CopiedNotes>;

Stays make_stays(Lang lang) {
  Stays out;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) out.push_back(copied_notes(lang, seed));
  return out;
}

const Stays& stays(Lang lang) {
  static const Stays zh = make_stays(Lang::kZh), en = make_stays(Lang::kEn);
  return lang == Lang::kZh ? zh : en;
}

Tokens tokens_of(const CopiedNotes& stay, std::vector<CopyText>& texts) {
  Tokens tokens;
  std::size_t bytes = 0;
  for (const std::string& note : stay.notes) bytes += note.size();
  tokens.reserve(bytes / 3);
  for (const std::string& note : stay.notes) {
    const Text piece{note, {0, 0, static_cast<std::uint32_t>(note.size())}};
    texts.push_back({tokens.add({&piece, 1}), SectionType::kUnknown});
  }
  return tokens;
}

template <typename Step>
void over_stays(benchmark::State& state, Lang lang, Step step) {
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const CopiedNotes& stay : stays(lang)) {
      step(stay);
      for (const std::string& note : stay.notes) bytes += note.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void tokenise(benchmark::State& state, Lang lang) {
  over_stays(state, lang, [](const CopiedNotes& stay) {
    std::vector<CopyText> texts;
    benchmark::DoNotOptimize(tokens_of(stay, texts));
  });
}

void grams(benchmark::State& state, Lang lang) {
  over_stays(state, lang, [](const CopiedNotes& stay) {
    std::vector<CopyText> texts;
    const Tokens tokens = tokens_of(stay, texts);
    std::vector<Gram> out;
    for (const CopyText& text : texts) sample_grams(tokens, text.tokens, out);
    benchmark::DoNotOptimize(out);
  });
}

void passages(benchmark::State& state, Lang lang) {
  over_stays(state, lang, [](const CopiedNotes& stay) {
    std::vector<CopyText> texts;
    const Tokens tokens = tokens_of(stay, texts);
    benchmark::DoNotOptimize(find_passages(tokens, texts, {}));
  });
}

// To be compared with parse_only of the same charts.
void charts(benchmark::State& state, BenchFormat format) {
  std::vector<Batch> read;
  for (const ChartFiles& files : bench_charts(format)) read.push_back(read_bench_chart(files));
  for (auto _ : state) {
    for (const Batch& batch : read) {
      for (const Chart& chart : batch.charts) benchmark::DoNotOptimize(ChartCopies(chart));
    }
  }
}

BENCHMARK_CAPTURE(tokenise, zh, Lang::kZh)->Name("copies/tokens/zh");
BENCHMARK_CAPTURE(tokenise, en, Lang::kEn)->Name("copies/tokens/en");
BENCHMARK_CAPTURE(grams, zh, Lang::kZh)->Name("copies/grams/zh");
BENCHMARK_CAPTURE(grams, en, Lang::kEn)->Name("copies/grams/en");
BENCHMARK_CAPTURE(passages, zh, Lang::kZh)->Name("copies/passages/zh");
BENCHMARK_CAPTURE(passages, en, Lang::kEn)->Name("copies/passages/en");
BENCHMARK_CAPTURE(charts, ws500, BenchFormat::kWs500)
    ->Name("copies/charts/ws500")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(charts, fhir, BenchFormat::kFhir)
    ->Name("copies/charts/fhir")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(charts, json, BenchFormat::kJson)
    ->Name("copies/charts/json")
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace emrlint
