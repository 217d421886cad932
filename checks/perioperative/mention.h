// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_MENTION_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_MENTION_H_

#include <cstdint>
#include <optional>

#include "base/span.h"
#include "check/option.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {

// The first mention of one of the words that is meant as asked for: `accept(Reading)`.
template <typename Accept>
std::optional<Part> mention_of(const Text& text, WordList words, Accept accept) {
  const Narrative narrative(text.value);
  std::optional<Part> found;
  any_word(words, [&](std::string_view word) {
    for (std::size_t at = find_word(text.value, word); at != text.value.npos;
         at = find_word(text.value, word, at + word.size())) {
      if (!accept(narrative.reading(at, at + word.size()))) continue;
      found =
          Part{text, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())};
      return true;
    }
    return false;
  });
  return found;
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_MENTION_H_
