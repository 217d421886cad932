// SPDX-License-Identifier: Apache-2.0
#include "rule/rule_fixture.h"

namespace emrlint {
namespace {

TEST_CASE("sequence: not later than another") {
  const Catalog catalog =
      catalog_with("sequence", "first = \"preop-discussion\"\nthen = \"operation-consent\"\n");
  Chart chart = stay("2024-03-01 09:00");
  add_document(chart, DocType::kOperationConsent, "2024-03-02 09:00");
  CHECK(outcomes(catalog, chart).empty());
  add_document(chart, DocType::kPreopDiscussion, "2024-03-02 10:00");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail document/operation-consent/0 order: preoperative discussion (2024-03-02 10:00) "
              "is later than operation consent (2024-03-02 09:00)."});
  chart.documents[1].completed = Located<Time>{at("2024-03-02"), {}};
  CHECK(outcomes(catalog, chart) == Lines{"undecided document/operation-consent/0 clock-time"});
  chart.documents[1].completed.reset();
  CHECK(outcomes(catalog, chart) ==
        Lines{"undecided document/operation-consent/0 completion-time"});
  chart.documents[1].completed = Located<Time>{at("2024-03-02 09:00"), {}};
  CHECK(outcomes(catalog, chart) == Lines{"pass document/operation-consent/0"});
}

TEST_CASE("sequence: events are compared on the same surgery, with tolerance") {
  const Catalog catalog = catalog_with(
      "sequence", "first = \"surgery-start\"\nthen = \"surgery-end\"\ntolerance = \"5min\"\n");
  Chart chart = stay("2024-03-01 09:00");
  add_surgery(chart, "s1", "2024-03-02 09:00", "2024-03-02 11:00");
  add_surgery(chart, "s2", "2024-03-03 09:05", "2024-03-03 09:00");
  CHECK(outcomes(catalog, chart) == Lines{"pass surgery/s1", "pass surgery/s2"});
  CHECK(outcomes(catalog, chart, {}, Options({{"tolerance", Duration(0)}})) ==
        Lines{"pass surgery/s1",
              "fail surgery/s2 order: the start of the surgery (2024-03-03 09:05) is later than "
              "the end of the surgery (2024-03-03 09:00)."});
}

TEST_CASE("phrase: forbidden words are pointed at, negated ones are not meant") {
  const Catalog catalog = catalog_with("phrase", R"(
document = "progress-note"
sections = ["course"]
forbid = ["待补", "发热"]
negated_by = ["无", "否认"]
)");
  Chart chart = stay("2024-03-01 09:00");
  Document& note = add_document(chart, DocType::kProgressNote);
  CHECK(outcomes(catalog, chart).empty());
  add_section(note, SectionType::kCourse, "患者无咳嗽及发热，一般情况可");
  CHECK(outcomes(catalog, chart) == Lines{"pass document/progress-note/0"});
  note.texts[0].value = "患者无咳嗽，今日发热。待补";
  note.texts[0].span.end =
      note.texts[0].span.begin + static_cast<std::uint32_t>(note.texts[0].value.size());
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail document/progress-note/0 forbidden: progress note says \"发热\"."});
  Report report;
  catalog.entries()[0].run(chart, {}, report);
  const Outcome& outcome = report.outcomes()[0];
  const std::uint32_t from = static_cast<std::uint32_t>(note.texts[0].value.find("发热"));
  CHECK(outcome.span == Span{0, 80 + from, 80 + from + 6});
  REQUIRE(outcome.notes.size() == 1);
  CHECK(outcome.notes[0].span.end == note.texts[0].span.end);
}

TEST_CASE("phrase: required words") {
  const Catalog catalog =
      catalog_with("phrase", "document = \"discharge-record\"\nrequire = [\"随访\", \"复诊\"]\n");
  Chart chart = stay("2024-03-01 09:00");
  add_section(add_document(chart, DocType::kDischargeRecord), SectionType::kDischargeOrders,
              "注意休息");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail document/discharge-record/0 required: discharge record mentions none of: "
              "随访, 复诊."});
  chart.documents[0].broken = true;
  CHECK(outcomes(catalog, chart) ==
        Lines{"undecided document/discharge-record/0 rest-of-document"});
  chart.documents[0].texts[0].value = "2周后复诊";
  CHECK(outcomes(catalog, chart) == Lines{"pass document/discharge-record/0"});
}

TEST_CASE("agreement: a surgery and its record") {
  const Catalog catalog = catalog_with(
      "agreement", "left = \"surgery/planned-surgeon\"\nright = \"operation-record/surgeon\"\n");
  Chart chart = stay("2024-03-01 09:00");
  Surgery& surgery = add_surgery(chart, "s1", "2024-03-02 09:00", "2024-03-02 11:00");
  CHECK(outcomes(catalog, chart).empty());
  Document& record = add_document(chart, DocType::kOperationRecord);
  CHECK(outcomes(catalog, chart) == Lines{"undecided surgery/s1 fact"});
  surgery.planned_surgeon.name.value = "李四";
  Participant& surgeon = record.participants.emplace_back();
  surgeon.role = Role::kSurgeon;
  surgeon.person.name.value = "王五";
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail surgery/s1 differ: planned surgeon of the surgery is 李四, surgeon of "
              "operation record is 王五: they differ."});
  surgeon.person.name.value = "李四";
  CHECK(outcomes(catalog, chart) == Lines{"pass surgery/s1"});
  surgeon.person.name = {};
  surgeon.person.id.value = "1007";
  CHECK(outcomes(catalog, chart) == Lines{"undecided surgery/s1 fact"});
}

TEST_CASE("agreement: the stay and each document; what is not stated may be left") {
  const Catalog catalog = catalog_with(
      "agreement", "left = \"stay/sex\"\nright = \"document/sex\"\nabsent = \"leave\"\n");
  Chart chart = stay("2024-03-01 09:00");
  chart.patient.sex.value = Sex::kMale;
  add_document(chart, DocType::kProgressNote);
  add_document(chart, DocType::kProgressNote).header.sex = Located<Sex>{Sex::kMale, {}};
  add_document(chart, DocType::kProgressNote).header.sex = Located<Sex>{Sex::kFemale, {}};
  CHECK(outcomes(catalog, chart) ==
        Lines{"pass document/progress-note/1",
              "fail document/progress-note/2 differ: sex of the stay is male, sex of the document "
              "is female: they differ."});
}

TEST_CASE("agreement: unknown places and facts") {
  CHECK(error_of("agreement", "left = \"stays/sex\"\nright = \"document/sex\"\n") ==
        "test.toml:10:8: there is no place of a fact \"stays\"; did you mean \"stay\"?");
  CHECK(error_of("agreement", "left = \"stay/sexx\"\nright = \"document/sex\"\n") ==
        "test.toml:10:8: there is no fact \"sexx\"; did you mean \"sex\"?");
}

TEST_CASE("a rule with two alternatives needs exactly one of them") {
  CHECK(error_of("phrase", "document = \"progress-note\"\n") ==
        "test.toml:1:1: one of forbid and require is needed");
}

}  // namespace
}  // namespace emrlint
