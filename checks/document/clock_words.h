// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DOCUMENT_CLOCK_WORDS_H_
#define EMRLINT_CHECKS_DOCUMENT_CLOCK_WORDS_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace emrlint::checks {

// A time that is not by the 24-hour clock (下午3时), or `words`: not in Arabic numerals (上午九时,
// 二〇二四年).
struct ClockWords {
  std::size_t from = 0, size = 0;
  bool words = false;
};

// The first in the text.
std::optional<ClockWords> find_clock_words(std::string_view text);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DOCUMENT_CLOCK_WORDS_H_
