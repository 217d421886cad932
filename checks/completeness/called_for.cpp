// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/called_for.h"

#include <algorithm>

#include "check/survival.h"

namespace emrlint::checks {
namespace {

constexpr Bilingual kSurgery{"手术", "a surgery"};
constexpr Bilingual kAnesthesia{"麻醉", "an anaesthesia"};
constexpr Bilingual kTransfusion{"输血", "a transfusion"};
constexpr Bilingual kCritical{"病危（病重）医嘱或记录", "a critical or serious condition"};
constexpr Bilingual kStay{"超过3天的住院", "a stay of more than 3 days"};

// A local one is the surgeon's own; of an unknown one nobody can say.
bool by_anesthetist(const Anesthesia& anesthesia) {
  return anesthesia.present && anesthesia.kind != AnesthesiaKind::kLocal &&
         anesthesia.kind != AnesthesiaKind::kUnknown;
}

// BL 22(2): at least every third day.
bool stayed_long(const Encounter& stay) {
  const Duration limit{72 * 60};
  const TimeFact& end = stay.discharged ? stay.discharged : stay.died;
  return stay.admitted && end && within(stay.admitted.value(), end.value(), limit) == Within::kNo;
}

bool noted_later(const Chart& chart) {
  const auto& documents = chart.documents;
  return std::any_of(documents.begin(), documents.end(), [](const Document& document) {
    return is_course_note(document.type) && document.type != DocType::kFirstProgressNote;
  });
}

}  // namespace

void CalledFor::judge(const RequiredDocument& row) {
  const DocType type = row.document;
  switch (row.event) {
    case CallingEvent::kLongStay:
      return by_stay(type);
    case CallingEvent::kSurgery:
      for (std::size_t i = 0; i < chart_.surgeries.size(); ++i) by_surgery(i, type);
      return;
    case CallingEvent::kAnesthesia:
      for (std::size_t i = 0; i < chart_.surgeries.size(); ++i) by_anesthesia(i, type);
      return;
    case CallingEvent::kTransfusion:  // One consent may serve the stay.
      if (chart_.transfusions.empty()) return;
      return by_event(SubjectKind::kTransfusion, 0, type, kTransfusion, chart_.has(type));
    case CallingEvent::kSeriousCondition:
      for (std::size_t i = 0; i < chart_.conditions.size(); ++i) {
        by_event(SubjectKind::kCondition, i, type, kCritical, chart_.has(type));
      }
      return;
    default:
      return;
  }
}

void CalledFor::by_event(SubjectKind kind, std::size_t index, DocType type, Bilingual event,
                         bool there) {
  const Subject subject{kind, static_cast<std::uint32_t>(index), id(type)};
  if (there) {
    report_.pass(subject);
  } else if (!chart_.complete) {
    report_.undecided(subject, missing::kRestOfChart);
  } else {
    report_.fail(kMissing, subject, subject_span(chart_, subject), type, event);
  }
}

void CalledFor::about_surgery(std::size_t index, DocType type, Bilingual event) {
  const bool there = chart_.first_about_surgery(type, static_cast<std::uint32_t>(index)) != nullptr;
  const auto& documents = chart_.documents;
  const bool unlinked = std::any_of(documents.begin(), documents.end(), [&](const Document& d) {
    return d.type == type && d.surgeries.empty();
  });
  if (!there && unlinked) {
    report_.undecided(of_surgery(index, id(type)), missing::kDocumentLink);
  } else {
    by_event(SubjectKind::kSurgery, index, type, event, there);
  }
}

void CalledFor::by_stay(DocType type) {
  if (!stayed_long(chart_.encounter)) return;
  by_event(SubjectKind::kChart, 0, type, kStay, noted_later(chart_));
}

void CalledFor::by_surgery(std::size_t index, DocType type) {
  const Surgery& surgery = chart_.surgeries[index];
  if (surgery.cancelled) return;
  if (type != DocType::kPostopFirstNote) return about_surgery(index, type, kSurgery);
  const auto alive = died_in_theatre_ ? true : left_theatre_alive(chart_, surgery);
  if (!alive && !chart_.has(type)) {
    report_.undecided(of_surgery(index, id(type)), missing::kDeathTime);
  } else if (alive.value_or(true)) {
    about_surgery(index, type, kSurgery);
  }
}

void CalledFor::by_anesthesia(std::size_t index, DocType type) {
  const Surgery& surgery = chart_.surgeries[index];
  if (!surgery.cancelled && by_anesthetist(surgery.anesthesia)) {
    about_surgery(index, type, kAnesthesia);
  }
}

void judge_called_for(const Chart& chart, std::string_view check, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  CalledFor documents(chart, false, report);
  for (const RequiredDocument& row : required_documents()) {
    if (row.check == check) documents.judge(row);
  }
}

}  // namespace emrlint::checks
