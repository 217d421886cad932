// SPDX-License-Identifier: Apache-2.0
#include "check/attendance.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

Person person(std::string_view id, Title title = Title::kUnknown) {
  Person person;
  person.id.value = id;
  person.title = title;
  return person;
}

TEST_CASE("participants saw the patient; without them the signers did, else the author") {
  Chart chart;
  Document note;
  note.author = person("D1", Title::kResident);
  CHECK(attendance_of(chart, note).has(Title::kResident));
  note.signatures.push_back({.role = Role::kChief, .person = person("D3", Title::kChief)});
  CHECK(attendance_of(chart, note).has(Title::kChief));
  CHECK_FALSE(attendance_of(chart, note).has(Title::kResident));
  note.participants.push_back({Role::kMember, person("D2", Title::kAttending)});
  CHECK(attendance_of(chart, note).has(Title::kAttending));
  CHECK_FALSE(attendance_of(chart, note).has(Title::kChief));
}

TEST_CASE("a patient's or nurse's signature is no visit of a physician") {
  Document note;
  note.signatures.push_back({.role = Role::kPatient, .person = person("P1")});
  note.signatures.push_back({.role = Role::kNurse, .person = person("N1", Title::kNurse)});
  const Attendance attendance = attendance_of(Chart{}, note);
  CHECK(attendance.people.empty());
  CHECK(attendance.unknown);
}

TEST_CASE("the table of staff gives the title, the heading may give one too") {
  Chart chart;
  Document note;
  note.participants.push_back({Role::kMember, person("D2")});
  CHECK(attendance_of(chart, note).unknown);
  chart.staff.push_back(person("D2", Title::kAttending));
  CHECK(attendance_of(chart, note).has(Title::kAttending));
  CHECK_FALSE(attendance_of(chart, note).unknown);
  note.title.value = "李四副主任医师查房记录";
  CHECK(attendance_of(chart, note).has(Title::kAssociateChief));
  CHECK_FALSE(attendance_of(chart, note).has(Title::kChief));
}

TEST_CASE("titles in headings") {
  CHECK(title_named_in("主治医师首次查房记录") == Title::kAttending);
  CHECK(title_named_in("王主任医师查房") == Title::kChief);
  CHECK(title_named_in("上级医师查房记录") == Title::kUnknown);
}

}  // namespace
}  // namespace emrlint
