// SPDX-License-Identifier: Apache-2.0
// Copied passages within a chart: generated stays of thirty notes, two fifths of them copied, where
// bytes are those of the text; and the charts of the other benchmarks, beside parsing them.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "charts.h"
#include "copies/chart_copies.h"
#include "generator/copied_notes.h"
#include "tables/boilerplate_rows.h"
#include "text/fold.h"

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

// To be compared with parse_only of the same charts; the bytes are those of the narrative.
template <typename Step>
void over_charts(benchmark::State& state, BenchFormat format, Step step) {
  std::vector<Batch> read;
  for (const ChartFiles& files : bench_charts(format)) read.push_back(read_bench_chart(files));
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const Batch& batch : read) {
      for (const Chart& chart : batch.charts) bytes += step(chart);
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

std::size_t narrative_bytes(const Chart& chart) {
  std::size_t bytes = 0;
  for (const Document& document : chart.documents) {
    for (const Text& text : document.texts) bytes += text.value.size();
  }
  return bytes;
}

// The least that any comparison of texts takes: each code point is read once.
void decode(benchmark::State& state, BenchFormat format) {
  over_charts(state, format, [](const Chart& chart) {
    char32_t all = 0;
    for (const Document& document : chart.documents) {
      for (const Text& text : document.texts) {
        for (std::size_t at = 0; at < text.value.size();) {
          const DecodedPoint d = decode_point(text.value, at);
          all ^= d.point;
          at += d.length;
        }
      }
    }
    benchmark::DoNotOptimize(all);
    return narrative_bytes(chart);
  });
}

// What is left when nothing is compared: the tokens and the grams of all sections.
void sampled(benchmark::State& state, BenchFormat format) {
  over_charts(state, format, [](const Chart& chart) {
    const std::size_t bytes = narrative_bytes(chart);
    Tokens tokens;
    tokens.reserve(bytes / 3 + 16);
    std::vector<Gram> grams;
    for (const SectionText& text : add_section_texts(chart, tokens)) {
      grams.clear();
      sample_grams(tokens, text.text.tokens, grams);
      benchmark::DoNotOptimize(grams.data());
    }
    return bytes;
  });
}

// As the checks ask for them.
void charts(benchmark::State& state, BenchFormat format) {
  const Boilerplate& boilerplate = built_in_boilerplate();
  over_charts(state, format, [&](const Chart& chart) {
    benchmark::DoNotOptimize(ChartCopies(chart, boilerplate));
    return narrative_bytes(chart);
  });
}

// What is left of it when no wording is boilerplate.
void plain(benchmark::State& state, BenchFormat format) {
  over_charts(state, format, [](const Chart& chart) {
    benchmark::DoNotOptimize(ChartCopies(chart));
    return narrative_bytes(chart);
  });
}

BENCHMARK_CAPTURE(tokenise, zh, Lang::kZh)->Name("copies/tokens/zh");
BENCHMARK_CAPTURE(tokenise, en, Lang::kEn)->Name("copies/tokens/en");
BENCHMARK_CAPTURE(grams, zh, Lang::kZh)->Name("copies/grams/zh");
BENCHMARK_CAPTURE(grams, en, Lang::kEn)->Name("copies/grams/en");
BENCHMARK_CAPTURE(passages, zh, Lang::kZh)->Name("copies/passages/zh");
BENCHMARK_CAPTURE(passages, en, Lang::kEn)->Name("copies/passages/en");

#define EMRLINT_CHARTS(step)                          \
  BENCHMARK_CAPTURE(step, ws500, BenchFormat::kWs500) \
      ->Name("copies/" #step "/ws500")                \
      ->Unit(benchmark::kMillisecond);                \
  BENCHMARK_CAPTURE(step, fhir, BenchFormat::kFhir)   \
      ->Name("copies/" #step "/fhir")                 \
      ->Unit(benchmark::kMillisecond);                \
  BENCHMARK_CAPTURE(step, json, BenchFormat::kJson)   \
      ->Name("copies/" #step "/json")                 \
      ->Unit(benchmark::kMillisecond)

EMRLINT_CHARTS(decode);
EMRLINT_CHARTS(sampled);
EMRLINT_CHARTS(plain);
EMRLINT_CHARTS(charts);

}  // namespace
}  // namespace emrlint
