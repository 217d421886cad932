// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_DISCHARGE_DIAGNOSES_H_
#define EMRLINT_CHECK_DISCHARGE_DIAGNOSES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/chart.h"
#include "terminology/icd.h"

// The diagnoses of a chart that are coded, and the list that counts at discharge.
namespace emrlint {

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

// The discharge list that counts: the latest front page's, else the chart's own data, else that of
// the latest other document. Indexes into chart.diagnoses, in order.
struct DischargeList {
  std::vector<std::uint32_t> all;
  std::vector<std::uint32_t> principal;
  bool ranked = false;  // Some entry says whether it is principal.
};
DischargeList discharge_list(const Chart& chart);

// Category of the principal diagnosis, "I63": empty where there is no one principal diagnosis, or
// its code is absent, malformed or of another classification. A view into the chart.
std::string_view principal_category(const Chart& chart);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_DISCHARGE_DIAGNOSES_H_
