// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_DAY_OF_WORDS_H_
#define EMRLINT_CHECKS_CONSISTENCY_DAY_OF_WORDS_H_

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "text/day_words.h"
#include "text/narrative.h"

namespace emrlint::checks {

// The days that a text names, each for the rest of its sentence, as seen from the day of the note:
// 2024-03-02 血常规：…, 3月2日…, 昨日…
class DayOfWords {
 public:
  DayOfWords(std::string_view text, std::chrono::sys_days note);

  // Whether the text names any day that can be told.
  bool known() const;
  // The day of what stands at byte `place`; empty where the sentence names none before it, or one
  // to compare with (较3月2日).
  std::optional<std::chrono::sys_days> at(std::size_t place) const;
  // The sentence of what stands at `from`, up to `to`.
  std::string_view sentence(std::size_t from, std::size_t to) const;

 private:
  Narrative narrative_;
  std::chrono::sys_days note_;
  std::vector<DayMention> said_;
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_DAY_OF_WORDS_H_
