// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_SEARCH_INDEX_H_
#define EMRLINT_CODES_SEARCH_INDEX_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "codes/code_row.h"

namespace emrlint {

// What makes the names of a table findable: see code_file.h, Token.
struct SearchIndex {
  struct Token {
    std::string text;
    std::uint32_t posting = 0, size = 0, count = 0;
  };
  std::vector<Token> tokens;
  std::string postings;
  std::string initials;
  std::vector<std::uint32_t> initials_ends;
};

// Of rows in the order of the table.
SearchIndex make_search_index(const std::vector<CodeRow>& rows, const PinyinInitials* pinyin);

// What a name is found by: words of letters and digits, each two ideographs that stand side by
// side, and the last ideograph of a run; folded (NFKC, lower case).
std::vector<std::string> name_tokens(std::string_view name);

bool ideograph(char32_t c);

}  // namespace emrlint

#endif  // EMRLINT_CODES_SEARCH_INDEX_H_
