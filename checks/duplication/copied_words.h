// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_COPIED_WORDS_H_
#define EMRLINT_CHECKS_DUPLICATION_COPIED_WORDS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "copies/chart_copies.h"

namespace emrlint::checks {

// Words that a document took over from an earlier one, unchanged, within a copied passage.
struct CopiedWords {
  const Passage* passage = nullptr;
  const Document* source = nullptr;
  Time written;             // When the source was.
  std::vector<Part> there;  // The same words in it; not empty.
};

// Finds where words of a document were copied from. Passages within one document, and between
// documents of which none was certainly written first, do not count.
class CopyFinder {
 public:
  CopyFinder(const Chart& chart, const ChartCopies& copies);

  // Whether the document took anything over.
  bool copied(const Document& document) const { return !passages(document).empty(); }
  // Whether it did, or something was taken over from it.
  bool involved(const Document& document) const;
  // From which documents, those of long passages first; each once.
  std::vector<const Document*> sources(const Document& document) const;
  // The longest passage that holds the words; of equals that of the latest source. Empty for words
  // of the document's own, changed numbers among them.
  std::optional<CopiedWords> find(const Document& document, const Part& words) const;
  // The longest passage that holds the words, though they may have been changed, or begins right
  // behind; `there` is all of its source.
  std::optional<CopiedWords> around(const Document& document, const Part& words) const;

 private:
  const std::vector<const Passage*>& passages(const Document& document) const;
  bool has(std::uint32_t text, const Text& piece) const;
  std::vector<Part> source_of(const Passage& passage, const Part& words) const;

  const Chart& chart_;
  const ChartCopies& copies_;
  std::vector<std::vector<const Passage*>> passages_;  // By document, the longest first.
  std::vector<bool> involved_;                         // By document.
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_COPIED_WORDS_H_
