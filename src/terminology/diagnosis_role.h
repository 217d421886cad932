// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TERMINOLOGY_DIAGNOSIS_ROLE_H_
#define EMRLINT_TERMINOLOGY_DIAGNOSIS_ROLE_H_

#include "model/diagnosis.h"
#include "model/section_types.h"

namespace emrlint {

// The role of the diagnoses that stand in a section; kUnknown where the section does not tell.
DiagnosisRole diagnosis_role_in(SectionType section);

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_DIAGNOSIS_ROLE_H_
