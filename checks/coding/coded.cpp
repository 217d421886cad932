// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/coded.h"

#include <algorithm>

#include "terminology/sex_limited.h"

namespace emrlint::checks {
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

bool told_elsewhere(const Chart& chart, std::uint32_t document, Span where) {
  if (document < chart.documents.size()) {
    const DocType type = chart.documents[document].type;
    return type != DocType::kFrontPage && type != DocType::kTcmFrontPage;
  }
  // An event keeps no document; a CDA file holds one.
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& d) {
    return (d.format == Format::kWs500 || d.format == Format::kCda) && d.span.file == where.file &&
           d.type != DocType::kFrontPage && d.type != DocType::kTcmFrontPage;
  });
}

bool sex_in_doubt(const Chart& chart) {
  return std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(), [&](const Diagnosis& d) {
    return icd_coded(chart, d) && leaves_sex_in_doubt(d.code.value);
  });
}

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

}  // namespace emrlint::checks
