// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_OUTPATIENT_SAME_DIAGNOSIS_H_
#define EMRLINT_CHECKS_OUTPATIENT_SAME_DIAGNOSIS_H_

#include <string_view>

#include "model/diagnosis.h"

// Whether two documents mean the same disease, as far as name and code tell.
namespace emrlint::checks {

// The category of ICD-10, J20 of J20.900; empty where there is none.
inline std::string_view category(const Diagnosis& diagnosis) {
  const std::string_view code = diagnosis.code.value;
  const bool icd = !diagnosis.tcm && code.size() >= 3 && code[0] >= 'A' && code[0] <= 'Z' &&
                   code[1] >= '0' && code[1] <= '9';
  return icd ? code.substr(0, 3) : std::string_view{};
}

inline bool same_name(const Diagnosis& a, const Diagnosis& b) {
  const std::string_view x = a.name.value, y = b.name.value;
  return !x.empty() && !y.empty() && (x.find(y) != x.npos || y.find(x) != y.npos);
}

// By a name within the other's, or the category of the codes.
inline bool same_diagnosis(const Diagnosis& a, const Diagnosis& b) {
  return same_name(a, b) || (!category(a).empty() && category(a) == category(b));
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_OUTPATIENT_SAME_DIAGNOSIS_H_
