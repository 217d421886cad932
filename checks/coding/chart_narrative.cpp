// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/chart_narrative.h"

#include <algorithm>
#include <iterator>

#include "checks/consent/forms.h"

namespace emrlint::checks {
namespace {

bool front_page(DocType type) {
  return type == DocType::kFrontPage || type == DocType::kTcmFrontPage;
}

bool of_report(SectionType section) {
  switch (section) {
    case SectionType::kAuxiliaryExam:
    case SectionType::kLaboratory:
    case SectionType::kImaging:
    case SectionType::kExamReport:
    case SectionType::kLabReport:
    case SectionType::kResult:
    case SectionType::kImpression:
      return true;
    default:
      return false;
  }
}

// What a consent says of the patient, and not of what may happen to any.
bool of_patient(SectionType section) {
  return section == SectionType::kDiagnosis || section == SectionType::kPreopDiagnosis ||
         section == SectionType::kSurgicalIndication;
}

bool tells_of_stay(DocType type) {
  return is_course_note(type) || type == DocType::kAdmissionRecord ||
         type == DocType::kDischargeRecord || type == DocType::kDischargeSummary ||
         type == DocType::kDeathRecord || type == DocType::kAdmissionDischarge24h ||
         type == DocType::kAdmissionDeath24h || type == DocType::kOperationRecord;
}

// A diagnosis of the chart's data that is none of the list of the front page.
bool made_earlier(DiagnosisRole role) {
  switch (role) {
    case DiagnosisRole::kAdmission:
    case DiagnosisRole::kPreliminary:
    case DiagnosisRole::kRevised:
    case DiagnosisRole::kPreop:
    case DiagnosisRole::kIntraop:
    case DiagnosisRole::kPostop:
    case DiagnosisRole::kDeath:
      return true;
    default:
      return false;
  }
}

bool abnormal(const ResultItem& item) {
  constexpr std::string_view kNormal[] = {"", "N", "n", "normal", "正常", "-", "阴性", "M"};
  return std::find(std::begin(kNormal), std::end(kNormal), item.flag.value) == std::end(kNormal);
}

// Whether the chart says of results that they are abnormal at all.
bool flagged(const Chart& chart) {
  return std::any_of(chart.results.begin(), chart.results.end(), [](const TestResult& result) {
    return std::any_of(result.items.begin(), result.items.end(), &abnormal);
  });
}

}  // namespace

ChartNarrative::ChartNarrative(const Chart& chart) {
  for (const Document& document : chart.documents) {
    if (!front_page(document.type) && !of_other_person(chart, document)) add_document(document);
  }
  add_data(chart);
}

const ChartNarrative& ChartNarrative::of(const Chart& chart, Report& report) {
  return report.derived().get<ChartNarrative>([&] { return ChartNarrative(chart); });
}

void ChartNarrative::add(const Piece& piece, bool report) {
  if (piece.text.value.empty()) return;
  pieces_.push_back({piece, report, Narrative(piece.text.value, owner_of(piece.section))});
}

void ChartNarrative::add_document(const Document& document) {
  const bool consent = consent_form(document.type) != nullptr;
  const bool exam = document.type == DocType::kExamReport || document.type == DocType::kLabReport;
  for (const Piece& piece : pieces_of(document)) {
    if (piece.section == SectionType::kNewborn) continue;
    if (consent && !of_patient(piece.section)) continue;
    told_ |= tells_of_stay(document.type) && !piece.text.value.empty();
    add(piece, exam || of_report(piece.section));
  }
}

void ChartNarrative::add_data(const Chart& chart) {
  const auto add_text = [&](const Text& text, bool report) { add({text}, report); };
  for (const Order& order : chart.orders) add_text(order.content, false);
  const bool flags = flagged(chart);
  for (const TestResult& result : chart.results) {
    add_text(result.name, true);
    add_text(result.conclusion, true);
    for (const ResultItem& item : result.items) {
      // What was measured of everybody and found normal tells of no disease.
      if (flags && !abnormal(item)) continue;
      add_text(item.name, true);
      add_text(item.value, true);
    }
  }
  for (const Surgery& surgery : chart.surgeries) add_text(surgery.name, false);
  for (const Procedure& procedure : chart.procedures) {
    if (procedure.document == Procedure::kNoDocument || is_front_page(chart, procedure.document)) {
      continue;
    }
    add_text(procedure.name, false);
  }
  for (const Diagnosis& diagnosis : chart.diagnoses) {
    const bool known = diagnosis.document < chart.documents.size();
    const bool elsewhere =
        known ? !is_front_page(chart, diagnosis.document) : made_earlier(diagnosis.role);
    if (elsewhere) add_text(diagnosis.name, false);
  }
}

bool read_whole(const Chart& chart) {
  return chart.complete && !chart.cut_off &&
         std::none_of(chart.documents.begin(), chart.documents.end(),
                      [](const Document& document) { return document.broken; });
}

bool is_front_page(const Chart& chart, std::uint32_t document) {
  return document < chart.documents.size() && front_page(chart.documents[document].type);
}

}  // namespace emrlint::checks
