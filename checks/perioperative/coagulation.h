// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_COAGULATION_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_COAGULATION_H_

#include <optional>

#include "model/chart.h"

// Which results tell of coagulation, and of the organs.
namespace emrlint::checks {

// By name of the report, by name or LOINC code of an item: PT, APTT, INR.
bool tells_coagulation(const TestResult& result);

// When the sample was taken, else when it was reported.
const std::optional<Located<Time>>& taken_at(const TestResult& result);

// Whether coagulation was tested at a time that is not after the start of surgery.
bool tested_before(const Chart& chart, const Surgery& surgery);

// The same of heart, lungs, liver or kidneys: electrocardiogram, echocardiogram, spirometry, their
// chemistry.
bool organs_tested_before(const Chart& chart, const Surgery& surgery);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_COAGULATION_H_
