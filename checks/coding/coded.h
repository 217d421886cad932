// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_CODED_H_
#define EMRLINT_CHECKS_CODING_CODED_H_

#include <cstdint>
#include <vector>

#include "check/report.h"
#include "model/chart.h"
#include "terminology/icd.h"

// What the coding checks share: which diagnoses of a chart they judge.
namespace emrlint::checks {

// ICD-10 or ICD-10-CM, with a code at all. TCM codes and other classifications are not judged, nor
// outside China a code whose system is not told.
inline bool icd_coded(const Chart& chart, const Diagnosis& d) {
  if (d.code.value.empty() || d.tcm) return false;
  if (d.code_system.value.empty() && chart.realm == Realm::kOther) return false;
  const CodeSystem system = diagnosis_system(d.code_system.value);
  return system == CodeSystem::kIcd10 || system == CodeSystem::kIcd10Cm;
}

inline bool well_formed(const Diagnosis& d) {
  return diagnosis_system(d.code_system.value) == CodeSystem::kIcd10Cm
             ? well_formed_icd10cm(d.code.value)
             : well_formed_icd10(d.code.value);
}

// The same in ICD-10 itself, well-formed: the only codes that its categories can be asked of.
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

// The discharge list that counts: the latest front page's, else the chart's own data, else that of
// the latest other document. Indexes into chart.diagnoses, in order.
struct DischargeList {
  std::vector<std::uint32_t> all;
  std::vector<std::uint32_t> principal;
  bool ranked = false;  // Some entry says whether it is principal.
};
DischargeList discharge_list(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_CODED_H_
