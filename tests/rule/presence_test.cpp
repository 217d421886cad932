// SPDX-License-Identifier: Apache-2.0
#include "rule/rule_fixture.h"

namespace emrlint {
namespace {

TEST_CASE("presence: a surgery calls for its record") {
  const Catalog catalog = catalog_with(
      "presence",
      "when = \"surgery-end\"\ndocument = [\"operation-record\", \"cesarean-record\"]\n");
  Chart chart = stay("2024-03-01 09:00");
  CHECK(outcomes(catalog, chart).empty());
  add_surgery(chart, "s1", "2024-03-02 09:00", "2024-03-02 11:00");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail surgery/s1 missing: after the surgery (2024-03-02 09:00) the chart is to hold: "
              "operation record; there is none."});
  CHECK(outcomes(catalog, chart, {at("2024-03-02 12:00"), Stage::kRunning}).empty());
  chart.complete = false;
  CHECK(outcomes(catalog, chart) == Lines{"undecided surgery/s1 rest-of-chart"});
  add_document(chart, DocType::kCesareanRecord);
  CHECK(outcomes(catalog, chart) == Lines{"pass surgery/s1"});
}

TEST_CASE("presence: within a time while the stay runs") {
  const Catalog catalog = catalog_with(
      "presence", "when = \"admission\"\ndocument = \"admission-record\"\nwithin = \"24h\"\n");
  const Chart chart = stay("2024-03-01 09:00");
  CHECK(outcomes(catalog, chart, {at("2024-03-01 12:00"), Stage::kRunning}) ==
        Lines{"due chart due: after admission: admission record is to be there by 2024-03-02 "
              "09:00."});
  CHECK(outcomes(catalog, chart, {at("2024-03-02 12:00"), Stage::kRunning})[0].starts_with(
      "fail chart missing"));
  const Clock over{at("2024-03-01 12:00"), Stage::kDischarged};
  CHECK(outcomes(catalog, chart, over)[0].starts_with("due chart due"));
}

TEST_CASE("presence: before an event of the same subject") {
  const Catalog catalog = catalog_with(
      "presence",
      "when = \"surgery-start\"\ndocument = \"level4-mdt\"\nbefore = \"surgery-start\"\n"
      "applies = { level = [4] }\n");
  Chart chart = stay("2024-03-01 09:00");
  Surgery& surgery = add_surgery(chart, "s1", "2024-03-02 09:00", "2024-03-02 11:00");
  CHECK(outcomes(catalog, chart) == Lines{"undecided surgery/s1 surgery-level"});
  surgery.level = Located<int>{3, {}};
  CHECK(outcomes(catalog, chart).empty());
  surgery.level = Located<int>{4, {}};
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail surgery/s1 missing: before the surgery (2024-03-02 09:00) there is to be: "
              "multidisciplinary discussion before a level 4 surgery; there is none."});
  add_document(chart, DocType::kLevel4Mdt, "2024-03-02 10:00");
  CHECK(outcomes(catalog, chart)[0].starts_with("fail surgery/s1 after: "));
  chart.documents[0].completed = Located<Time>{at("2024-03-02"), {}};
  CHECK(outcomes(catalog, chart) == Lines{"undecided surgery/s1 clock-time"});
  chart.documents[0].completed = Located<Time>{at("2024-03-01"), {}};
  CHECK(outcomes(catalog, chart) == Lines{"pass surgery/s1"});
}

TEST_CASE("presence: a checklist does as well, and a document may call for another") {
  const Catalog checklist =
      catalog_with("presence",
                   "when = \"surgery-end\"\ndocument = \"safety-checklist\"\nchecklist = "
                   "[\"surgical-safety\"]\n");
  Chart chart = stay("2024-03-01 09:00");
  add_surgery(chart, "s1", "2024-03-02 09:00", "2024-03-02 11:00");
  chart.checklists.emplace_back().kind.value = "surgical-safety";
  CHECK(outcomes(checklist, chart) == Lines{"pass surgery/s1"});

  const Catalog pair =
      catalog_with("presence", "when = \"death-record\"\ndocument = \"death-case-discussion\"\n");
  CHECK(outcomes(pair, chart).empty());
  add_document(chart, DocType::kDeathRecord, "2024-03-02 10:00");
  CHECK(outcomes(pair, chart) ==
        Lines{"fail document/death-record/0 missing: the chart has: death record; it is to hold: "
              "death case discussion; there is none."});
}

}  // namespace
}  // namespace emrlint
