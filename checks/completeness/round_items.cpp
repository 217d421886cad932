// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/round_items.h"

#include <algorithm>

#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr WordList kTitles{"主治医师|主任医师|主任|副高|正高|教授|主治|主诊医师|上级医师"};

// In one of the texts or the title.
bool says(const Document& note, WordList words) {
  return holds_any(note.title.value, words) || tells_any(note, words);
}

bool is_senior(Title title) { return title >= Title::kAttending && title <= Title::kChief; }

}  // namespace

bool is_later(const Document& note) { return says(note, {"术后|POD|产后"}); }

FirstAttendingRound first_attending_round(const Chart& chart) {
  const std::vector<const Document*> notes = chart.of_type(DocType::kSeniorRoundNote);
  for (const Document* note : notes) {
    if (says(*note, {"主治医师首次查房|主治首次查房"})) return {note, false};
  }
  // One before it may not be here, or not whole.
  bool doubt = !chart.complete || chart.cut_off ||
               std::any_of(notes.begin(), notes.end(), [](const Document* d) { return d->broken; });
  for (const Document* note : notes) {
    const Attendance attendance = attendance_of(chart, *note);
    const bool present = attendance.has(Title::kAttending);
    // A round of the chief that the attending physician joined may count as his first.
    const bool joined = attendance.has(Title::kChief) || attendance.has(Title::kAssociateChief);
    const bool headed = title_named_in(note->title.value) == Title::kAttending;
    if (headed || (present && !joined)) return {note, doubt || says(*note, {"日常查房"})};
    doubt = doubt || present || attendance.unknown;
  }
  return {nullptr, doubt};
}

bool names_rounder(const Chart& chart, const Document& note) {
  const Attendance attendance = attendance_of(chart, note);
  if (attendance.unknown) return true;
  const bool senior = std::any_of(attendance.titles.begin(), attendance.titles.end(), is_senior);
  return senior || tells_any(note, kTitles);
}

}  // namespace emrlint::checks
