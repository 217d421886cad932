// SPDX-License-Identifier: Apache-2.0
#include "reader/build_support.h"

namespace emrlint {
namespace {

using namespace build_test;
using Links = std::vector<std::uint32_t>;

// A CDA operation record with the surgery that its reader found in it.
Chart operation(std::string_view code, std::string_view start, std::string_view end) {
  Chart chart = fragment("ZY1", document(DocType::kOperationRecord));
  chart.documents[0].id = text("doc-op");
  chart.surgeries.push_back(surgery("", code, start, end, Origin::kEventDocument));
  return chart;
}

Chart own_data(std::vector<Surgery> surgeries) {
  Chart chart;
  chart.key = "ZY1";
  chart.surgeries = std::move(surgeries);
  return chart;
}

Chart plan(DocType type, std::string_view code, std::string_view day) {
  return fragment(
      "ZY1", document(type, {}, {element("DE06.00.093.00", code), element("DE06.00.221.00", day)}));
}

const Document& first(const Chart& chart, DocType type) {
  REQUIRE(chart.first(type) != nullptr);
  return *chart.first(type);
}

TEST_CASE("an operation record of a known surgery adds its times to it") {
  const Chart chart = only(list(operation("51.2300x001", "202403030915", "202403031010"),
                                own_data({surgery("s1", "51.2300", "202403030905")})));
  REQUIRE(chart.surgeries.size() == 1);
  CHECK(chart.surgeries[0].id.value == "s1");
  CHECK(shown(chart.surgeries[0].start) == "2024-03-03 09:05");
  CHECK(chart.surgeries[0].start.claims().size() == 2);
  CHECK(shown(chart.surgeries[0].end) == "2024-03-03 10:10");
  CHECK(first(chart, DocType::kOperationRecord).surgeries == Links{0});
}

TEST_CASE("an anaesthesia record adds its times to the surgery of its day") {
  const auto given = [](std::string_view start) {
    Chart chart = fragment("ZY1", document(DocType::kAnesthesiaRecord));
    chart.surgeries.push_back(surgery("", "", start, "", Origin::kAnesthesiaRecord));
    chart.surgeries[0].anesthesia.kind_text = text("全身麻醉");
    return chart;
  };
  const Chart one = only(list(operation("51.2300", "202403030915", "202403031010"),
                              given("202403030910"), own_data({surgery("s1", "51.2300", "")})));
  REQUIRE(one.surgeries.size() == 1);
  CHECK(one.surgeries[0].id.value == "s1");
  CHECK(one.surgeries[0].anesthesia.kind == AnesthesiaKind::kGeneral);
  CHECK(shown(one.surgeries[0].start) == "2024-03-03 09:15");
  CHECK(one.surgeries[0].start.claims().size() == 2);

  const Chart other = only(list(operation("51.2300", "202403030915", "202403031010"),
                                given("202403050910")));
  REQUIRE(other.surgeries.size() == 2);
  CHECK(other.surgeries[0].anesthesia.kind_text.value.empty());
}

TEST_CASE("an operation record alone makes the surgery") {
  Chart record = fragment(
      "ZY1",
      document(DocType::kOperationRecord, {signed_by(Role::kSurgeon, "", "赵六")},
               {element("DE06.00.094.00", "胆囊切除术"), element("DE06.00.255.00", "3"),
                element("DE06.00.221.00", "202403030905"), element("DE06.00.073.00", "全身麻醉")}));
  record.documents[0].id = text("doc-op");
  const Chart chart = only(list(std::move(record)));
  REQUIRE(chart.surgeries.size() == 1);
  const Surgery& made = chart.surgeries[0];
  CHECK(made.id.value == "doc-op");
  CHECK(made.name.value == "胆囊切除术");
  REQUIRE(made.level);
  CHECK(made.level->value == 3);
  CHECK(shown(made.start) == "2024-03-03 09:05");
  CHECK_FALSE(made.end.known());
  CHECK(made.surgeon.name.value == "赵六");
  CHECK(made.anesthesia.present);
  CHECK(made.anesthesia.kind == AnesthesiaKind::kGeneral);
  CHECK(chart.documents[0].surgeries == Links{0});
}

TEST_CASE("no time is invented for a surgery") {
  const Chart chart = only(list(fragment("ZY1", document(DocType::kCesareanRecord))));
  REQUIRE(chart.surgeries.size() == 1);
  CHECK(chart.surgeries[0].cesarean);
  CHECK_FALSE(chart.surgeries[0].start.known());
  CHECK_FALSE(chart.surgeries[0].end.known());
}

TEST_CASE("two surgeries of a stay keep their documents apart") {
  const Chart chart = only(list(operation("51.2300", "202403051400", "202403051500"),
                                operation("47.0100", "202403030905", "202403031010"),
                                plan(DocType::kPreopSummary, "51.2300", "20240305"),
                                plan(DocType::kPreopDiscussion, "", "20240303"),
                                fragment("ZY1", document(DocType::kAnesthesiaConsent))));
  REQUIRE(chart.surgeries.size() == 2);
  CHECK(chart.surgeries[0].code.value == "47.0100");
  CHECK(chart.surgeries[1].code.value == "51.2300");
  CHECK(first(chart, DocType::kPreopSummary).surgeries == Links{1});
  CHECK(first(chart, DocType::kPreopDiscussion).surgeries == Links{0});
  CHECK(first(chart, DocType::kAnesthesiaConsent).surgeries.empty());
  CHECK(chart.about_surgery(DocType::kOperationRecord, 0).size() == 1);
  CHECK(chart.about_surgery(DocType::kAnesthesiaConsent, 0).empty());
}

TEST_CASE("the same operation twice is told apart by its day") {
  const Chart chart = only(list(operation("54.1100", "202403051400", "202403051500"),
                                own_data({surgery("s1", "54.1100", "202403030905"),
                                          surgery("s2", "54.1100", "202403051400")}),
                                operation("54.1100", "202403030910", "202403031010")));
  REQUIRE(chart.surgeries.size() == 2);
  CHECK(chart.surgeries[0].end.claims().size() == 1);
  CHECK(shown(chart.surgeries[0].end) == "2024-03-03 10:10");
  CHECK(shown(chart.surgeries[1].end) == "2024-03-05 15:00");
}

TEST_CASE("a record that may belong to either of two surgeries is linked to none, makes none") {
  const Chart chart =
      only(list(own_data({surgery("s1", "", "202403030905"), surgery("s2", "", "202403051400")}),
                fragment("ZY1", document(DocType::kOperationRecord))));
  CHECK(chart.surgeries.size() == 2);
  CHECK(first(chart, DocType::kOperationRecord).surgeries.empty());
}

TEST_CASE("a record of another day than the known surgery tells of another surgery") {
  const Chart chart = only(list(own_data({surgery("s1", "51.2300", "202403030905")}),
                                operation("51.2300", "202403061400", "")));
  CHECK(chart.surgeries.size() == 2);
}

TEST_CASE("the only surgery takes what does not speak against it") {
  const Chart chart = only(list(own_data({surgery("s1", "51.2300", "202403030905")}),
                                fragment("ZY1", document(DocType::kAnesthesiaPreopVisit)),
                                plan(DocType::kPreopSummary, "81.5400", "")));
  CHECK(first(chart, DocType::kAnesthesiaPreopVisit).surgeries == Links{0});
  CHECK(first(chart, DocType::kPreopSummary).surgeries.empty());
}

TEST_CASE("explicit references win") {
  Chart chart = own_data(
      {surgery("s2", "51.2300", "202403051400"), surgery("s1", "51.2300", "202403030905")});
  Document discussion =
      document(DocType::kPreopDiscussion, {}, {element("DE06.00.221.00", "20240303")});
  discussion.format = Format::kChartJson;
  discussion.about = {text("surgeries/s2"), text("surgeries/s2"), text("transfers/t1")};
  Document lost = discussion;
  lost.type = DocType::kPreopSummary;
  lost.about = {text("surgeries/s9")};
  lost.elements.clear();
  chart.documents = {discussion, lost};
  chart.checklists.resize(2);
  chart.checklists[0].about = {text("surgeries/s1")};
  const Chart built = only(list(std::move(chart)));
  CHECK(built.surgeries[0].id.value == "s1");
  CHECK(first(built, DocType::kPreopDiscussion).surgeries == Links{1});
  CHECK(first(built, DocType::kPreopSummary).surgeries.empty());
  CHECK(built.checklists[0].surgeries == Links{0});
  CHECK(built.checklists[1].surgeries.empty());
}

TEST_CASE("a surgical checklist without reference belongs to the only surgery") {
  Chart chart = own_data({surgery("s1", "51.2300", "202403030905")});
  chart.checklists.resize(2);
  chart.checklists[0].kind = text("surgical-safety");
  chart.checklists[1].kind = text("other");
  const Chart built = only(list(std::move(chart)));
  CHECK(built.checklists[0].surgeries == Links{0});
  CHECK(built.checklists[1].surgeries.empty());
}

TEST_CASE("the planned surgeon is named by the discussion before the consent") {
  Document consent = document(DocType::kOperationConsent, {signed_by(Role::kSurgeon, "", "钱七")});
  Document discussion = document(DocType::kPreopDiscussion);
  discussion.participants.push_back({Role::kSurgeon, person("D3", "赵六")});
  const Chart both = only(list(own_data({surgery("s1", "51.2300", "202403030905")}),
                               fragment("ZY1", consent), fragment("ZY1", discussion)));
  CHECK(both.surgeries[0].planned_surgeon.name.value == "赵六");
  const Chart one =
      only(list(own_data({surgery("s1", "51.2300", "202403030905")}), fragment("ZY1", consent)));
  CHECK(one.surgeries[0].planned_surgeon.name.value == "钱七");
}

TEST_CASE("an anaesthesia record tells of an anaesthesia") {
  const Chart chart = only(list(
      own_data({surgery("s1", "51.2300", "202403030905")}),
      fragment(
          "ZY1",
          document(DocType::kAnesthesiaRecord, {signed_by(Role::kAnesthetist, "", "孙八")},
                   {element("DE05.10.129.00", "2"), element("DE06.00.073.00", "腰硬联合麻醉")}))));
  const Anesthesia& anesthesia = chart.surgeries[0].anesthesia;
  CHECK(anesthesia.present);
  CHECK(anesthesia.kind == AnesthesiaKind::kNeuraxial);
  REQUIRE(anesthesia.asa);
  CHECK(anesthesia.asa->value == 2);
  CHECK(anesthesia.by.name.value == "孙八");
  const Chart none = only(list(own_data({surgery("s1", "51.2300", "202403030905")})));
  CHECK_FALSE(none.surgeries[0].anesthesia.present);
}

}  // namespace
}  // namespace emrlint
