// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "checks/perioperative/coagulation.h"
#include "checks/perioperative/discussion.h"
#include "checks/perioperative/items.h"
#include "checks/perioperative/signers.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

Time at(std::string_view text) { return *parse_iso_time(text); }
Located<Time> located(std::string_view text) { return {at(text), {}}; }

Surgery surgery_at(std::string_view start) {
  Surgery surgery;
  surgery.start.add({at(start), {}, Origin::kChartData});
  return surgery;
}

Document note_at(std::string_view time, std::string_view text) {
  Document note;
  note.type = DocType::kProgressNote;
  note.recorded = located(time);
  note.texts = {{text, {}}};
  return note;
}

Person named(std::string_view id) {
  Person person;
  person.id.value = id;
  return person;
}

Signature signature(Role role, std::string_view time = {}) {
  Signature result;
  result.role = role;
  if (!time.empty()) result.at = located(time);
  return result;
}

TEST_CASE("perioperative: order of two times by the minute") {
  struct Row {
    std::string_view a, b;
    Answer answer;
  };
  constexpr Row kRows[] = {
      {"2024-03-03T09:04", "2024-03-03T09:05", Answer::kYes},
      {"2024-03-03T09:05:40", "2024-03-03T09:05", Answer::kYes},
      {"2024-03-03T09:06", "2024-03-03T09:05", Answer::kNo},
      {"2024-03-03", "2024-03-03T09:05", Answer::kUnknown},
      {"2024-03-02", "2024-03-03T09:05", Answer::kYes},
      {"2024-03-04", "2024-03-03T09:05", Answer::kNo},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.a);
    CHECK(no_later(at(row.a), at(row.b)) == row.answer);
  }
}

TEST_CASE("perioperative: who gave the anaesthesia") {
  Surgery surgery;
  surgery.surgeon = named("D003");
  CHECK(by_anesthetist(surgery) == Answer::kNo);
  surgery.anesthesia.present = true;
  CHECK(by_anesthetist(surgery) == Answer::kUnknown);
  surgery.anesthesia.kind = AnesthesiaKind::kGeneral;
  CHECK(by_anesthetist(surgery) == Answer::kYes);
  surgery.anesthesia.kind = AnesthesiaKind::kLocal;
  CHECK(by_anesthetist(surgery) == Answer::kNo);
  surgery.anesthesia.by = named("D010");
  CHECK(by_anesthetist(surgery) == Answer::kYes);
  surgery.anesthesia.by = named("D003");
  CHECK(by_anesthetist(surgery) == Answer::kNo);
  surgery.anesthesia.by = {};
  surgery.anesthesia.by.name.value = "钱五";
  CHECK(by_anesthetist(surgery) == Answer::kUnknown);
}

TEST_CASE("perioperative: a note belongs to the surgery next to it") {
  Chart chart;
  chart.surgeries = {surgery_at("2024-03-03T09:00"), surgery_at("2024-03-05T09:00")};
  chart.documents = {note_at("2024-03-02T15:00", "经术前讨论，拟明日手术。"),
                     note_at("2024-03-04T15:00", "经术前讨论，拟再次手术。"),
                     note_at("2024-03-06T15:00", "伤口干燥。")};
  const EntryWords words{{"术前讨论"}, {"经术前讨论|伤口"}};
  const auto found = [&](std::size_t index, Phase phase) {
    std::vector<std::size_t> numbers;
    Report report;
    for (const Document* document : entries_about(chart, index, phase, words, report)) {
      numbers.push_back(static_cast<std::size_t>(document - chart.documents.data()));
    }
    return numbers;
  };
  CHECK(found(0, Phase::kBefore) == std::vector<std::size_t>{0});
  CHECK(found(1, Phase::kBefore) == std::vector<std::size_t>{1});
  CHECK(found(0, Phase::kAfter) == std::vector<std::size_t>{1});
  CHECK(found(1, Phase::kAfter) == std::vector<std::size_t>{2});
  chart.surgeries[1].cancelled = true;
  CHECK(found(0, Phase::kAfter) == std::vector<std::size_t>{1, 2});
}

