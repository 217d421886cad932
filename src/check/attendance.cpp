// SPDX-License-Identifier: Apache-2.0
#include "check/attendance.h"
#include "text/find_word.h"

#include <algorithm>

namespace emrlint {
namespace {

bool is_physician_role(Role role) { return !is_patient_side(role) && role != Role::kNurse; }

}  // namespace

bool Attendance::has(Title title) const {
  return std::find(titles.begin(), titles.end(), title) != titles.end();
}

Attendance attendance_of(const Chart& chart, const Document& note) {
  Attendance all;
  const auto add = [&](const Person& person) {
    if (person.known()) all.people.push_back(&person);
  };
  for (const Participant& participant : note.participants) add(participant.person);
  if (all.people.empty()) {
    for (const Signature& signature : note.signatures) {
      if (is_physician_role(signature.role)) add(signature.person);
    }
  }
  if (all.people.empty()) add(note.author);
  all.unknown = all.people.empty() || note.broken;  // Who else was there may be cut off.
  for (const Person* person : all.people) {
    const Title title = chart.title_of(*person);
    if (title == Title::kUnknown) {
      all.unknown = true;
    } else {
      all.titles.push_back(title);
    }
  }
  const Title named = title_named_in(note.title.value);
  if (named != Title::kUnknown) all.titles.push_back(named);
  return all;
}

Title title_named_in(std::string_view text) {
  if (holds(text, "副主任医师")) return Title::kAssociateChief;
  if (holds(text, "主任医师")) return Title::kChief;
  if (holds(text, "主治医师")) return Title::kAttending;
  if (holds(text, "住院医师")) return Title::kResident;
  return Title::kUnknown;
}

}  // namespace emrlint
