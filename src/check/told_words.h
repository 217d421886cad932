// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_TOLD_WORDS_H_
#define EMRLINT_CHECK_TOLD_WORDS_H_

#include <deque>
#include <utility>

#include "check/derived_documents.h"
#include "check/words.h"

// What documents tell by lists of words, worked out once for each document and list.
namespace emrlint {

// The value of a type that `make()` gives when it is asked for first with these words, on the terms
// of of_document(). It may depend on the words, which are of the configuration or constants.
template <typename T, typename Make>
const T& of_document_by(WordList words, const Chart& chart, const Document& document,
                        Report& report, Make make) {
  struct ByWords {
    std::deque<std::pair<WordList, T>> all;
  };
  const auto index = static_cast<std::size_t>(&document - chart.documents.data());
  auto& all = derived_documents(chart, report).of(index).template keep<ByWords>().all;
  for (const auto& [asked, value] : all) {
    if (asked == words) return value;
  }
  return all.emplace_back(words, make()).second;
}

// tells_any() of a document of the chart.
inline bool tells_any(const Chart& chart, const Document& document, WordList words,
                      Report& report) {
  struct Tells {
    bool any;
  };
  return of_document_by<Tells>(words, chart, document, report, [&] {
           return Tells{tells_any(document, words)};
         }).any;
}

}  // namespace emrlint

#endif  // EMRLINT_CHECK_TOLD_WORDS_H_
