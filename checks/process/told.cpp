// SPDX-License-Identifier: Apache-2.0
#include "checks/process/told.h"

#include <algorithm>

#include "check/words.h"
#include "text/find_word.h"
#include "text/narrative.h"
#include "text/quantity.h"

namespace emrlint::checks {

std::optional<Part> told_in(const Text& text, WordList words) {
  std::optional<Narrative> narrative;
  std::optional<Part> found;
  any_word(words, [&](std::string_view word) {
    for (std::size_t at = find_word(text.value, word); at != text.value.npos;
         at = find_word(text.value, word, at + word.size())) {
      if (!narrative) narrative.emplace(text.value);
      if (narrative->reading(at, at + word.size()) != Reading{}) continue;
      found =
          Part{text, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())};
      return true;
    }
    return false;
  });
  return found;
}

bool headed(const Document& document, WordList words) {
  if (holds_any(document.title.value, words)) return true;
  return std::any_of(document.sections.begin(), document.sections.end(), [&](const Section& s) {
    return holds_any(s.title.value, words) && !document.blank(s);
  });
}

bool has_clock(std::string_view text) {
  for (const std::string_view mark : {":", "：", "时", "点"}) {
    for (std::size_t at = find_word(text, mark); at != text.npos;
         at = find_word(text, mark, at + mark.size())) {
      const bool hour = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
      if (hour && digit_at(text, at + mark.size()) >= 0) return true;
    }
  }
  return false;
}

}  // namespace emrlint::checks
