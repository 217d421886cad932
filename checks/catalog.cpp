// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

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

std::span<const Unbuilt> unbuilt_rules() {
  static constexpr Unbuilt kRules[] = {
#define EMRLINT_UNBUILT(id, zh, en) {id, {zh, en}},
#include "checks/unbuilt.def"
#undef EMRLINT_UNBUILT
  };
  return kRules;
}

const Unbuilt* find_unbuilt(std::string_view id) {
  const std::span<const Unbuilt> all = unbuilt_rules();
  const auto found =
      std::find_if(all.begin(), all.end(), [id](const Unbuilt& rule) { return rule.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace emrlint
