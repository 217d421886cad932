// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BENCH_COPIES_CORPUS_H_
#define EMRLINT_BENCH_COPIES_CORPUS_H_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace emrlint {

// A passage that was put into two notes.
struct PlantedCopy {
  std::uint64_t source = 0, copy = 0;  // Charts; note kSourceNote of one, kCopyNote of the other.
  std::string text() const;            // 80 to 200 ideographs, a comma after some.
  std::uint64_t seed = 0;
};

// Invented charts of ten notes of some 200 ideographs each, as lines of chart JSON. Seven of ten
// notes are random ideographs with some stock phrases of 20 to 40 in them (of 20,000, the first
// ones often, the last ones seldom), three are forms with numbers and an end of their own. Every
// twentieth chart holds a copy of what stands in an earlier one. A chart is always the same.
class CopiesCorpus {
 public:
  static constexpr std::uint64_t kNotes = 10;
  static constexpr std::uint64_t kSourceNote = 2, kCopyNote = 4, kFirstForm = 7;

  // `forms`: how many there are.
  CopiesCorpus(std::uint64_t charts, std::uint64_t forms);

  std::string line(std::uint64_t chart) const;
  static std::string key(std::uint64_t chart);
  static std::uint64_t chart_of(const std::string& key);
  // Which form a note of a chart is.
  std::uint64_t form_of(std::uint64_t chart, std::uint64_t note) const;
  const std::vector<PlantedCopy>& copies() const { return copies_; }

 private:
  std::string note(std::uint64_t chart, std::uint64_t number) const;

  std::vector<std::string> forms_, phrases_;
  std::vector<PlantedCopy> copies_;
  std::unordered_map<std::uint64_t, std::size_t> of_source_,
      of_copy_;  // Index of copies_ by chart.
};

}  // namespace emrlint

#endif  // EMRLINT_BENCH_COPIES_CORPUS_H_
