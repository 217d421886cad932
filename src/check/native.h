// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_NATIVE_H_
#define EMRLINT_CHECK_NATIVE_H_

#include <span>

#include "check/check.h"

namespace emrlint {

// The checks written in C++ that are built in, in the order of checks/catalog.def.
std::span<const Check* const> native_checks();

}  // namespace emrlint

#endif  // EMRLINT_CHECK_NATIVE_H_
