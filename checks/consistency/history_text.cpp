// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/history_text.h"

#include <algorithm>

#include "text/find_word.h"
#include "text/word_index.h"

namespace emrlint::checks {

bool holds_one(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return holds(text, word); });
}

std::size_t length_of_one(std::string_view text, std::size_t at, Words words) {
  for (const std::string_view word : words) {
    if (stands_at(text, at, word)) return word.size();
  }
  return 0;
}

std::string_view clause_of(const Narrative& narrative, std::size_t at) {
  const std::size_t begin = narrative.clause_begin(at);
  return narrative.text().substr(begin, narrative.clause_end(at) - begin);
}

std::string_view sentence_of(const Narrative& narrative, std::size_t at) {
  const std::string_view text = narrative.text();
  const std::size_t begin = narrative.sentence_begin(at);
  std::size_t end = narrative.clause_end(at);
  while (end < text.size() && narrative.sentence_begin(end) == begin) {
    end = std::max(narrative.clause_end(end), end + char_length(text, end));
  }
  return text.substr(begin, std::min(end, text.size()) - begin);
}

}  // namespace emrlint::checks
