// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_OPERATION_VALUES_H_
#define EMRLINT_CHECKS_DUPLICATION_OPERATION_VALUES_H_

#include <span>

#include "base/span.h"

namespace emrlint::checks {

// How many values the course of an operation has that differ between patients: blood and other
// fluids by volume, what was found by its size (8cm×4cm is one), how long it took. Not what every
// operation of a kind has: the length of the cut, the pressure, the mesh.
int operation_values(std::span<const Text> pieces);
// All values.
int any_values(std::span<const Text> pieces);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_OPERATION_VALUES_H_
