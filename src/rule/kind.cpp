// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.h"

namespace emrlint {

std::span<const Kind> rule_kinds() {
  static constexpr Kind kKinds[] = {
      {"agreement", read_agreement}, {"deadline", read_deadline},
      {"field", read_section},       {"frequency", read_frequency},
      {"phrase", read_phrase},       {"presence", read_presence},
      {"section", read_section},     {"sequence", read_sequence},
  };
  return kKinds;
}

}  // namespace emrlint
