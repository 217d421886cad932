// SPDX-License-Identifier: Apache-2.0
#include "check/words.h"
#include "text/find_word.h"

#include <algorithm>

namespace emrlint {

bool lists(WordList words, std::string_view word) {
  if (word.empty()) return false;
  const std::string_view all = words.joined;
  for (std::size_t at = find_word(all, word); at != all.npos; at = find_word(all, word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || all[at - 1] == '|') && (end == all.size() || all[end] == '|')) return true;
  }
  return false;
}

bool holds_any(std::string_view text, WordList words) {
  return any_word(words, [&](std::string_view word) { return holds(text, word); });
}

bool tells_any(const Document& document, WordList words) {
  return std::any_of(document.texts.begin(), document.texts.end(),
                     [&](const Text& text) { return holds_any(text.value, words); });
}

}  // namespace emrlint
