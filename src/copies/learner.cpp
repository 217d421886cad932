// SPDX-License-Identifier: Apache-2.0
#include "copies/learner.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "copies/chart_copies.h"

namespace emrlint {
namespace {

constexpr double kError = 0.1;  // Of the share.

}  // namespace

BoilerplateLearner::BoilerplateLearner(const LearnSettings& settings)
    : settings_(settings),
      width_(static_cast<std::uint32_t>(std::ceil(1 / (kError * settings.share)))) {}

std::vector<SectionGram> BoilerplateLearner::grams_of(const Chart& chart) {
  Tokens tokens;
  std::vector<Gram> grams;
  std::vector<SectionGram> out;
  for (const SectionText& text : add_section_texts(chart, tokens)) {
    grams.clear();
    sample_grams(tokens, text.text.tokens, grams);
    for (const Gram& gram : grams) out.push_back({gram.hash, text.text.section});
  }
  std::sort(out.begin(), out.end(), [](const SectionGram& a, const SectionGram& b) {
    return std::tie(a.section, a.gram) < std::tie(b.section, b.gram);
  });
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void BoilerplateLearner::add(std::span<const SectionGram> grams) {
  for (std::size_t i = 0; i < grams.size();) {
    const SectionType type = grams[i].section;
    Section& section = sections_[static_cast<std::size_t>(type)];
    const std::uint32_t missed = section.charts / width_;
    for (; i < grams.size() && grams[i].section == type; ++i) {
      ++section.counts.find_or_add(grams[i].gram, {0, missed}).charts;
    }
    ++section.charts;
    if (section.charts % width_ == 0) forget_rare(section);
  }
}

void BoilerplateLearner::forget_rare(Section& section) const {
  const std::uint32_t least = section.charts / width_;
  HashTable<Count> kept;
  section.counts.each([&](std::uint64_t gram, const Count& count) {
    if (count.charts + count.missed > least) kept.find_or_add(gram, count);
  });
  section.counts = std::move(kept);
}

bool BoilerplateLearner::frequent(const Section& section, const Count& count) const {
  const double least = std::max(settings_.share * section.charts, double(settings_.charts));
  return count.charts + count.missed >= least;
}

std::uint32_t BoilerplateLearner::frequency(std::uint64_t gram, SectionType section) const {
  const Section& counted = sections_[static_cast<std::size_t>(section)];
  const Count* const count = counted.counts.find(gram);
  return count != nullptr && frequent(counted, *count) ? count->charts : 0;
}

std::size_t BoilerplateLearner::kept() const {
  std::size_t sum = 0;
  for (const Section& section : sections_) sum += section.counts.size();
  return sum;
}

std::size_t BoilerplateLearner::add_to(Boilerplate& boilerplate) const {
  std::size_t added = 0;
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    sections_[i].counts.each([&](std::uint64_t gram, const Count& count) {
      if (!frequent(sections_[i], count)) return;
      boilerplate.add(gram, static_cast<SectionType>(i));
      ++added;
    });
  }
  return added;
}

}  // namespace emrlint
