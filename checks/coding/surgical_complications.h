// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_SURGICAL_COMPLICATIONS_H_
#define EMRLINT_CHECKS_CODING_SURGICAL_COMPLICATIONS_H_

#include <algorithm>
#include <string_view>

#include "checks/coding/code_list.h"

namespace emrlint::checks {

inline constexpr std::string_view kSurgicalComplications[] = {
#define EMRLINT_COMPLICATION(codes) codes,
#include "checks/coding/surgical_complications.def"
#undef EMRLINT_COMPLICATION
};

// Whether a well-formed code of ICD-10 is that of a complication of surgery or of a procedure.
inline bool surgical_complication(std::string_view code) {
  return std::any_of(std::begin(kSurgicalComplications), std::end(kSurgicalComplications),
                     [code](std::string_view codes) { return in_code_list(codes, code); });
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_SURGICAL_COMPLICATIONS_H_
