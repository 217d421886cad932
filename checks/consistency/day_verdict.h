// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_DAY_VERDICT_H_
#define EMRLINT_CHECKS_CONSISTENCY_DAY_VERDICT_H_

#include <cstdint>
#include <optional>

#include "check/missing.h"
#include "checks/consistency/note_day.h"
#include "checks/consistency/told_pieces.h"
#include "checks/consistency/time_words.h"

// Whether words for days (今日入院, 术后第3天) agree with the day of their note.
namespace emrlint::checks {

// A course note that says when it was written. Views the chart and the surgeries.
struct NoteOfDay {
  const Chart& chart;
  const Document& document;
  NoteDays days;
  const Surgeries& surgeries;
};
// Empty for documents of another type or person, and without a time.
std::optional<NoteOfDay> note_of_day(const Chart& chart, const Document& document,
                                     const Surgeries& surgeries);
// When the note was written.
inline const Located<Time>& written(const Document& note) {
  return note.recorded ? *note.recorded : *note.completed;
}
// Sections that tell of the day of the note.
bool of_the_day(SectionType section);
// The words for days in a piece of such a section, of which names_surgery() tells whether they may
// hold in a chart.
std::vector<TimeWords> day_words(const Piece& piece);

enum class DayVerdict : std::uint8_t { kUnjudged, kAgrees, kConflicts, kUndecided };
DayVerdict judge_day(const NoteOfDay& note, const TimeWords& words);
// What kUndecided wants for.
const Missing& missing_of(const NoteOfDay& note, const TimeWords& words);
// What kConflicts rests on: the start or the end of a surgery, or the admission.
const TimeFact& fact_of(const Chart& chart, DayClaim claim);
inline bool claims_admission(DayClaim claim) {
  return claim == DayClaim::kAdmittedToday || claim == DayClaim::kStayDay;
}
// From what kPostopDay or kStayDay counts from, the surgery or the admission, to the note.
int days_since(const NoteOfDay& note, DayClaim claim);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_DAY_VERDICT_H_
