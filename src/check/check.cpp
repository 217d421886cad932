// SPDX-License-Identifier: Apache-2.0
#include "check/check.h"

namespace emrlint {

std::string_view id(Severity severity) {
  constexpr std::string_view kIds[] = {"error", "warning", "note", "off"};
  return kIds[static_cast<std::size_t>(severity)];
}

}  // namespace emrlint
