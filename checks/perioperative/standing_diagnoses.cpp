// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/standing_diagnoses.h"

#include <algorithm>

#include "check/words.h"

namespace emrlint::checks {
namespace {

// Of a diagnosis at discharge it has to be told that it was there on admission.
bool there_before(const Diagnosis& diagnosis) {
  const std::string_view told = diagnosis.on_admission.value;
  switch (diagnosis.role) {
    case DiagnosisRole::kAdmission:
    case DiagnosisRole::kPreliminary:
    case DiagnosisRole::kPreop:
      return true;
    case DiagnosisRole::kRevised:
    case DiagnosisRole::kDischargePrincipal:
    case DiagnosisRole::kDischargeOther:
    case DiagnosisRole::kDischarge:
      return told == "yes" || told == "1" || told == "有";
    default:
      return false;
  }
}

bool doubted(std::string_view name) {
  return holds_any(name, {"?|？|待排|待查|可能|疑似|可疑|除外|倾向|不排除|考虑"});
}

}  // namespace

const Diagnosis* standing(const Chart& chart, const DiseaseWords& disease) {
  const auto is_one = [&](const Diagnosis& diagnosis) {
    const std::string_view name = diagnosis.name.value;
    if (diagnosis.tcm || !there_before(diagnosis) || doubted(name)) return false;
    if (holds_any(name, disease.others)) return false;
    if (holds_any(name, disease.names)) return true;
    return std::any_of(disease.codes.begin(), disease.codes.end(), [&](std::string_view code) {
      return diagnosis.code.value.starts_with(code);
    });
  };
  const auto found = std::find_if(chart.diagnoses.begin(), chart.diagnoses.end(), is_one);
  return found == chart.diagnoses.end() ? nullptr : &*found;
}

}  // namespace emrlint::checks
