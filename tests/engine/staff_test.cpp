// SPDX-License-Identifier: Apache-2.0
#include "engine/staff.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace emrlint {
namespace {

Text text(std::string_view value) { return {value, {}}; }

Person person(std::string_view id, std::string_view name) {
  Person one;
  one.id = text(id);
  one.name = text(name);
  return one;
}

Chart chart_by(const Person& surgeon) {
  Chart chart;
  chart.encounter.admitted.add({*parse_iso_time("2024-03-01T09:00"), {}, Origin::kChartData});
  chart.surgeries.emplace_back().surgeon = surgeon;
  return chart;
}

Tables table(std::string csv) {
  Tables tables;
  REQUIRE_FALSE(tables.read(TableKind::kStaff, "staff.csv", std::move(csv)));
  return tables;
}

constexpr const char* kStaff =
    "id,name,title,department,valid_from,valid_until\n"
    "D1,李一,主治医师,普外科,,2024-02-29\nD1,李一,副主任医师,普外科,2024-03-01,\n"
    "D2,王二,主任医师,骨科,,\nD3,王二,住院医师,骨科,,\nD4,赵三,主任医师,,,\n";

TEST_CASE("staff: by id on the day of admission, once") {
  const Tables tables = table(kStaff);
  Chart chart = chart_by(person("D1", ""));
  chart.surgeries.push_back(chart.surgeries.front());
  supplement_staff(chart, tables);
  REQUIRE(chart.staff.size() == 1);
  CHECK(chart.staff[0].name.value == "李一");
  CHECK(chart.title_of(chart.surgeries[0].surgeon) == Title::kAssociateChief);
}

TEST_CASE("staff: by name, but for namesakes; not those who are in no table") {
  const Tables tables = table(kStaff);
  for (const auto& [name, title] :
       {std::pair("赵三", Title::kChief), std::pair("王二", Title::kUnknown),
        std::pair("钱九", Title::kUnknown)}) {
    Chart chart = chart_by(person("", name));
    supplement_staff(chart, tables);
    CHECK(chart.title_of(chart.surgeries[0].surgeon) == title);
  }
}

TEST_CASE("staff: what the chart states stays") {
  const Tables tables = table(kStaff);
  Chart chart = chart_by(person("D4", ""));
  Person member = person("D4", "");
  member.title = Title::kAttending;
  chart.staff.push_back(member);
  supplement_staff(chart, tables);
  REQUIRE(chart.staff.size() == 1);
  CHECK(chart.staff[0].title == Title::kAttending);
  CHECK(chart.staff[0].name.value == "赵三");
}

TEST_CASE("staff: the account of a log is an id or a name") {
  const Tables tables = table(kStaff);
  Chart chart = chart_by(person("", ""));
  for (const std::string_view account : {"D2", "赵三", "admin"}) {
    chart.audit.emplace_back().account = text(account);
  }
  supplement_staff(chart, tables);
  REQUIRE(chart.staff.size() == 2);
  CHECK(chart.staff[0].department.value == "骨科");
  CHECK(chart.staff[1].id.value == "D4");
}

TEST_CASE("staff: nothing without a table") {
  Chart chart = chart_by(person("D1", ""));
  supplement_staff(chart, Tables::none());
  CHECK(chart.staff.empty());
}

}  // namespace
}  // namespace emrlint
