// SPDX-License-Identifier: Apache-2.0
#include "engine/facets.h"

#include <doctest/doctest.h>

#include <string_view>

#include "reader/read_support.h"

namespace emrlint {
namespace {

using read_test::file_text;
using read_test::read_text;

TimeFact at(const char* time) {
  TimeFact fact;
  fact.add({*parse_iso_time(time), {}, Origin::kChartData});
  return fact;
}

Transfer transfer(const char* time, std::string_view to) {
  Transfer one;
  if (time != nullptr) one.at = Located<Time>{*parse_iso_time(time), {}};
  one.to = {to, {}};
  return one;
}

Diagnosis diagnosis(DiagnosisRole role, std::string_view code) {
  Diagnosis one;
  one.role = role;
  one.code = {code, {}};
  return one;
}

Chart stay() {
  Chart chart;
  chart.encounter.kind.value = EncounterKind::kInpatient;
  return chart;
}

TEST_CASE("facets: of a whole chart") {
  const Batch batch = read_text(file_text("fixtures/charts/death/chart.json"));
  REQUIRE(batch.charts.size() == 1);
  const Facets facets = facets_of(batch.charts[0]);
  CHECK(facets.hospital == "H001");
  CHECK(facets.department == "神经内科");
  CHECK(facets.doctor == "D402");
  CHECK(facets.disease == "I61");
  CHECK(facets.month == "2024-07");
}

TEST_CASE("facets: a chart that tells nothing") { CHECK(facets_of(Chart()) == Facets()); }

TEST_CASE("facets: the department of discharge, else of the last transfer, else of the stay") {
  Chart chart = stay();
  chart.encounter.department = {"急诊科", {}};
  CHECK(facets_of(chart).department == "急诊科");
  chart.transfers = {transfer("2024-03-05T10:00", "神经外科"), transfer("2024-03-02", "重症医学科")};
  CHECK(facets_of(chart).department == "神经外科");
  chart.transfers.push_back(transfer(nullptr, "康复科"));
  CHECK(facets_of(chart).department == "康复科");
  chart.front_page.push_back({{}, {"-", {}}, {}, {}, FrontPageItem::kDischargeDepartment});
  CHECK(facets_of(chart).department == "康复科");
  chart.front_page.push_back({{}, {"神经内科", {}}, {}, {}, FrontPageItem::kDischargeDepartment});
  CHECK(facets_of(chart).department == "神经内科");
}

TEST_CASE("facets: a physician by id, else by name; what only fills the field is nobody") {
  Chart chart = stay();
  Person& attending = chart.encounter.attending;
  attending.name = {"李一", {}};
  CHECK(facets_of(chart).doctor == "李一");
  attending.id = {"0", {}};
  CHECK(facets_of(chart).doctor == "李一");
  attending.id = {"D7", {}};
  CHECK(facets_of(chart).doctor == "D7");
  attending.id = attending.name = {"***", {}};
  CHECK(facets_of(chart).doctor.empty());
}

TEST_CASE("facets: the category of the one principal diagnosis, by a well-formed code") {
  Chart chart = stay();
  chart.diagnoses = {diagnosis(DiagnosisRole::kDischargeOther, "I10.x00"),
                     diagnosis(DiagnosisRole::kDischargePrincipal, "I63.900")};
  CHECK(facets_of(chart).disease == "I63");
  chart.diagnoses[1].code = {"163", {}};
  CHECK(facets_of(chart).disease.empty());
  chart.diagnoses[1].code = {"I63.900", {}};
  chart.diagnoses.push_back(diagnosis(DiagnosisRole::kDischargePrincipal, "I61.900"));
  CHECK(facets_of(chart).disease.empty());
}

TEST_CASE("facets: the month in which the stay ended, where the record was written") {
  Chart chart = stay();
  chart.encounter.admitted = at("2024-02-20T09:00");
  CHECK(facets_of(chart).month.empty());
  chart.encounter.died = at("2024-03-31T20:00:00Z");  // April in China.
  CHECK(facets_of(chart).month == "2024-03");
  chart.encounter.died = at("2024-04-01T04:00:00+08:00");
  CHECK(facets_of(chart).month == "2024-04");
  chart.encounter.discharged = at("2024-03");
  CHECK(facets_of(chart).month == "2024-03");
  chart.encounter.discharged = at("2024");
  CHECK(facets_of(chart).month.empty());
}

TEST_CASE("facets: the month of a visit is that of its day") {
  Chart chart = stay();
  chart.encounter.kind.value = EncounterKind::kOutpatient;
  chart.encounter.admitted = at("2024-02-20T09:00");
  CHECK(facets_of(chart).month == "2024-02");
}

}  // namespace
}  // namespace emrlint
