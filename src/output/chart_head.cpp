// SPDX-License-Identifier: Apache-2.0
#include "output/chart_head.h"

#include <algorithm>

namespace emrlint {
namespace {

bool holds(Span outer, Span inner) {
  return outer.file == inner.file && outer.begin <= inner.begin && inner.end <= outer.end &&
         !outer.empty();
}

// Whether a place lies in what is known to be the document's: its head, texts, data, signatures.
bool holds(const Document& document, Span span) {
  const auto any = [&](const auto& list, const auto& span_of) {
    return std::any_of(list.begin(), list.end(),
                       [&](const auto& one) { return holds(span_of(one), span); });
  };
  const auto own = [](const auto& one) { return one.span; };
  return holds(document.span, span) || any(document.sections, own) || any(document.texts, own) ||
         any(document.elements, own) || any(document.signatures, own);
}

}  // namespace

std::string staff_text(const Person& person, Wording& wording) {
  const bool shown = wording.masker() == nullptr;
  if (shown && !person.name.value.empty()) return std::string(person.name.value);
  if (!person.id.value.empty()) return wording.text(person.id.value);
  return person.name.value.empty() ? "" : "***";
}

ChartHead chart_head(const Chart* chart, Wording& wording) {
  if (chart == nullptr) return {};
  const std::string_view name = chart->patient.name.value;
  const bool shown = wording.masker() == nullptr;
  return {shown || name.empty() ? std::string(name) : "***",
          wording.text(chart->encounter.department.value),
          staff_text(chart->encounter.attending, wording)};
}

const Document* document_of(const Chart& chart, const Finding& finding) {
  const Subject& subject = finding.outcome.subject;
  if (subject.kind == SubjectKind::kDocument && subject.index < chart.documents.size()) {
    return &chart.documents[subject.index];
  }
  const auto found =
      std::find_if(chart.documents.begin(), chart.documents.end(),
                   [&](const Document& document) { return holds(document, finding.outcome.span); });
  return found == chart.documents.end() ? nullptr : &*found;
}

std::string document_text(const Document& document, Wording& wording, Lang lang) {
  const std::string_view title = document.title.value;
  return title.empty() ? std::string(name(document.type, lang)) : wording.text(title);
}

}  // namespace emrlint
