// SPDX-License-Identifier: Apache-2.0
#include "check/native.h"

namespace emrlint {
namespace checks {

#define EMRLINT_CHECK(name) extern const Check name;
#include "checks/catalog.def"
#undef EMRLINT_CHECK

}  // namespace checks

std::span<const Check* const> native_checks() {
  static constexpr const Check* kChecks[] = {
#define EMRLINT_CHECK(name) &checks::name,
#include "checks/catalog.def"
#undef EMRLINT_CHECK
      nullptr};
  return std::span(kChecks).first(std::size(kChecks) - 1);
}

}  // namespace emrlint
