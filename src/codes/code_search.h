// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_CODE_SEARCH_H_
#define EMRLINT_CODES_CODE_SEARCH_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "codes/code_table.h"

namespace emrlint {

// At most `limit` codes that answer a query, the best first: the beginning of a code; a part of a
// Chinese name or synonym; the beginnings of words of an English one; pinyin initials ("gxy"). All
// words of a query must be found. Exact names go before names that begin like the query, then codes
// that may stand in records, then short names.
std::vector<CodeEntry> search_codes(const CodeTable& table, std::string_view query,
                                    std::size_t limit);

}  // namespace emrlint

#endif  // EMRLINT_CODES_CODE_SEARCH_H_
