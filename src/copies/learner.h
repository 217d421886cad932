// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_LEARNER_H_
#define EMRLINT_COPIES_LEARNER_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "copies/boilerplate.h"
#include "model/chart.h"

namespace emrlint {

// In how many charts a text stands if it is boilerplate.
struct LearnSettings {
  double share = 0.05;        // Of the charts that have such a section, more than 0; an assumption.
  std::uint32_t charts = 10;  // At least, however few they are.
};

struct SectionGram {
  std::uint64_t gram = 0;
  SectionType section = SectionType::kUnknown;
  friend bool operator==(const SectionGram&, const SectionGram&) = default;
};

// Learns boilerplate from charts: the grams that stand in many charts, by type of section, however
// often they stand in one. Counts in bounded memory (lossy counting; Manku and Motwani 2002, with
// charts for their transactions): with an error e of a tenth of the share, no gram that is frequent
// enough is missed, and none is taken that stands in less than share - e of the charts. Of n charts
// with m grams each it keeps (m / e) (1 + ln(e n)) of them at most, 24 bytes each.
class BoilerplateLearner {
 public:
  explicit BoilerplateLearner(const LearnSettings& settings);

  // The sampled grams of a chart, each once, in order. Thread-safe.
  static std::vector<SectionGram> grams_of(const Chart& chart);
  // Counts the grams of one chart.
  void add(std::span<const SectionGram> grams);

  // In how many charts a gram stands, as far as counted; 0 for one that is not frequent.
  std::uint32_t frequency(std::uint64_t gram, SectionType section) const;
  // How many charts had text in such a section.
  std::uint32_t charts(SectionType section) const {
    return sections_[static_cast<std::size_t>(section)].charts;
  }
  // How many grams are kept.
  std::size_t kept() const;
  // Adds the frequent grams; gives how many there are.
  std::size_t add_to(Boilerplate& boilerplate) const;

 private:
  struct Count {
    std::uint32_t charts = 0;
    std::uint32_t missed = 0;  // At most, before it was first kept.
  };
  struct Section {
    std::uint32_t charts = 0;
    HashTable<Count> counts;
  };

  bool frequent(const Section& section, const Count& count) const;
  void forget_rare(Section& section) const;

  LearnSettings settings_;
  std::uint32_t width_;  // Charts between two times that rare grams are forgotten: 1 / e.
  std::array<Section, kSectionTypeCount> sections_;
};

}  // namespace emrlint

#endif  // EMRLINT_COPIES_LEARNER_H_
