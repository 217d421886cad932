// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/day_verdict.h"

#include <algorithm>

#include "model/ordered.h"

namespace emrlint::checks {
namespace {

using std::chrono::days;

DayVerdict judge_postop(const NoteOfDay& note, const TimeWords& words) {
  if (note.chart.surgeries.size() != 1) return DayVerdict::kUnjudged;
  if (!note.surgeries.known) {
    // Cancelled, or with times that contradict each other (said by consistency-event-order).
    const Surgery& surgery = note.chart.surgeries.front();
    return surgery.cancelled || surgery.start ? DayVerdict::kUnjudged : DayVerdict::kUndecided;
  }
  const SurgeryDays& surgery = *note.surgeries.days;
  // Before the surgery, or so many days that they begin before the stay: perhaps another surgery.
  const TimeFact& admitted = note.chart.encounter.admitted;
  if (note.days.first < surgery.first_start || !admitted) return DayVerdict::kUnjudged;
  if (note.days.last - days{words.number} < admitted.value().local_day()) {
    return DayVerdict::kUnjudged;
  }
  const auto least = (note.days.first - surgery.last_end).count();
  // Some count the day of surgery as the first.
  const bool fits = words.number >= least && words.number <= days_since(note, words.claim) + 1;
  if (fits || (words.number < least && words.may_look_back)) return DayVerdict::kAgrees;
  return note.chart.complete ? DayVerdict::kConflicts : DayVerdict::kUndecided;
}

DayVerdict judge_stay(const NoteOfDay& note, const TimeWords& words) {
  const TimeFact& admitted = note.chart.encounter.admitted;
  if (!admitted || admitted.value().precision < Precision::kDay) return DayVerdict::kUnjudged;
  const auto least = (note.days.first - admitted.value().local_day()).count();
  if (least < 0) return DayVerdict::kUnjudged;
  // Some count the day of admission as the first.
  const bool fits = words.number >= least && words.number <= days_since(note, words.claim) + 1;
  if (fits || (words.number < least && words.may_look_back)) return DayVerdict::kAgrees;
  return DayVerdict::kConflicts;
}

// All surgeries were over before the day before the note.
DayVerdict judge_yesterday(const NoteOfDay& note) {
  if (!note.surgeries.known || !note.surgeries.days) return DayVerdict::kUnjudged;
  const auto yesterday = note.days.first - days{1};
  const bool ordered = told_surgeries(note.chart).size() < note.chart.surgeries.size();
  if (yesterday <= note.surgeries.days->last_end) return DayVerdict::kAgrees;
  const bool other = std::any_of(
      note.chart.procedures.begin(), note.chart.procedures.end(), [&](const Procedure& procedure) {
        return !procedure.at || procedure.at->value.precision < Precision::kDay ||
               procedure.at->value.local_day() >= yesterday;
      });
  if (other || ordered) return DayVerdict::kUnjudged;
  return note.chart.complete ? DayVerdict::kConflicts : DayVerdict::kUndecided;
}

DayVerdict judge_admitted(const NoteOfDay& note) {
  const TimeFact& admitted = note.chart.encounter.admitted;
  if (!admitted) return DayVerdict::kUnjudged;
  const Time& at = written(note.document).value;
  const bool later = within(admitted.value(), at, Duration{24 * 60}) == Within::kNo &&
                     note.days.first > admitted.value().local_day();
  return later ? DayVerdict::kConflicts : DayVerdict::kAgrees;
}

// 今日手术, 明日手术, 拟行: in a note of a later day than all surgeries, and no other is planned.
DayVerdict judge_over(const NoteOfDay& note) {
  if (!note.surgeries.known || !note.surgeries.days) return DayVerdict::kUnjudged;
  const auto over = note.surgeries.days->last_end;
  if (note.days.first <= over || more_planned(note.chart, over, note.days.first)) {
    return DayVerdict::kAgrees;
  }
  return note.chart.complete ? DayVerdict::kConflicts : DayVerdict::kUndecided;
}

}  // namespace

std::optional<NoteOfDay> note_of_day(const Chart& chart, const Document& document,
                                     const Surgeries& surgeries) {
  if (document.type != DocType::kProgressNote && document.type != DocType::kSeniorRoundNote) {
    return std::nullopt;
  }
  if ((!document.recorded && !document.completed) || of_other_person(chart, document)) {
    return std::nullopt;
  }
  const auto note_days = days_of_note(document);
  if (!note_days) return std::nullopt;
  return NoteOfDay{chart, document, *note_days, surgeries};
}

bool of_the_day(SectionType section) {
  return section == SectionType::kCourse || section == SectionType::kRoundOpinion ||
         section == SectionType::kCurrentCondition || section == SectionType::kConditionChange;
}

std::vector<TimeWords> day_words(const Piece& piece) {
  if (!of_the_day(piece.section)) return {};
  return time_words(Narrative(piece.text.value));
}

DayVerdict judge_day(const NoteOfDay& note, const TimeWords& words) {
  switch (words.claim) {
    case DayClaim::kPostopDay:
      return judge_postop(note, words);
    case DayClaim::kStayDay:
      return judge_stay(note, words);
    case DayClaim::kAdmittedToday:
      return judge_admitted(note);
    case DayClaim::kSurgeryYesterday:
      return judge_yesterday(note);
    default:
      return judge_over(note);
  }
}

const Missing& missing_of(const NoteOfDay& note, const TimeWords& words) {
  const bool start = words.claim == DayClaim::kPostopDay && !note.surgeries.known;
  return start ? missing::kSurgeryStart : missing::kRestOfChart;
}

const TimeFact& fact_of(const Chart& chart, DayClaim claim) {
  if (claims_admission(claim)) return chart.encounter.admitted;
  if (claim == DayClaim::kPostopDay) return chart.surgeries.front().start;
  const Surgery& last = chart.surgeries.back();
  return last.end ? last.end : last.start;
}

int days_since(const NoteOfDay& note, DayClaim claim) {
  const auto from = claims_admission(claim) ? note.chart.encounter.admitted.value().local_day()
                                            : note.surgeries.days->first_start;
  return static_cast<int>((note.days.last - from).count());
}

}  // namespace emrlint::checks
