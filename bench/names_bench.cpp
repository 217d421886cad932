// SPDX-License-Identifier: Apache-2.0
// Fifty thousand names found in texts, in bytes of text a second: in clinical prose, and in a text
// of nothing but such names, which leads deepest into the automaton. Beside them what making the
// automaton costs, as an import does.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "charts.h"
#include "model/chart.h"
#include "text/name_automaton.h"

namespace emrlint {
namespace {

constexpr std::size_t kNames = 50000;

// Course, part, lesion and addition put together, as titles of codes are.
std::vector<std::string> make_names() {
  const std::string courses[] = {"",       "急性",   "慢性",   "亚急性", "先天性",
                                 "继发性", "复发性", "多发性", "创伤性", "陈旧性"};
  const std::string parts[] = {"心肌", "二尖瓣", "主动脉",   "冠状动脉", "肺",   "支气管", "胸膜",
                               "食管", "胃",     "十二指肠", "空肠",     "结肠", "直肠",   "肝",
                               "胆囊", "胰腺",   "肾",       "输尿管",   "膀胱", "前列腺", "子宫",
                               "卵巢", "甲状腺", "垂体",     "肾上腺",   "脑",   "脊髓",   "视网膜",
                               "角膜", "中耳",   "鼻窦",     "扁桃体",   "股骨", "胫骨",   "肱骨",
                               "桡骨", "腰椎",   "膝关节",   "髋关节",   "皮肤"};
  const std::string lesions[] = {"炎",       "溃疡", "囊肿", "息肉", "结石", "恶性肿瘤",
                                 "良性肿瘤", "梗死", "出血", "脓肿", "结核", "狭窄",
                                 "扩张",     "穿孔", "损伤", "骨折"};
  const std::string ends[] = {"",     "伴感染", "伴出血", "伴有并发症",
                              "术后", "后遗症", "复发",   "病史"};
  std::vector<std::string> names;
  for (const std::string& end : ends) {
    for (const std::string& course : courses) {
      for (const std::string& part : parts) {
        for (const std::string& lesion : lesions) names.push_back(course + part + lesion + end);
      }
    }
  }
  std::shuffle(names.begin(), names.end(), std::mt19937(1));
  names.resize(kNames);
  return names;
}

const std::vector<std::string>& names() {
  static const std::vector<std::string> made = make_names();
  return made;
}

NameAutomaton automaton() {
  static NameAutomatonBuilder builder;
  static const NameParts parts = [] {
    for (const std::string& name : names()) builder.add(name);
    return builder.build();
  }();
  return NameAutomaton(parts);
}

// The narrative of the generated charts.
std::string prose() {
  std::string text;
  for (const ChartFiles& files : bench_charts(BenchFormat::kJson)) {
    const Batch batch = read_bench_chart(files);
    for (const Chart& chart : batch.charts) {
      for (const Document& document : chart.documents) {
        for (const Text& piece : document.texts) text.append(piece.value) += '\n';
      }
    }
  }
  return text;
}

std::string nothing_but_names() {
  std::string text;
  for (const std::string& name : names()) text.append(name) += "，";
  return text;
}

void scan(benchmark::State& state, const std::string& text) {
  const NameAutomaton names = automaton();
  std::size_t found = 0;
  for (auto _ : state) {
    names.scan(text, [&](const NameMatch& match) { found += match.to > match.from; });
  }
  benchmark::DoNotOptimize(found);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void names_scan_prose(benchmark::State& state) { scan(state, prose()); }
BENCHMARK(names_scan_prose);

void names_scan_names(benchmark::State& state) { scan(state, nothing_but_names()); }
BENCHMARK(names_scan_names);

void names_build(benchmark::State& state) {
  for (auto _ : state) {
    NameAutomatonBuilder builder;
    for (const std::string& name : names()) builder.add(name);
    benchmark::DoNotOptimize(builder.build().nodes.data());
  }
}
BENCHMARK(names_build)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace emrlint
