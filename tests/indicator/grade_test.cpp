// SPDX-License-Identifier: Apache-2.0
// Indicators that count the grades of a sheet.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/config.h"
#include "indicator/counter.h"
#include "reader/read_support.h"

namespace emrlint {
namespace {

using read_test::file_text;
using read_test::read_text;

constexpr Message<> kLate{"late", "迟", "late"};
constexpr Missing kTime{"time", "时间", "the time"};
constexpr MessageInfo kMessages[] = {kLate};

// Each surgery is what its name says: "pass", "late" or "open".
void judge(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const std::string_view name = chart.surgeries[i].name.value;
    if (name == "pass") report.pass(of_surgery(i));
    if (name == "late") report.fail(kLate, of_surgery(i), {});
    if (name == "open") report.undecided(of_surgery(i), kTime);
  }
}

constexpr const char* kSheet = R"(
title = {zh = "表", en = "small sheet"}
description = {zh = "表", en = "sheet"}
total = 100
encounters = ["inpatient"]
grade = [{id = "a", title = {zh = "甲", en = "A"}, from = 90},
         {id = "b", title = {zh = "乙", en = "B"}, from = 0}]
section = [{id = "all", title = {zh = "全", en = "all"}, points = 100}]

[[row]]
section = "all"
text = {zh = "迟", en = "late"}
points = 6
per = "time"
checks = ["a-check"]
)";

Chart stay(std::vector<std::string_view> surgeries) {
  Chart chart;
  chart.key = "ZY1";
  chart.complete = true;
  chart.encounter.kind.value = EncounterKind::kInpatient;
  for (const std::string_view name : surgeries) {
    chart.surgeries.emplace_back().name = {name, {}};
  }
  return chart;
}

// One check, a sheet by it and an indicator of the charts that are grade A.
struct Graded {
  Catalog catalog;
  IndicatorBook book;

  Graded() {
    REQUIRE_FALSE(
        catalog.add_native(Check{{.id = "a-check", .messages = kMessages}, &judge}, "test"));
    Indicator one;
    one.grade = "a";
    one.uncounted = {"无表", "no sheet"};
    book.indicators = {one};
    const Result<ScoreSheet> sheet = read_sheet("small.toml", kSheet, catalog, nullptr);
    REQUIRE_MESSAGE(sheet.ok(), (sheet.ok() ? "" : sheet.error().en));
    REQUIRE(grade_by(book, *sheet));
  }

  ChartReport report(const Chart& chart) const {
    static std::vector<Config> configs;  // The settings of a report are theirs.
    Result<Config> config = Config::load(catalog, "", "checks = [\"*\"]", nullptr);
    REQUIRE(config.ok());
    configs.push_back(*std::move(config));
    return lint(catalog, configs.back(), chart);
  }

  // "numerator/denominator undecided unevaluated"
  std::string count(const Chart& chart) const {
    return text(IndicatorCounter(book, catalog).count(report(chart)));
  }
  static std::string text(const std::vector<IndicatorCount>& counts) {
    std::string out;
    for (const IndicatorCount& one : counts) {
      out += std::to_string(one.numerator) + "/" + std::to_string(one.denominator) + " " +
             std::to_string(one.undecided) + " " + std::to_string(one.unevaluated);
    }
    return out;
  }
};

TEST_CASE("grades: a chart counts by what it loses, an open one once it lost too much") {
  const Graded graded;
  CHECK(graded.count(stay({"pass"})) == "1/1 0 0");
  CHECK(graded.count(stay({"pass", "late"})) == "1/1 0 0");          // 94
  CHECK(graded.count(stay({"late", "late"})) == "0/1 0 0");          // 88
  CHECK(graded.count(stay({"late", "open"})) == "0/0 1 0");          // 94 at most
  CHECK(graded.count(stay({"late", "open", "late"})) == "0/1 0 0");  // 88 at most
}

TEST_CASE("grades: a chart without a score is not evaluated, a part of one undecided") {
  const Graded graded;
  CHECK(graded.count(stay({"other"})) == "0/0 0 1");  // Nothing was judged.
  Chart outpatient = stay({"late", "late"});
  outpatient.encounter.kind.value = EncounterKind::kOutpatient;
  CHECK(graded.count(outpatient) == "0/0 0 1");
  Chart part = stay({"late", "late"});
  part.complete = false;
  CHECK(graded.count(part) == "0/0 1 0");
}

TEST_CASE("grades: what is found later costs as much") {
  const Graded graded;
  const IndicatorCounter counter(graded.book, graded.catalog);
  const Chart chart = stay({"late"});
  const ChartReport report = graded.report(chart);
  std::vector<IndicatorState> states = counter.states(report);
  REQUIRE(states.size() == 1);
  CHECK(counter.count(states.front()).numerator == 1);
  states.front().add(counter.states(report).front());  // 88
  CHECK(Graded::text({counter.count(states.front())}) == "0/1 0 0");
  CHECK(counter.findings(report, 0) == std::vector<std::uint32_t>{0});
}

TEST_CASE("grades: without a sheet that has them nothing is counted") {
  Graded graded;
  IndicatorBook book;
  Indicator one;
  one.grade = "excellent";
  one.uncounted = {"无表", "no sheet"};
  book.indicators = {one};
  CHECK_FALSE(grade_by(book, *graded.book.sheet));
  CHECK_FALSE(book.indicators.front().computed());
  CHECK(graded.book.indicators.front().computed());
  CHECK(graded.book.indicators.front().differs.en.starts_with("By the \"small sheet\""));
}

// tests/score counts the points of these charts by hand.
TEST_CASE("grades: of whole charts those below 90 points are not grade A, the others open") {
  const Result<Catalog> catalog = Catalog::built_in();
  REQUIRE(catalog.ok());
  const auto none = [](const std::string& path) -> Result<std::string> {
    return Error{path, path, {}};
  };
  Result<IndicatorBook> book = load_indicators({"cn-records-2021"}, *catalog, none);
  REQUIRE(book.ok());
  const Result<ScoreSheet> sheet = load_sheet("cn-zhejiang-2021", *catalog, none);
  REQUIRE(sheet.ok());
  REQUIRE(grade_by(*book, *sheet));
  const Result<Config> config =
      Config::load(*catalog, "x", "extends = [\"cn-zhejiang-2021\"]", none);
  REQUIRE(config.ok());
  const IndicatorCounter counter(*book, *catalog);
  IndicatorCount sum;
  for (const char* name : {"elective-surgery", "death", "emergency-surgery", "level4-surgery",
                           "medical-stay", "obstetric"}) {
    for (const char* kind : {"", "-broken"}) {
      const std::string path = std::string("fixtures/charts/") + name + kind + "/chart.json";
      const Batch batch = read_text(file_text(path));
      REQUIRE(batch.charts.size() == 1);
      for (const IndicatorCount& one : counter.count(lint(*catalog, *config, batch.charts[0]))) {
        if (book->indicators[one.indicator].id != "zb-27") continue;
        sum.numerator += one.numerator;
        sum.denominator += one.denominator;
        sum.undecided += one.undecided;
      }
    }
  }
  CHECK(sum.numerator == 0);
  CHECK(sum.denominator == 8);  // 86, 60, 89, 87, 59, 66.5, 89 and 72 points.
  CHECK(sum.undecided == 4);    // 90, 100, 92 and 98 points, not judged in full.
}

}  // namespace
}  // namespace emrlint
