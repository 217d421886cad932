// SPDX-License-Identifier: Apache-2.0
#include "terminology/diagnosis_role.h"

namespace emrlint {

DiagnosisRole diagnosis_role_in(SectionType section) {
  switch (section) {
    case SectionType::kOutpatientDiagnosis:
      return DiagnosisRole::kOutpatient;
    case SectionType::kAdmissionDiagnosis:
      return DiagnosisRole::kAdmission;
    case SectionType::kPreliminaryDiagnosis:
      return DiagnosisRole::kPreliminary;
    case SectionType::kRevisedDiagnosis:
      return DiagnosisRole::kRevised;
    case SectionType::kDischargeDiagnosis:
      return DiagnosisRole::kDischarge;
    case SectionType::kPreopDiagnosis:
      return DiagnosisRole::kPreop;
    case SectionType::kIntraopDiagnosis:
      return DiagnosisRole::kIntraop;
    case SectionType::kPostopDiagnosis:
      return DiagnosisRole::kPostop;
    case SectionType::kPathologyDiagnosis:
      return DiagnosisRole::kPathology;
    case SectionType::kExternalCause:
      return DiagnosisRole::kExternalCause;
    case SectionType::kDeathDiagnosis:
      return DiagnosisRole::kDeath;
    default:
      return DiagnosisRole::kUnknown;
  }
}

}  // namespace emrlint
