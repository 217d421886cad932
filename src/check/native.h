// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_NATIVE_H_
#define EMRLINT_CHECK_NATIVE_H_

#include <span>
#include <string_view>

#include "check/check.h"

namespace emrlint {

// The checks written in C++ that are built in, in the order of checks/catalog.def.
std::span<const Check* const> native_checks();

// A rule that is no check, and why.
struct Unbuilt {
  std::string_view id;
  Bilingual reason;
};

// Those of checks/unbuilt.def, by id.
std::span<const Unbuilt> unbuilt_rules();
// The one of that id, null for none.
const Unbuilt* find_unbuilt(std::string_view id);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_NATIVE_H_
