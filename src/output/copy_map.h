// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_COPY_MAP_H_
#define EMRLINT_OUTPUT_COPY_MAP_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "copies/chart_copies.h"

namespace emrlint {

// What is shown of the copies in charts.
struct CopyChoice {
  std::vector<std::string> charts;     // Patterns of chart numbers with *; all charts if empty.
  std::vector<std::string> documents;  // Numbers in the map, ids or types; all if empty.
  bool passages = true;                // Side by side, besides the matrix.

  bool takes_chart(std::string_view key) const;
};

// A document of the map. They are numbered from 1 in the order in which they were written.
struct MappedDocument {
  const Document* document = nullptr;
  std::uint32_t author = 0;  // Equal for one person, from 1 by first appearance; 0 if not stated.
  std::uint32_t tokens = 0;  // Of its text.
  std::uint32_t copied = 0;  // Those of them that stand in an earlier text, each once.
  bool chosen = true;
};

// How much of one document stands in another.
struct CopyCell {
  std::uint32_t copy = 0;    // Index of CopyMap::documents.
  std::uint32_t source = 0;  // Likewise.
  std::uint32_t tokens = 0;  // Of the copy, each once.
};

// A passage that speaks for others with the same text.
struct LeadPassage {
  std::uint32_t passage = 0;        // Index of ChartCopies::passages().
  std::vector<std::uint32_t> also;  // Indexes of other documents that are a source of it.
};

// Who took how much from whom in one chart. A token counts as copied when it is equal, numbers
// included. Only documents that have text are there; of the cells and passages those that a chosen
// document has part in. The copies must outlive it.
class CopyMap {
 public:
  CopyMap(const ChartCopies& copies, const CopyChoice& choice);

  std::span<const MappedDocument> documents() const { return documents_; }
  std::span<const CopyCell> cells() const { return cells_; }  // By copy and source.
  std::uint32_t document_of(std::uint32_t text) const { return of_text_[text]; }
  // Whether a chosen document has part in the passage.
  bool shows(const Passage& passage) const;
  // The passages that tell most, in order of the copies; each other one that is shown is mostly
  // covered by one of them.
  std::vector<LeadPassage> leads() const;

  std::uint32_t tokens() const;
  std::uint32_t copied() const;

 private:
  void number_documents(const CopyChoice& choice);
  void count();
  void lead(std::vector<std::uint32_t> passages, std::vector<LeadPassage>& out) const;

  const ChartCopies* copies_;
  std::vector<MappedDocument> documents_;
  std::vector<std::uint32_t> of_text_;
  std::vector<CopyCell> cells_;
};

// How much a part is of a whole, in hundredths, rounded down: 100 is all of it.
unsigned percent(std::uint64_t part, std::uint64_t whole);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_COPY_MAP_H_
