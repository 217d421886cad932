// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_WORDS_H_
#define EMRLINT_CHECK_WORDS_H_

#include <string_view>

#include "check/option.h"
#include "model/chart.h"

// Whether a text tells of something, by the words of an option.
namespace emrlint {

// Whether the word is one of the list.
bool lists(WordList words, std::string_view word);

// Whether one of the words stands in the text, letter for letter.
bool holds_any(std::string_view text, WordList words);

// Whether one of them stands in a piece of the narrative of the document; titles do not count.
bool tells_any(const Document& document, WordList words);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_WORDS_H_
