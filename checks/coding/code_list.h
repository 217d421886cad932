// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_CODE_LIST_H_
#define EMRLINT_CHECKS_CODING_CODE_LIST_H_

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "terminology/icd.h"

// Lists of codes as one text, as data files write them: "C00-D48|E85|J09-J11".
namespace emrlint::checks {

// Calls `visit(CodeRange)` for each item until it returns true; whether it did. An item is a code
// or two with a hyphen between them, both with everything below them.
template <typename Visit>
bool any_range(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const std::size_t bar = std::min(list.find('|'), list.size());
    const std::string_view item = list.substr(0, bar);
    const std::size_t hyphen = item.find('-');
    const std::string_view first = item.substr(0, hyphen);
    const std::string_view last = hyphen == item.npos ? first : item.substr(hyphen + 1);
    if (!item.empty() && visit(CodeRange{first, last})) return true;
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
  return false;
}

// Whether a well-formed code is in the list.
inline bool in_code_list(std::string_view list, std::string_view code) {
  return any_range(list, [&](CodeRange range) { return in_ranges({&range, 1}, code); });
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_CODE_LIST_H_
