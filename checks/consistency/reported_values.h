// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_REPORTED_VALUES_H_
#define EMRLINT_CHECKS_CONSISTENCY_REPORTED_VALUES_H_

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "checks/consistency/analytes.h"
#include "model/chart.h"

namespace emrlint::checks {

// Whether a report, by its name, is none of urine and other fluids.
bool of_blood(std::string_view report);

// A value that a laboratory reported of the blood.
struct Reported {
  Analyte analyte = kNoAnalyte;
  double value = 0;
  std::string unit;  // As unit_form() has it.
  const ResultItem* item = nullptr;
  const TestResult* report = nullptr;

  // Whether it may be said to be of that day: collected or reported then.
  bool of_day(std::chrono::sys_days day) const;
};

// Those of known names that are numbers.
std::vector<Reported> reported_values(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_REPORTED_VALUES_H_
