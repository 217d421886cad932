// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_GENERATOR_CODING_DEFECTS_H_
#define EMRLINT_GENERATOR_CODING_DEFECTS_H_

#include <string_view>

namespace emrlint {

// A diagnosis of a stay in which that check is to find a defect.
struct Miscoded {
  std::string_view check, role, code, name, on_admission;
};

inline constexpr Miscoded kMiscoded[] = {
#define EMRLINT_MISCODED(check, role, code, name, on_admission) \
  {check, role, code, name, on_admission},
#include "generator/coding_defects.def"
#undef EMRLINT_MISCODED
};

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_CODING_DEFECTS_H_
