// SPDX-License-Identifier: Apache-2.0
#include "check/subject.h"

namespace emrlint {
namespace {

std::string with_id(std::string_view kind, std::string_view event_id, std::uint32_t index) {
  std::string key(kind);
  key += '/';
  if (event_id.empty()) {
    key += std::to_string(index);
  } else {
    key += event_id;
  }
  return key;
}

std::string base_key(const Chart& chart, const Subject& s) {
  switch (s.kind) {
    case SubjectKind::kChart:
      return "chart";
    case SubjectKind::kDocument: {
      const Document& document = chart.documents[s.index];
      return with_id("document/" + std::string(id(document.type)), document.id.value, s.index);
    }
    case SubjectKind::kSurgery:
      return with_id("surgery", chart.surgeries[s.index].id.value, s.index);
    case SubjectKind::kDiagnosis: {
      const Diagnosis& d = chart.diagnoses[s.index];
      return with_id("diagnosis/" + std::string(id(d.role)), d.code.value, s.index);
    }
    case SubjectKind::kProcedure:
      return with_id("procedure", chart.procedures[s.index].code.value, s.index);
    case SubjectKind::kOrder:
      return with_id("order", chart.orders[s.index].id.value, s.index);
    case SubjectKind::kCondition:
      return with_id("condition", chart.conditions[s.index].id.value, s.index);
    case SubjectKind::kConsultation:
      return with_id("consultation", chart.consultations[s.index].id.value, s.index);
    case SubjectKind::kTransfer:
      return with_id("transfer", chart.transfers[s.index].id.value, s.index);
    case SubjectKind::kHandover:
      return with_id("handover", chart.handovers[s.index].id.value, s.index);
    case SubjectKind::kRescue:
      return with_id("rescue", chart.rescues[s.index].id.value, s.index);
    case SubjectKind::kTransfusion:
      return with_id("transfusion", chart.transfusions[s.index].id.value, s.index);
    case SubjectKind::kCriticalValue:
      return with_id("critical-value", chart.critical_values[s.index].id.value, s.index);
    case SubjectKind::kChecklist:
      return with_id("checklist", chart.checklists[s.index].id.value, s.index);
    case SubjectKind::kResult:
      return with_id("result", chart.results[s.index].id.value, s.index);
  }
  return "chart";
}

}  // namespace

Subject of(const Chart& chart, const Document& document, std::string_view detail) {
  return {SubjectKind::kDocument, static_cast<std::uint32_t>(&document - chart.documents.data()),
          detail};
}

std::string subject_key(const Chart& chart, const Subject& subject) {
  std::string key = base_key(chart, subject);
  if (!subject.detail.empty()) {
    key += '#';
    key += subject.detail;
  }
  return key;
}

namespace {

// Small places: a whole event may run over many lines of its file.
Span place_of(const std::optional<Located<Time>>& time, Span event) {
  return time ? time->span : event;
}

Span place_of(const Surgery& surgery) {
  if (surgery.start) return surgery.start.span();
  return surgery.name.value.empty() ? surgery.span : surgery.name.span;
}

Span place_of(const Text& text, Span event) { return text.value.empty() ? event : text.span; }

}  // namespace

Span subject_span(const Chart& chart, const Subject& s) {
  switch (s.kind) {
    case SubjectKind::kChart:
      return chart.encounter.span.empty() ? chart.span : chart.encounter.span;
    case SubjectKind::kDocument:
      return chart.documents[s.index].span;
    case SubjectKind::kSurgery:
      return place_of(chart.surgeries[s.index]);
    case SubjectKind::kDiagnosis:
      return chart.diagnoses[s.index].span;
    case SubjectKind::kProcedure:
      return chart.procedures[s.index].span;
    case SubjectKind::kOrder:
      return chart.orders[s.index].span;
    case SubjectKind::kCondition:
      return place_of(chart.conditions[s.index].start, chart.conditions[s.index].span);
    case SubjectKind::kConsultation:
      return place_of(chart.consultations[s.index].requested, chart.consultations[s.index].span);
    case SubjectKind::kTransfer:
      return place_of(chart.transfers[s.index].at, chart.transfers[s.index].span);
    case SubjectKind::kHandover:
      return place_of(chart.handovers[s.index].at, chart.handovers[s.index].span);
    case SubjectKind::kRescue:
      return place_of(chart.rescues[s.index].end, chart.rescues[s.index].span);
    case SubjectKind::kTransfusion:
      return place_of(chart.transfusions[s.index].start, chart.transfusions[s.index].span);
    case SubjectKind::kCriticalValue:
      return chart.critical_values[s.index].span;
    case SubjectKind::kChecklist:
      return place_of(chart.checklists[s.index].kind, chart.checklists[s.index].span);
    case SubjectKind::kResult:
      return chart.results[s.index].span;
  }
  return chart.span;
}

}  // namespace emrlint
