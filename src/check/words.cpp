// SPDX-License-Identifier: Apache-2.0
#include "check/words.h"

#include <algorithm>

namespace emrlint {

bool holds_any(std::string_view text, WordList words) {
  return any_word(words, [&](std::string_view word) { return text.find(word) != text.npos; });
}

bool tells_any(const Document& document, WordList words) {
  return std::any_of(document.texts.begin(), document.texts.end(),
                     [&](const Text& text) { return holds_any(text.value, words); });
}

}  // namespace emrlint
