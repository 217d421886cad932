// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_BETTER_CODE_H_
#define EMRLINT_CHECKS_CODING_BETTER_CODE_H_

#include <string>
#include <string_view>

#include "check/report.h"
#include "codes/code_table.h"

// Codes that are offered in the place of one that a chart has.
namespace emrlint::checks {

// Of the check that offers one.
inline constexpr Message<std::string_view, std::string_view> kBetter{"better", "改为“{0}”（{1}）",
                                                                     "write “{0}” ({1})"};

inline void offer(Outcome& outcome, Span where, const CodeEntry& better) {
  outcome.fix(kBetter, where, std::string(better.code()), better.code(), better.name(Lang::kZh));
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_BETTER_CODE_H_
