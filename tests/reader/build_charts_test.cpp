// SPDX-License-Identifier: Apache-2.0
#include "reader/build_support.h"

#include "reader/build.h"

namespace emrlint {
namespace {

using namespace build_test;

using Groups = std::vector<std::uint32_t>;

std::optional<Time> day(std::string_view digits) { return parse_hl7_time(digits); }

TEST_CASE("claims of the same stay are grouped, numbered by first appearance") {
  struct Row {
    const char* what;
    std::vector<StayClaim> claims;
    bool folder;
    Groups groups;
  };
  const Row rows[] = {
      {"stay id", {{"A", {}, {}, {}}, {"B", {}, {}, {}}, {"A", {}, {}, {}}}, true, {0, 1, 0}},
      {"name of a chart file", {{"A", {}, {}, {}}, {{}, "A", {}, {}}}, true, {0, 0}},
      {"two names lead on",
       {{"A", {}, {}, {}}, {"B", {}, {}, {}}, {"A", "B", {}, {}}},
       true,
       {0, 0, 0}},
      {"only stay of the patient", {{"A", {}, "P", {}}, {{}, {}, "P", {}}}, true, {0, 0}},
      {"patient before his stay", {{{}, {}, "P", {}}, {"A", {}, "P", {}}}, true, {0, 0}},
      {"two stays of the patient",
       {{"A", {}, "P", {}}, {"B", {}, "P", {}}, {{}, {}, "P", {}}},
       true,
       {0, 1, 2}},
      {"two stays told apart by the day",
       {{"A", {}, "P", day("20240301")},
        {"B", {}, "P", day("20240501")},
        {{}, {}, "P", day("202405010930")}},
       true,
       {0, 1, 1}},
      {"patient only, one admission",
       {{{}, {}, "P", day("20240301")}, {{}, {}, "P", {}}, {{}, {}, "P", day("2024030109")}},
       true,
       {0, 0, 0}},
      {"patient only, two admissions",
       {{{}, {}, "P", day("20240301")}, {{}, {}, "P", day("20240601")}},
       true,
       {0, 1}},
      {"nameless in a folder of one stay",
       {{"A", {}, {}, {}}, {}, {"A", {}, {}, {}}},
       true,
       {0, 0, 0}},
      {"nameless beside two stays", {{"A", {}, {}, {}}, {"B", {}, {}, {}}, {}}, true, {0, 1, 2}},
      {"nameless outside a folder", {{"A", {}, {}, {}}, {}}, false, {0, 1}},
      {"nameless all", {{}, {}}, true, {0, 1}},
      {"nothing", {}, true, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(group_stays(row.claims, row.folder) == row.groups);
  }
}

TEST_CASE("documents of one stay become one complete chart, a lone one does not") {
  const Chart chart = only(list(fragment("ZY1", document(DocType::kAdmissionRecord)),
                                fragment("ZY1", document(DocType::kProgressNote))));
  CHECK(chart.complete);
  CHECK(chart.key == "ZY1");
  CHECK(chart.realm == Realm::kChina);
  CHECK(chart.documents.size() == 2);
  CHECK(chart.encounter.kind.value == EncounterKind::kInpatient);
  CHECK(chart.sources.has(Source::kDocuments));
  CHECK_FALSE(chart.sources.has(Source::kOrders));

  CHECK_FALSE(only(list(fragment("ZY1", document(DocType::kAdmissionRecord)))).complete);
  const auto apart = build_charts(list(fragment("ZY1", document(DocType::kAdmissionRecord)),
                                       fragment("ZY2", document(DocType::kAdmissionRecord))),
                                  true);
  REQUIRE(apart.size() == 2);
  CHECK_FALSE(apart[0].complete);
  CHECK(apart[1].key == "ZY2");
}

TEST_CASE("a chart file stays as complete as it says, and adds to the documents of its stay") {
  Chart supplement;
  supplement.key = "ZY1";
  supplement.staff.push_back(person("D1", "王五"));
  supplement.staff.back().title = Title::kAttending;
  supplement.staff.back().licensed = true;
  supplement.sources.add(Source::kChecklists);
  Document note = document(DocType::kProgressNote, {signed_by(Role::kRecorder, "202403011200")});
  note.signatures.front().person = person("D1");
  const Chart chart =
      only(list(fragment("ZY1", std::move(note)),
                fragment("ZY1", document(DocType::kAdmissionRecord)), std::move(supplement)));
  CHECK(chart.sources.has(Source::kChecklists));
  CHECK(chart.complete);
  const Person& writer = chart.documents.front().signatures.front().person;
  CHECK(writer.name.value == "王五");
  CHECK(writer.title == Title::kAttending);
  CHECK(writer.licensed == std::optional(true));
  CHECK(writer.span() == writer.id.span);

  Chart alone;
  alone.key = "ZY9";
  CHECK_FALSE(only(list(alone)).complete);
  alone.complete = true;
  CHECK(only(list(alone)).complete);
}

TEST_CASE("a name that two members of staff bear tells nobody") {
  Chart chart;
  chart.staff = {person("D1", "王五"), person("D2", "王五")};
  chart.staff[0].title = Title::kChief;
  chart.documents.push_back(
      document(DocType::kProgressNote, {signed_by(Role::kRecorder, "", "王五")}));
  const Chart built = only(list(std::move(chart)));
  CHECK(built.documents[0].signatures[0].person.title == Title::kUnknown);
  CHECK(built.documents[0].signatures[0].person.id.value.empty());
}

TEST_CASE("every statement of a time is kept, the best one counts") {
  Chart front =
      fragment("ZY1", document(DocType::kFrontPage, {}, {element("DE06.00.092.00", "20240301")}));
  Chart admission = fragment("ZY1", document(DocType::kAdmissionRecord));
  admission.encounter.admitted.add(
      {at("202403010912").value, text("").span, Origin::kAdmissionRecord});
  Chart discharge = fragment(
      "ZY1", document(DocType::kDischargeRecord, {},
                      {element("DE06.00.092.00", "202403020912"),
                       element("DE06.00.017.00", "202403061030"), element("DE06.00.017.00", "")}));
  const Chart chart = only(list(std::move(discharge), std::move(admission), std::move(front)));
  REQUIRE(chart.encounter.admitted.claims().size() == 3);
  CHECK(chart.encounter.admitted.best()->origin == Origin::kFrontPage);
  CHECK(shown(chart.encounter.admitted) == "2024-03-01");
  CHECK(chart.encounter.admitted.claims()[2].origin == Origin::kDischargeRecord);
  CHECK(shown(chart.encounter.discharged) == "2024-03-06 10:30");
  CHECK_FALSE(chart.encounter.died.known());
}

TEST_CASE("a time that the reader claimed is not claimed again from the same place") {
  Document record =
      document(DocType::kDeathRecord, {}, {element("DE02.01.036.00", "202403051200")});
  const Span place = record.elements.front().value.span;
  Chart chart = fragment("ZY1", std::move(record));
  chart.encounter.died.add({at("202403051200").value, place, Origin::kEventDocument});
  const Chart built = only(list(std::move(chart)));
  CHECK(built.encounter.died.claims().size() == 1);
  CHECK(built.dead());
}

TEST_CASE("the way of leaving and the day ward are as written") {
  Chart front =
      fragment("ZY1", document(DocType::kFrontPage, {}, {element("DE06.00.223.00", "4")}));
  CHECK(only(list(std::move(front))).encounter.disposition.value == Disposition::kAgainstAdvice);
  Chart day = fragment("ZY1", document(DocType::kAdmissionRecord));
  day.encounter.ward = text("日间手术中心");
  CHECK(only(list(std::move(day))).encounter.kind.value == EncounterKind::kDaySurgery);
  Chart visit = fragment("MZ1", document(DocType::kOutpatientRecord));
  CHECK(only(list(std::move(visit))).encounter.kind.value == EncounterKind::kOutpatient);
  Chart foreign = fragment("E1", document(DocType::kProgressNote));
  foreign.documents[0].format = Format::kCcda;
  const Chart abroad = only(list(std::move(foreign)));
  CHECK(abroad.encounter.kind.value == EncounterKind::kUnknown);
  CHECK(abroad.realm == Realm::kOther);
}

TEST_CASE("a complete stay without an end is a running one") {
  const auto stage = [](std::vector<Element> elements, std::optional<Stage> given) {
    Chart chart = fragment("ZY1", document(DocType::kAdmissionRecord));
    chart.stage = given;
    return only(list(std::move(chart),
                     fragment("ZY1", document(DocType::kProgressNote, {}, std::move(elements)))))
        .stage;
  };
  CHECK(stage({}, {}) == Stage::kRunning);
  CHECK(stage({}, Stage::kArchived) == Stage::kArchived);
  CHECK(stage({element("DE06.00.017.00", "20240306")}, {}) == std::nullopt);
  CHECK(only(list(fragment("ZY1", document(DocType::kAdmissionRecord)))).stage == std::nullopt);
}

TEST_CASE("documents stand in order of time, and diagnoses follow them") {
  Chart late = fragment(
      "ZY1", document(DocType::kProgressNote, {signed_by(Role::kRecorder, "202403031000")}));
  late.diagnoses.push_back({});
  late.diagnoses.back().document = 0;
  Chart untimed = fragment("ZY1", document(DocType::kLabReport));
  Chart early = fragment("ZY1", document(DocType::kAdmissionRecord));
  early.documents[0].recorded = at("202403011130");
  early.diagnoses.push_back({});
  early.diagnoses.back().document = 0;
  early.procedures.push_back({});
  const Chart chart = only(list(std::move(late), std::move(untimed), std::move(early)));
  CHECK(chart.documents[0].type == DocType::kAdmissionRecord);
  CHECK(chart.documents[1].type == DocType::kProgressNote);
  CHECK(chart.documents[2].type == DocType::kLabReport);
  CHECK(chart.diagnoses[0].document == 1);
  CHECK(chart.diagnoses[1].document == 0);
  CHECK(chart.procedures[0].document == Procedure::kNoDocument);
}

}  // namespace
}  // namespace emrlint