TEST_CASE("perioperative: how a discussion stands to the start of surgery") {
  const Time start = at("2024-03-03T09:00");
  Document discussion;
  CHECK(timing_of(discussion, start) == Timing::kUnclear);
  discussion.recorded = located("2024-03-02T15:00");
  CHECK(timing_of(discussion, start) == Timing::kUnclear);
  discussion.completed = located("2024-03-02T16:00");
  CHECK(timing_of(discussion, start) == Timing::kBefore);
  discussion.completed = located("2024-03-03T12:00");
  CHECK(timing_of(discussion, start) == Timing::kSignedAfter);
  discussion.completed = located("2024-03-03");
  CHECK(timing_of(discussion, start) == Timing::kUnclear);
  discussion.held = located("2024-03-02T15:30");
  CHECK(timing_of(discussion, start) == Timing::kBefore);
  discussion.held = located("2024-03-03T10:00");
  CHECK(timing_of(discussion, start) == Timing::kAfter);
}

TEST_CASE("perioperative: when a record was signed") {
  Document record;
  CHECK_FALSE(signed_at(record));
  record.signatures = {signature(Role::kHost, "2024-03-02T16:00"),
                       signature(Role::kMember, "2024-03-02T16:20"),
                       signature(Role::kPatient, "2024-03-02T18:00")};
  REQUIRE(signed_at(record));
  CHECK(signed_at(record)->value == at("2024-03-02T16:20"));
  record.signatures.push_back(signature(Role::kMember));
  CHECK_FALSE(signed_at(record));
  record.completed = located("2024-03-02T15:00");
  CHECK(signed_at(record)->value == at("2024-03-02T15:00"));
}

TEST_CASE("perioperative: the three signatures") {
  Surgery surgery;
  surgery.anesthesia.present = true;
  surgery.anesthesia.kind = AnesthesiaKind::kGeneral;
  std::vector<Signature> signatures = {signature(Role::kSecondAssistant),
                                       signature(Role::kCirculatingNurse)};
  CHECK(to_argument(unsigned_roles(signatures, surgery).roles).zh == "麻醉医师");
  CHECK_FALSE(unsigned_roles(signatures, surgery).unsure);
  surgery.anesthesia.kind = AnesthesiaKind::kLocal;
  CHECK(unsigned_roles(signatures, surgery).unsure);
  signatures.push_back(signature(Role::kAnesthetist));
  CHECK(unsigned_roles(signatures, surgery).roles.empty());
  signatures.erase(signatures.begin() + 1);
  CHECK_FALSE(unsigned_roles(signatures, surgery).unsure);
  signatures.push_back(signature(Role::kNurse));
  CHECK(unsigned_roles(signatures, surgery).unsure);
}

TEST_CASE("perioperative: an item stands in its section, as a coded value or in words") {
  constexpr SectionType kSections[] = {SectionType::kPlannedAnesthesia};
  const Item item{{"麻醉", "anaesthesia"}, kSections, {"麻醉方式"}};
  Document document;
  CHECK(to_argument(lacking(document, std::span(&item, 1))).en == "anaesthesia");
  Section section;
  section.type = SectionType::kPlannedAnesthesia;
  section.elements = {0, 1};
  document.sections = {section};
  document.elements.resize(1);
  CHECK_FALSE(has_item(document, item));
  document.elements[0].value.value = "1";
  CHECK(has_item(document, item));
  document.sections.clear();
  document.texts = {{"麻醉方式：全麻", {}}};
  CHECK(has_item(document, item));
}

TEST_CASE("perioperative: which results tell of coagulation") {
  struct Row {
    std::string_view name, item, code;
    bool tells;
  };
  constexpr Row kRows[] = {
      {"凝血四项", "", "", true},        {"术前检验", "APTT", "", true},
      {"术前检验", "", "5902-2", true},  {"", "活化部分凝血活酶时间", "", true},
      {"血常规", "PLT", "777-3", false}, {"肝功能", "ALT", "", false},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    TestResult result;
    result.name.value = row.name;
    result.items.resize(1);
    result.items[0].name.value = row.item;
    result.items[0].code.value = row.code;
    CHECK(tells_coagulation(result) == row.tells);
  }
}

}  // namespace
}  // namespace emrlint::checks
