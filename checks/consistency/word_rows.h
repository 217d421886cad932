// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_WORD_ROWS_H_
#define EMRLINT_CHECKS_CONSISTENCY_WORD_ROWS_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "text/word_index.h"

namespace emrlint::checks {

// Rows of words that mean the same, blanks between them, all looked for at one place at once. To
// be built once, as a function's static; holds views of the lists.
class WordRows {
 public:
  explicit WordRows(std::span<const std::string_view> lists);

  struct Found {
    std::size_t row = 0;
    std::size_t length = 0;  // 0: none.
  };
  // The longest word that begins at byte `at`.
  Found at(std::string_view text, std::size_t at) const;

 private:
  std::vector<std::size_t> rows_;
  std::vector<std::string_view> words_;
  WordIndex index_;
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_WORD_ROWS_H_
