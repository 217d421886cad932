// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/surgery.h"

#include <algorithm>

namespace emrlint::checks {
Answer no_later(const Time& a, const Time& b) {
  if (certainly_after(a, b)) return Answer::kNo;
  if (certainly_before(a, b) || (a.exact() && b.exact())) return Answer::kYes;
  return Answer::kUnknown;
}

Span called_for_at(const Surgery& surgery) {
  return surgery.start ? surgery.start.span() : surgery.span;
}

bool outside_hospital(const Chart& chart) {
  return chart.encounter.kind.value != EncounterKind::kUnknown && !chart.inpatient();
}

std::optional<Missing> kind_doubt(const Chart& chart) {
  return doubt_if(chart.encounter.kind.value == EncounterKind::kUnknown, missing::kEncounterKind);
}

std::optional<Missing> unread_doubt(const Chart& chart) {
  if (!chart.complete || chart.cut_off) return missing::kRestOfChart;
  const auto broken = [](const Document& document) { return document.broken; };
  return doubt_if(std::any_of(chart.documents.begin(), chart.documents.end(), broken),
                  missing::kRestOfDocument);
}

bool begun_before(const Surgery& surgery, const std::optional<Located<Time>>& at) {
  return at && surgery.start && certainly_after(at->value, surgery.start.value());
}

Answer by_anesthetist(const Surgery& surgery) {
  const Anesthesia& given = surgery.anesthesia;
  if (!given.present) return Answer::kNo;
  if (given.kind == AnesthesiaKind::kLocal) {
    if (!given.by.known()) return Answer::kNo;
    switch (same_person(given.by, surgery.surgeon)) {
      case SamePerson::kYes:
        return Answer::kNo;
      case SamePerson::kNo:
        return Answer::kYes;
      case SamePerson::kUnknown:
        return Answer::kUnknown;
    }
  }
  const bool told = given.kind != AnesthesiaKind::kUnknown || given.by.known();
  return told ? Answer::kYes : Answer::kUnknown;
}

void say_absent(const Chart& chart, std::size_t index, const Message<Surgery>& message,
                const Absence& absence, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  const Span where = called_for_at(surgery);
  if (absence.until && report.still_open(*absence.until)) {
    report.due(message, subject, where, *absence.until, {to_argument(surgery)});
    return;
  }
  const std::optional<Missing> doubt =
      first_of({doubt_if(!chart.complete, missing::kRestOfChart), absence.doubt});
  if (doubt) return report.undecided(subject, *doubt, where);
  Outcome& outcome = report.fail(message, subject, where, surgery);
  if (absence.severity) outcome.weaker(*absence.severity);
}

std::optional<Time> start_of(const Surgery& surgery) {
  if (!surgery.start) return std::nullopt;
  return surgery.start.value();
}

std::optional<Time> end_of(const Surgery& surgery) {
  if (!surgery.end) return std::nullopt;
  return surgery.end.value();
}

std::optional<Missing> first_of(std::initializer_list<std::optional<Missing>> doubts) {
  for (const std::optional<Missing>& doubt : doubts) {
    if (doubt) return doubt;
  }
  return std::nullopt;
}

std::optional<Missing> doubt_if(bool when, const Missing& what) {
  if (!when) return std::nullopt;
  return what;
}

}  // namespace emrlint::checks
