// SPDX-License-Identifier: Apache-2.0
#include "check/discharge_diagnoses.h"

#include <algorithm>

namespace emrlint {
namespace {

bool discharge_role(DiagnosisRole role) {
  return role == DiagnosisRole::kDischarge || role == DiagnosisRole::kDischargePrincipal ||
         role == DiagnosisRole::kDischargeOther;
}

// 0 front page, 1 chart data, 2 any other document.
int rank_of_source(const Chart& chart, const Diagnosis& diagnosis) {
  if (diagnosis.document >= chart.documents.size()) return 1;
  const DocType type = chart.documents[diagnosis.document].type;
  return type == DocType::kFrontPage || type == DocType::kTcmFrontPage ? 0 : 2;
}

}  // namespace

DischargeList discharge_list(const Chart& chart) {
  int best = 3;
  std::uint32_t document = 0;  // Documents stand in order of time: of two front pages the later.
  for (const Diagnosis& d : chart.diagnoses) {
    if (!discharge_role(d.role) || d.tcm) continue;
    const int rank = rank_of_source(chart, d);
    if (rank < best || (rank == best && d.document > document)) document = d.document;
    best = std::min(best, rank);
  }
  DischargeList list;
  for (std::uint32_t i = 0; i < chart.diagnoses.size(); ++i) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!discharge_role(d.role) || d.tcm || rank_of_source(chart, d) != best) continue;
    if (d.document != document) continue;
    list.all.push_back(i);
    list.ranked |= d.role != DiagnosisRole::kDischarge;
    if (d.role == DiagnosisRole::kDischargePrincipal) list.principal.push_back(i);
  }
  return list;
}

std::string_view principal_category(const Chart& chart) {
  const DischargeList list = discharge_list(chart);
  if (list.principal.size() != 1) return {};
  const Diagnosis& principal = chart.diagnoses[list.principal.front()];
  if (!icd_coded(chart, principal) || !well_formed(principal)) return {};
  return principal.code.value.substr(0, 3);
}

}  // namespace emrlint
