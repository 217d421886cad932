// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_CODED_H_
#define EMRLINT_CHECKS_CODING_CODED_H_

#include <cstdint>

#include "check/discharge_diagnoses.h"
#include "check/report.h"
#include "model/chart.h"
#include "terminology/icd.h"

// What the coding checks share: which diagnoses of a chart they judge.
namespace emrlint::checks {

// An ICD code of ICD-10 itself, well-formed: the only codes that its categories can be asked of.
inline bool plain_icd10(const Chart& chart, const Diagnosis& d) {
  return icd_coded(chart, d) && diagnosis_system(d.code_system.value) == CodeSystem::kIcd10 &&
         well_formed_icd10(d.code.value);
}

// Whether what `where` points at is told by a document other than the front page, to which alone
// SY applies. Chart data count as data of the front page.
bool told_elsewhere(const Chart& chart, std::uint32_t document, Span where);

// Whether a diagnosis of the chart says that organs of either sex may be there (Q56 and others).
bool sex_in_doubt(const Chart& chart);

inline Subject of_diagnosis(std::size_t index) {
  return {SubjectKind::kDiagnosis, static_cast<std::uint32_t>(index), {}};
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_CODED_H_
