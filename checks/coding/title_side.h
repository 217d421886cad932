// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_TITLE_SIDE_H_
#define EMRLINT_CHECKS_CODING_TITLE_SIDE_H_

#include <cstdint>
#include <string_view>

#include "checks/consistency/sided_parts.h"

namespace emrlint::checks {

// The side that a name speaks of as a whole.
enum class NamedSide : std::uint8_t {
  kNone,  // It names none, or more than one place.
  kLeft,
  kRight,
  kBoth,
  kOne,  // 单侧: either.
};

struct SidedName {
  NamedSide side = NamedSide::kNone;
  std::string_view word;    // 左侧, as the name has it.
  BodyPart part = kNoPart;  // What is on that side; kNoPart where that is not known.
  std::uint8_t lesion = 0;  // As of SidedPart.
};
SidedName sided_name(std::string_view name);

// Whether what is on one side by the first can be on that of the second.
bool opposed(NamedSide title, Side text);
bool opposed(NamedSide title, NamedSide name);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_TITLE_SIDE_H_
