// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.h"

namespace emrlint {

std::span<const Kind> rule_kinds() {
  static constexpr Kind kKinds[] = {
      {"deadline", read_deadline},
  };
  return kKinds;
}

}  // namespace emrlint
