// SPDX-License-Identifier: Apache-2.0
#include "reader/chart_json.h"

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "reader/chart_json_read.h"

namespace emrlint {
namespace {

TextChart complete() {
  std::ifstream in("fixtures/formats/chart-json/complete.json", std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return TextChart(text.str());
}

// A chart with these members.
TextChart chart_with(std::string_view members) {
  return TextChart("{\"format\": \"emrlint-chart/1\", " + std::string(members) + "}");
}

std::string show(const std::optional<Located<Time>>& time) {
  return time ? to_iso(time->value) : "none";
}

TEST_CASE("chart JSON: the stay") {
  const TextChart read = complete();
  const Chart& chart = read.chart();
  CHECK(chart.key == "ZY20240301-0007");
  CHECK(read.source(chart.span) == "ZY20240301-0007");
  CHECK(chart.complete);
  CHECK(chart.stage == Stage::kArchived);
  CHECK(chart.realm == Realm::kChina);
  CHECK(chart.institution.level.value == "三级");
  CHECK(chart.patient.name.value == "张三");
  CHECK(chart.patient.sex.value == Sex::kFemale);
  CHECK(read.source(chart.patient.sex.span) == "female");
  CHECK(show(chart.patient.birth) == "1971-05-20");
  CHECK(chart.patient.age.value == "52");
  CHECK(chart.encounter.kind.value == EncounterKind::kInpatient);
  CHECK(to_iso(chart.encounter.admitted.value()) == "2024-03-01T09:12:00+08:00");
  CHECK(chart.encounter.admitted.best()->origin == Origin::kChartData);
  CHECK(read.source(chart.encounter.admitted.span()) == "2024-03-01T09:12+08:00");
  CHECK(!chart.encounter.died);
  CHECK(chart.encounter.disposition.value == Disposition::kHome);
  CHECK(chart.encounter.bed.value == "12");
  CHECK(chart.encounter.attending.name.value == "王二");
  CHECK(show(chart.encounter.archived) == "2024-03-07T16:00:00+08:00");
  CHECK(chart.staff.size() == 5);
  CHECK(chart.front_page.size() == 6);
  CHECK(chart.front_page[0].name.value == "住院天数");
  CHECK(chart.front_page[0].value.value == "5");
  CHECK(chart.front_page[2].value.value == "false");
  CHECK(chart.front_page[4].name.value == "其他诊断");
  CHECK(chart.front_page[4].value.value == "胁痛病");
  CHECK(chart.front_page[5].value.value.empty());
}

TEST_CASE("chart JSON: a death in the stay") {
  const TextChart read =
      chart_with(R"("encounter": {"died": "2024-03-02T03:20", "disposition": "death"})");
  CHECK(read.out.problems.empty());
  CHECK(to_iso(read.chart().encounter.died.value()) == "2024-03-02T03:20:00+08:00");
  CHECK(read.source(read.chart().encounter.span) == "encounter");
  CHECK(read.chart().dead());
}

TEST_CASE("chart JSON: the events") {
  const TextChart read = complete();
  const Chart& chart = read.chart();
  REQUIRE(chart.diagnoses.size() == 4);
  CHECK(chart.diagnoses[0].role == DiagnosisRole::kAdmission);
  CHECK(chart.diagnoses[0].document == 0);
  CHECK(chart.diagnoses[1].document == Procedure::kNoDocument);
  CHECK(chart.diagnoses[3].tcm);
  REQUIRE(chart.procedures.size() == 1);
  CHECK(chart.procedures[0].document == 0);
  CHECK(chart.procedures[0].by.name.value == "李一");
  REQUIRE(chart.surgeries.size() == 1);
  const Surgery& surgery = chart.surgeries[0];
  CHECK(surgery.level->value == 3);
  CHECK(read.source(surgery.level->span) == "3");
  CHECK(surgery.urgency.value == Urgency::kElective);
  CHECK(surgery.planned->value);
  CHECK(surgery.side.value == Side::kNone);
  CHECK(surgery.surgeon.title == Title::kChief);
  CHECK(surgery.assistants.size() == 2);
  CHECK(surgery.assistants[1].name.value == "李一");
  CHECK(surgery.anesthesia.present);
  CHECK(surgery.anesthesia.kind == AnesthesiaKind::kGeneral);
  CHECK(surgery.anesthesia.asa->value == 2);
  CHECK(surgery.anesthesia.by.department.value == "麻醉科");
  CHECK(to_iso(surgery.left_room.value()) == "2024-03-03T10:40:00+08:00");
  REQUIRE(chart.orders.size() == 3);
  CHECK(chart.orders[1].about[0].value == "surgeries/s1");
  CHECK(chart.orders[2].verifier.name.value == "周六");
  CHECK(chart.orders[2].dose.value == "1.0");
  CHECK(show(chart.orders[2].entered) == "2024-03-03T08:31:00+08:00");
  CHECK(chart.results[0].items[1].value.value == "28.4");
  CHECK(chart.observations[0].unit.value == "℃");
  CHECK(chart.conditions[0].severity == Acuity::kSerious);
  CHECK(show(chart.conditions[0].stop) == "2024-03-04T08:00:00+08:00");
  CHECK(chart.consultations[0].kind == ConsultationKind::kRoutine);
  CHECK(chart.consultations[0].consultant.title == Title::kAssociateChief);
  CHECK(chart.transfers[0].to.value == "重症医学科");
  CHECK(chart.handovers[0].to.name.value == "王二");
  CHECK(show(chart.rescues[0].end) == "2024-03-03T20:50:00+08:00");
  REQUIRE(chart.rounds.size() == 1);
  CHECK(show(chart.rounds[0].at) == "2024-03-02T08:30:00+08:00");
  CHECK(chart.rounds[0].by.name.value == "王二");
  CHECK(chart.sources.has(Source::kRounds));
  CHECK(chart.transfusions[0].volume.value == "2");
  CHECK(show(chart.critical_values[0].handled) == "2024-03-04T07:25:00+08:00");
  REQUIRE(chart.checklists.size() == 2);
  CHECK(chart.checklists[0].phases.size() == 3);
  CHECK(chart.checklists[0].phases[0].signatures[2].role == Role::kCirculatingNurse);
  CHECK(chart.checklists[0].phases[0].items[1].value == "手术部位与标识");
  CHECK(chart.checklists[1].items[1].value.value == "true");
  CHECK(chart.followups[0].kind.value == "phone");
  CHECK(chart.audit[0].terminal.value == "WS-0231");
}

TEST_CASE("chart JSON: the documents") {
  const TextChart read = complete();
  const Chart& chart = read.chart();
  REQUIRE(chart.documents.size() == 3);
  const Document& admission = chart.documents[0];
  CHECK(admission.format == Format::kChartJson);
  CHECK(admission.type == DocType::kAdmissionRecord);
  CHECK(admission.type_code.value == "admission-record");
  CHECK(read.source(admission.span) == "入院记录");
  CHECK(show(admission.created) == "2024-03-01T11:02:00+08:00");
  CHECK(show(admission.generated) == "2024-03-07T16:00:00+08:00");
  CHECK(admission.author.name.value == "李一");
  CHECK(admission.header.stay_id.value == "ZY20240301-0007");
  CHECK(admission.header.sex->value == Sex::kFemale);
  CHECK(admission.signatures[0].role_text.value == "住院医师");
  CHECK(show(admission.signatures[1].at) == "2024-03-01T17:20:00+08:00");
  CHECK(!admission.broken);

  const Document& discussion = chart.documents[1];
  CHECK(show(discussion.held) == "2024-03-02T15:00:00+08:00");
  CHECK(discussion.related[0].replaces);
  CHECK(discussion.participants[0].role == Role::kHost);
  CHECK(discussion.participants[0].person.name.value == "赵三");
  CHECK(discussion.about[0].value == "surgeries/s1");

  const Document& consent = chart.documents[2];
  CHECK(consent.recorded->value.precision == Precision::kDay);
  CHECK(consent.signatures[0].person.name.value == "张三");
}

TEST_CASE("chart JSON: sections and their data elements") {
  const TextChart read = complete();
  const Document& document = read.chart().documents[0];
  REQUIRE(document.sections.size() == 5);
  CHECK(document.sections[0].type == SectionType::kChiefComplaint);
  CHECK(document.sections[0].code.value == "10154-3");
  CHECK(read.source(document.sections[0].span) == "主诉");
  CHECK(document.text_of(document.sections[0]).size() == 1);
  const auto illness = document.text_of(document.sections[1]);
  REQUIRE(illness.size() == 2);
  CHECK(illness[1].value == "1周前疼痛加重，\n无发热、黄疸。");
  CHECK(read.source(illness[1].span) == R"(1周前疼痛加重，\n无发热、黄疸。)");
  CHECK(document.sections[2].field);

  const auto vitals = document.elements_of(document.sections[3]);
  REQUIRE(vitals.size() == 4);
  CHECK(vitals[0].kind == ValueKind::kQuantity);
  CHECK(vitals[0].value.value == "36.6");
  CHECK(vitals[0].section == 3);
  CHECK(vitals[1].parent == -1);
  CHECK(vitals[2].parent == 1);
  CHECK(vitals[3].name.value == "舒张压");
  CHECK(vitals[3].parent == 1);
  CHECK(vitals[3].kind == ValueKind::kNumber);

  const auto loose = document.elements_of(document.sections[4]);
  REQUIRE(loose.size() == 2);
  CHECK(document.sections[4].type == SectionType::kUnknown);
  CHECK(loose[0].kind == ValueKind::kBoolean);
  CHECK(loose[0].section == 4);
  CHECK(loose[1].kind == ValueKind::kCoded);
  CHECK(loose[1].display.value == "女性");
}

TEST_CASE("chart JSON: values are their source bytes") {
  const TextChart read = complete();
  const Chart& chart = read.chart();
  const Text texts[] = {
      chart.patient.id,          chart.patient.name,       chart.patient.age,
      chart.encounter.bed,       chart.staff[2].name,      chart.diagnoses[1].name,
      chart.surgeries[0].site,   chart.orders[1].content,  chart.results[0].items[0].value,
      chart.front_page[3].value, chart.front_page[3].name, chart.documents[1].title,
      chart.documents[0].texts[0],
  };
  for (const Text& text : texts) {
    CAPTURE(text.value);
    CHECK(!text.value.empty());
    CHECK(read.source(text.span) == text.value);
  }
  const std::string surgery = read.source(chart.surgeries[0].span);
  CHECK(surgery.front() == '{');
  CHECK(surgery.back() == '}');
  CHECK(read.source(chart.documents[0].signatures[0].person.id.span) == "D001");
}

TEST_CASE("chart JSON: a person of the staff table is pointed at where he is named") {
  const TextChart read = chart_with(R"("encounter": {"attending": "D2"},
      "staff": [{"id": "D2", "name": "王二", "title": "attending", "department": "内科"}])");
  CHECK(read.out.problems.empty());
  const Person& person = read.chart().encounter.attending;
  CHECK(person.name.value == "王二");
  CHECK(person.title == Title::kAttending);
  CHECK(person.department.value == "内科");
  CHECK(read.source(person.span()) == "D2");
  CHECK(person.span().begin < read.chart().staff[0].id.span.begin);
}

TEST_CASE("chart JSON: escapes keep their source bytes") {
  const TextChart read = chart_with(R"("patient": {"name": "\u5f20\u4e09", "age": "5\t2"})");
  CHECK(read.chart().patient.name.value == "张三");
  CHECK(read.source(read.chart().patient.name.span) == R"(\u5f20\u4e09)");
  CHECK(read.chart().patient.age.value == "5\t2");
  CHECK(read.source(read.chart().patient.age.span) == R"(5\t2)");
}

TEST_CASE("chart JSON: what is there was loaded, also when it is empty") {
  const TextChart read = chart_with(
      R"("orders": [], "front_page": {}, "documents": [], "sources": ["transfers"], "results": null,
         "encounter": {"archived": "2024-03-07"})");
  CHECK(read.out.problems.empty());
  const SourceSet& sources = read.chart().sources;
  for (const Source source : {Source::kOrders, Source::kFrontPage, Source::kDocuments,
                              Source::kTransfers, Source::kArchive}) {
    CAPTURE(id(source));
    CHECK(sources.has(source));
  }
  for (const Source source : {Source::kResults, Source::kStaff, Source::kHandovers}) {
    CAPTURE(id(source));
    CHECK(!sources.has(source));
  }
}

TEST_CASE("chart JSON: null says nothing") {
  const TextChart read = chart_with(
      R"("patient": null, "staff": null, "documents": [null, {"sections": [null]}],
         "surgeries": [null], "encounter": {"admitted": null, "kind": null, "attending": null})");
  CHECK(read.out.problems.empty());
  CHECK(read.chart().documents.size() == 1);
  CHECK(read.chart().documents[0].sections.empty());
  CHECK(read.chart().surgeries.empty());
  CHECK(!read.chart().encounter.admitted);
}

TEST_CASE("chart JSON: times of a document are kept as written") {
  const TextChart read = chart_with(R"("documents": [{"recorded": "2024-02-30", "created": "",
      "signatures": [{"at": "2024-03-01T10:00"}, {"at": null}]}])");
  const Document& document = read.chart().documents[0];
  REQUIRE(document.raw_times.size() == 3);
  CHECK(document.raw_times[0].what == "recorded");
  CHECK(document.raw_times[0].text.value == "2024-02-30");
  CHECK(!document.raw_times[0].valid);
  CHECK(document.raw_times[1].what == "created");
  CHECK(!document.raw_times[1].valid);
  CHECK(document.raw_times[2].what == "signatures/at");
  CHECK(document.raw_times[2].valid);
  CHECK(!document.recorded);
  CHECK(read.out.problems.empty());  // Said once, by structure-time.
}

}  // namespace
}  // namespace emrlint
