// SPDX-License-Identifier: Apache-2.0
#include "copies/learner.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "reader/read_support.h"

namespace emrlint {
namespace {

constexpr SectionType kConsent = SectionType::kInformedConsent;

std::uint64_t random(std::uint64_t& state) {  // splitmix64
  std::uint64_t z = (state += 0x9E3779B97F4A7C15ull);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return z ^ (z >> 31);
}

}  // namespace

TEST_CASE("learner: what is frequent is found, what is not is not taken, and memory is bounded") {
  constexpr std::uint32_t kCharts = 20'000;
  constexpr std::uint64_t kOwn = 40, kFrequent = 5, kRare = 5;
  constexpr double kShare = 0.05, kError = kShare / 10;
  BoilerplateLearner learner({.share = kShare, .charts = 10});
  std::uint64_t state = 1;
  std::uint64_t counts[kFrequent + kRare] = {};
  std::size_t most = 0;
  for (std::uint32_t chart = 0; chart < kCharts; ++chart) {
    std::vector<SectionGram> grams;
    for (std::uint64_t gram = 0; gram < kFrequent + kRare; ++gram) {
      const std::uint64_t percent = gram < kFrequent ? 6 : 4;
      if (random(state) % 100 >= percent) continue;
      ++counts[gram];
      grams.push_back({gram, kConsent});
    }
    for (std::uint64_t i = 0; i < kOwn; ++i) grams.push_back({random(state) | 1 << 20, kConsent});
    learner.add(grams);
    most = std::max(most, learner.kept());
  }
  for (std::uint64_t gram = 0; gram < kFrequent + kRare; ++gram) {
    CAPTURE(gram);
    const double share = static_cast<double>(counts[gram]) / kCharts;
    if (share >= kShare) CHECK(learner.frequency(gram, kConsent) > 0);
    if (share < kShare - kError) CHECK(learner.frequency(gram, kConsent) == 0);
  }
  constexpr std::uint64_t kGrams = kOwn + kFrequent + kRare;  // Of a chart, at most.
  CHECK(static_cast<double>(most) <= kGrams / kError * (1 + std::log(kError * kCharts)));
  CHECK(most < kCharts * kOwn / 10);
  Boilerplate boilerplate;
  CHECK(learner.add_to(boilerplate) == kFrequent);
  CHECK(learner.charts(kConsent) == kCharts);
}

TEST_CASE("learner: a few charts are no custom, and each type of section is on its own") {
  BoilerplateLearner learner({.share = 0.5, .charts = 10});
  const SectionGram consent[] = {{8, kConsent}};
  const SectionGram course[] = {{8, SectionType::kCourse}};
  for (int i = 0; i < 9; ++i) learner.add(consent);
  CHECK(learner.frequency(8, kConsent) == 0);
  learner.add(consent);
  CHECK(learner.frequency(8, kConsent) == 10);
  for (int i = 0; i < 9; ++i) learner.add(course);
  CHECK(learner.frequency(8, SectionType::kCourse) == 0);
  CHECK(learner.charts(SectionType::kCourse) == 9);
}

TEST_CASE("learner: a text that a chart repeats counts once") {
  const std::string text =
      R"("sections": [{"type": "course", "text": "患者一般情况可，右下腹疼痛较前缓解，引流管通畅。"}]})";
  const Batch batch = read_test::read_text(
      R"({"format": "emrlint-chart/1", "chart": "ZY1", "documents": [)"
      R"({"id": "a", "type": "progress-note", "recorded": "2024-03-04", )" + text +
      R"(, {"id": "b", "type": "progress-note", "recorded": "2024-03-05", )" + text + "]}");
  const auto grams = BoilerplateLearner::grams_of(batch.charts.at(0));
  REQUIRE_FALSE(grams.empty());
  for (std::size_t i = 1; i < grams.size(); ++i) CHECK_FALSE(grams[i] == grams[i - 1]);
  for (const SectionGram& gram : grams) CHECK(gram.section == SectionType::kCourse);
}

}  // namespace emrlint
