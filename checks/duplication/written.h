// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_WRITTEN_H_
#define EMRLINT_CHECKS_DUPLICATION_WRITTEN_H_

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
  // The one of this chart, made by the first check that asks.
  static const Written& in(const Chart& chart, Report& report);

  const ChartCopies& copies() const { return copies_; }
  // The first document of a type that has texts, null without one.
  const Document* first(DocType type) const;
  // None of a version that a later document replaces.
  const TextList& of(const Document& document) const;
  TextList of(const Document& document, std::span<const SectionType> types) const;
  // Those that are the words of the writer: no lists, results and stock sections, which are the
  // same in many records (lawful.def).
  const TextList& own(const Document& document) const;

 private:
  std::size_t index_of(const Document& document) const;

  const Chart& chart_;
  const ChartCopies& copies_;
  std::vector<TextList> lists_;  // By document.
  std::vector<TextList> own_;    // Likewise.
};

std::uint32_t size_of(const ChartCopies& copies, std::span<const std::uint32_t> texts);
// Tokens that stand in any of the ranges, each once.
std::uint32_t covered(std::vector<TokenRange> ranges);
// Whether what they tell comes to so many ideographs; a word of letters tells as much as two, a
// number as half a one.
bool tells_least(const ChartCopies& copies, std::span<const std::uint32_t> texts, int ideographs);
// The tokens of the texts one behind the other: equal for equal texts, numbers included.
std::u32string tokens_of(const ChartCopies& copies, std::span<const std::uint32_t> texts);

// A document that is no copy passes, if it was read to its end; else that is undecided.
void pass_read(const Chart& chart, const Document& document, Report& report);
// The same where the source may be any record of the stay: all of them have to be here.
void pass_among_all(const Chart& chart, const Document& document, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_WRITTEN_H_
