// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_MODEL_ORDERED_H_
#define EMRLINT_MODEL_ORDERED_H_

#include <cstddef>
#include <span>

#include "model/chart.h"

// Surgeries that only an order tells of. They stand behind the others in Chart::surgeries; their
// start has no other origin than the order, and no day where the order names none.
namespace emrlint {

// Planned by an order, and nothing tells whether it took place.
bool ordered_only(const Surgery& surgery);

// The surgeries that something else than an order tells of: the first of Chart::surgeries.
std::span<const Surgery> told_surgeries(const Chart& chart);

// Whether what names no surgery can only mean this one.
bool only_surgery(const Chart& chart, std::size_t index);

}  // namespace emrlint

#endif  // EMRLINT_MODEL_ORDERED_H_
