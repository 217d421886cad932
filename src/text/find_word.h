// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_FIND_WORD_H_
#define EMRLINT_TEXT_FIND_WORD_H_

#include <cstddef>
#include <cstring>
#include <string_view>

namespace emrlint {

// The first byte at or behind `from` where the word stands in the text, npos for none. Looks for
// the last byte of the word: in Chinese text the first is that of a third of all characters.
inline std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) {
  if (word.empty()) return from <= text.size() ? from : text.npos;
  for (std::size_t last = from + word.size() - 1; last < text.size(); ++last) {
    const void* found = std::memchr(text.data() + last, word.back(), text.size() - last);
    if (found == nullptr) break;
    last = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    const std::size_t at = last + 1 - word.size();
    if (std::memcmp(text.data() + at, word.data(), word.size()) == 0) return at;
  }
  return text.npos;
}

inline bool holds(std::string_view text, std::string_view word) {
  return find_word(text, word) != text.npos;
}

}  // namespace emrlint

#endif  // EMRLINT_TEXT_FIND_WORD_H_
