// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_NAMED_DIAGNOSIS_H_
#define EMRLINT_CHECKS_CONSISTENCY_NAMED_DIAGNOSIS_H_

#include <string_view>

#include "checks/consistency/diagnosis_items.h"

// Whether two names, or a name and a text, may mean one disease. Both answer yes rather than no.
namespace emrlint::checks {

// They have two characters in a row in common that name more than a course, a side or a kind of
// disease (急性, 左侧, 感染, 恶性肿瘤).
bool akin(const DiagnosisItem& a, const DiagnosisItem& b);

// The text holds two characters in a row that stand in the name in that order, so that 心梗 tells
// of 急性心肌梗死; 癌 tells of a malignant tumour.
bool may_tell_of(std::string_view text, const DiagnosisItem& name);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_NAMED_DIAGNOSIS_H_
