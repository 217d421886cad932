// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/reasoning.h"

#include "checks/outpatient/same_diagnosis.h"

namespace emrlint::checks {
namespace {

void append(const Document& document, SectionType type, std::vector<Text>& pieces) {
  const Section* const section = document.section(type);
  if (section == nullptr) return;
  const auto texts = document.text_of(*section);
  pieces.insert(pieces.end(), texts.begin(), texts.end());
}

enum Rank : std::size_t { kPrincipal, kDischarge, kAdmission, kRanks };

Rank rank_of(DiagnosisRole role) {
  switch (role) {
    case DiagnosisRole::kDischargePrincipal:
      return kPrincipal;
    case DiagnosisRole::kDischarge:
    case DiagnosisRole::kDischargeOther:
      return kDischarge;
    case DiagnosisRole::kAdmission:
    case DiagnosisRole::kPreliminary:
      return kAdmission;
    default:
      return kRanks;
  }
}

}  // namespace

std::vector<Text> reasoning_of(const Document& document) {
  std::vector<Text> pieces;
  append(document, SectionType::kDiagnosisBasis, pieces);
  append(document, SectionType::kDifferentialDiagnosis, pieces);
  if (pieces.empty()) append(document, SectionType::kDiagnosticDiscussion, pieces);
  return pieces;
}

std::string_view disease_of(const Chart& chart) {
  std::string_view found[kRanks];
  for (const Diagnosis& diagnosis : chart.diagnoses) {
    const Rank rank = rank_of(diagnosis.role);
    if (rank != kRanks && found[rank].empty()) found[rank] = category(diagnosis);
  }
  for (const std::string_view disease : found) {
    if (!disease.empty()) return disease;
  }
  return {};
}

}  // namespace emrlint::checks
