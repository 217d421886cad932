// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_GESTATION_H_
#define EMRLINT_CHECKS_CODING_GESTATION_H_

#include <optional>
#include <vector>

#include "checks/consistency/pieces.h"
#include "model/chart.h"

// At how many weeks a newborn was born, in the words of its chart.
namespace emrlint::checks {

struct Gestation {
  int weeks = 0;  // Completed: 38 of 38+2周.
  Part part;      // "胎龄38+2周"
};

// The statements of a text: 胎龄38+2周, 孕38周+2天…娩出. Not the weeks of an examination of the
// mother (孕24周产检), nor what is estimated or supposed.
std::vector<Gestation> gestations_in(const Text& text);

// The first of the chart, where all of its admission and first notes, summaries and discharge
// records that state the weeks agree; empty where none does or they differ.
std::optional<Gestation> gestation_of(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_GESTATION_H_
