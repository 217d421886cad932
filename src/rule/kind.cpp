// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.h"

namespace emrlint {

std::span<const Kind> rule_kinds() {
  static constexpr Kind kKinds[] = {
      {"deadline", read_deadline}, {"field", read_section},   {"frequency", read_frequency},
      {"presence", read_presence}, {"section", read_section},
  };
  return kKinds;
}

}  // namespace emrlint
