// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_OVERLAP_H_
#define EMRLINT_CHECKS_DUPLICATION_OVERLAP_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "check/copied.h"

namespace emrlint::checks {

// Some texts of a document, as indexes of ChartCopies::texts(), in order.
using TextList = std::vector<std::uint32_t>;

// The texts of each document of a chart. Both must outlive it.
class Written {
 public:
  Written(const Chart& chart, const ChartCopies& copies);

  const ChartCopies& copies() const { return copies_; }
  // The first document of a type that has texts, null without one.
  const Document* first(DocType type) const;
  // None of a version that a later document replaces.
  TextList of(const Document& document) const;
  TextList of(const Document& document, std::span<const SectionType> types) const;
  // Those that are the words of the writer: no lists, results and stock sections, which are the
  // same in many records (lawful.def).
  TextList own(const Document& document) const;

 private:
  const Chart& chart_;
  const ChartCopies& copies_;
  std::vector<TextList> lists_;  // By document.
};

std::uint32_t size_of(const ChartCopies& copies, std::span<const std::uint32_t> texts);
// Tokens that stand in any of the ranges, each once.
std::uint32_t covered(std::vector<TokenRange> ranges);
// Whether what they tell comes to so many ideographs; a word of letters tells as much as two, a
// number as half a one.
bool tells_least(const ChartCopies& copies, std::span<const std::uint32_t> texts, int ideographs);
// The tokens of the texts one behind the other: equal for equal texts, numbers included.
std::u32string tokens_of(const ChartCopies& copies, std::span<const std::uint32_t> texts);

// What of some texts stands in others, whichever was written first.
struct Overlap {
  std::uint32_t size = 0;      // Tokens of the copy.
  std::uint32_t copied = 0;    // Those of them that stand unchanged in a copied passage.
  std::uint32_t unbroken = 0;  // Tokens of the longest unchanged runs, one of each text.
  TokenRange copy, source;     // The largest passage, in both; empty without one.

  bool complete() const { return size > 0 && copied == size; }
  double share() const { return size == 0 ? 0 : static_cast<double>(copied) / size; }
  double unbroken_share() const { return size == 0 ? 0 : static_cast<double>(unbroken) / size; }
};
// Texts that are shorter than a passage count where they are equal to one. Passages that `allowed`
// holds for do not count.
using PassageFilter = bool (*)(const ChartCopies& copies, const Passage& passage);
Overlap overlap(const ChartCopies& copies, std::span<const std::uint32_t> copy,
                std::span<const std::uint32_t> source, PassageFilter allowed = nullptr);
// That of two equal lists: all of both.
Overlap whole(const ChartCopies& copies, std::span<const std::uint32_t> copy,
              std::span<const std::uint32_t> source);

// Whether the passage may stand there (lawful.def), for example as a marked quotation.
bool may_repeat(const ChartCopies& copies, const Passage& passage);

// Points at the copy, notes the source, measures "similarity" (0 to 1) and "length" (tokens: an
// ideograph, word or number each).
void show(const ChartCopies& copies, const Overlap& overlap, const MessageInfo& source,
          Outcome& outcome);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_OVERLAP_H_
