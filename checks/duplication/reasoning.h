// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_REASONING_H_
#define EMRLINT_CHECKS_DUPLICATION_REASONING_H_

#include <string_view>
#include <vector>

#include "model/chart.h"

namespace emrlint::checks {

// The 拟诊讨论 of a first progress note: basis of the diagnosis and differential diagnosis, where
// these have headings of their own, else the section of that name.
std::vector<Text> reasoning_of(const Document& document);

// The category of ICD-10 of the principal diagnosis at discharge, else of the first at discharge,
// else of the first on admission; empty where none is coded.
std::string_view disease_of(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_REASONING_H_
