// SPDX-License-Identifier: Apache-2.0
// How outcomes become numbers, by small checks that say what the test wants.
#include "indicator/counter.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/config.h"

namespace emrlint {
namespace {

constexpr Message<> kLate{"late", "迟", "late"};
constexpr Message<> kNear{"near", "近", "near"};
constexpr Missing kTime{"time", "时间", "the time"};

// Judges each surgery by its name: "pass", "late", "near" or "open"; nothing else is judged. What
// stands behind a blank is for the detail "second".
void judge(const Chart& chart, Report& report, bool second) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    std::string_view name = chart.surgeries[i].name.value;
    const std::size_t blank = std::min(name.find(' '), name.size());
    name = second ? name.substr(std::min(blank + 1, name.size())) : name.substr(0, blank);
    const Subject subject = of_surgery(i, second ? "second" : "");
    if (name == "pass") report.pass(subject);
    if (name == "late") report.fail(kLate, subject, {});
    if (name == "near") report.fail(kNear, subject, {});
    if (name == "open") report.undecided(subject, kTime);
  }
}

constexpr MessageInfo kMessages[] = {kLate, kNear};
constexpr Source kNeeds[] = {Source::kOrders};

Catalog small_catalog() {
  Catalog catalog;
  Check first{{.id = "a-first", .messages = kMessages},
              [](const Chart& c, const Options&, Report& r) { judge(c, r, false); }};
  Check second{{.id = "a-second", .needs = kNeeds, .messages = kMessages},
               [](const Chart& c, const Options&, Report& r) { judge(c, r, true); }};
  Check broken{{.id = "a-broken", .messages = kMessages},
               [](const Chart&, const Options&, Report&) { throw std::runtime_error("broken"); }};
  for (const Check& check : {first, second, broken}) {
    REQUIRE_FALSE(catalog.add_native(check, "test"));
  }
  return catalog;
}

Chart stay(std::vector<std::string_view> surgeries) {
  Chart chart;
  chart.key = "ZY1";
  chart.complete = true;
  chart.sources.add(Source::kOrders);
  chart.encounter.kind.value = EncounterKind::kInpatient;
  for (const std::string_view name : surgeries) {
    Surgery& surgery = chart.surgeries.emplace_back();
    surgery.name = {name, {}};
    surgery.start.add({*parse_iso_time("2024-03-01T09:00"), {}, Origin::kChartData});
  }
  return chart;
}

// What a chart adds: numerator, denominator, undecided, unevaluated.
using Numbers = std::vector<std::uint32_t>;

std::string text(const Numbers& numbers) {
  std::string out;
  for (const std::uint32_t number : numbers) out += std::to_string(number) + " ";
  return out;
}

struct Small {
  Catalog catalog = small_catalog();
  IndicatorBook book;

  Indicator& add(std::vector<std::string> checks) {
    Indicator one;
    one.population = {StayTrait::kInpatient, StayTrait::kEnded};
    for (const std::string& text : checks) {
      const std::size_t end = std::min(text.find_first_of("/#"), text.size());
      const bool message = end < text.size() && text[end] == '/';
      one.matches.push_back(
          {*catalog.index_of(text.substr(0, end)), text.substr(message ? end + 1 : end)});
    }
    book.indicators = {one};
    return book.indicators.front();
  }

  Numbers count(const Chart& chart, const char* settings = "checks = [\"*\"]") {
    const auto config = Config::load(catalog, "", settings, nullptr);
    REQUIRE(config.ok());
    const IndicatorCounter counter(book, catalog);
    const auto counts = counter.count(lint(catalog, *config, chart));
    if (counts.empty()) return Numbers();
    CAPTURE(counts.size());
    REQUIRE(counts.size() == 1);
    const IndicatorCount& one = counts.front();
    return {one.numerator, one.denominator, one.undecided, one.unevaluated};
  }
};

TEST_CASE("counter: a chart passes when all its subjects do, and is not counted where none is") {
  Small small;
  small.add({"a-first"});
  CHECK(text(small.count(stay({"pass", "pass"}))) == "1 1 0 0 ");
  CHECK(text(small.count(stay({"pass", "late"}))) == "0 1 0 0 ");
  CHECK(text(small.count(stay({"pass", "open"}))) == "0 0 1 0 ");
  CHECK(text(small.count(stay({"open", "late"}))) == "0 1 0 0 ");
  CHECK(small.count(stay({"other"})).empty());
}

TEST_CASE("counter: a rate of defects has the failures as numerator") {
  Small small;
  small.add({"a-first"}).counted = Counted::kFail;
  CHECK(text(small.count(stay({"pass"}))) == "0 1 0 0 ");
  CHECK(text(small.count(stay({"late"}))) == "1 1 0 0 ");
}

TEST_CASE("counter: subjects count one by one, with all that is said of each") {
  Small small;
  small.add({"a-first", "a-second"}).unit = IndicatorUnit::kSubject;
  CHECK(small.count(stay({"pass pass", "pass late", "late pass", "open pass", "late open",
                          "x pass"})) == Numbers{2, 5, 1, 0});
}

TEST_CASE("counter: what else is asked counts only of subjects that are judged") {
  Small small;
  Indicator& one = small.add({"a-first"});
  one.unit = IndicatorUnit::kSubject;
  one.also = {{*small.catalog.index_of("a-second"), ""}};
  CHECK(text(small.count(stay({"pass pass", "pass late", "x late", "pass open"}))) == "1 2 1 0 ");
}

TEST_CASE("counter: one message of a check, and one detail") {
  Small small;
  small.add({"a-first/late"}).unit = IndicatorUnit::kSubject;
  CHECK(text(small.count(stay({"pass", "late", "near", "open"}))) == "2 3 1 0 ");
  small.add({"a-second#second"}).unit = IndicatorUnit::kSubject;
  CHECK(text(small.count(stay({"x pass", "x late"}))) == "1 2 0 0 ");
  small.add({"a-second#third"}).unit = IndicatorUnit::kSubject;
  CHECK(small.count(stay({"x pass", "x late"})).empty());
}

TEST_CASE("counter: a chart without the data is undecided, not absent") {
  Small small;
  small.add({"a-second"}).absent_passes = true;
  CHECK(text(small.count(stay({}))) == "1 1 0 0 ");
  Chart chart = stay({});
  chart.sources = {};
  CHECK(text(small.count(chart)) == "0 0 1 0 ");
  chart = stay({});
  chart.complete = false;
  CHECK(text(small.count(chart)) == "0 0 1 0 ");
  CHECK(text(small.count(stay({"x late"}))) == "0 1 0 0 ");
}

TEST_CASE("counter: a check that is off or breaks leaves the chart unevaluated") {
  Small small;
  small.add({"a-first", "a-second"});
  CHECK(text(small.count(stay({"late"}), "checks = [\"*\"]\ndisable = [\"a-second\"]")) ==
        "0 0 0 1 ");
  small.add({"a-first", "a-broken"});
  CHECK(text(small.count(stay({"late"}))) == "0 0 0 1 ");
}

TEST_CASE("counter: the population, and where it is not known") {
  Small small;
  small.add({"a-first"});
  Chart chart = stay({"pass"});
  chart.encounter.kind.value = EncounterKind::kOutpatient;
  CHECK(small.count(chart).empty());
  chart.encounter.kind.value = EncounterKind::kUnknown;
  CHECK(text(small.count(chart)) == "0 0 1 0 ");
  chart = stay({"pass"});
  chart.stage = Stage::kRunning;
  CHECK(small.count(chart).empty());
  small.add({"a-first"}).population = {StayTrait::kLevel4Surgery};
  CHECK(text(small.count(stay({"pass"}))) == "0 0 1 0 ");
  chart = stay({"pass"});
  chart.surgeries[0].level = Located<int>{4, {}};
  CHECK(text(small.count(chart)) == "1 1 0 0 ");
  chart.surgeries[0].level = Located<int>{3, {}};
  CHECK(small.count(chart).empty());
}

TEST_CASE("counter: the findings behind a number, those of other subjects left out") {
  Small small;
  Indicator& one = small.add({"a-first"});
  one.also = {{*small.catalog.index_of("a-second"), ""}};
  const auto config =
      Config::load(small.catalog, "", "checks = [\"*\"]\ndisable = [\"a-broken\"]", nullptr);
  REQUIRE(config.ok());
  const Chart chart = stay({"pass late", "x late", "open pass"});
  const ChartReport report = lint(small.catalog, *config, chart);
  const auto found = IndicatorCounter(small.book, small.catalog).findings(report, 0);
  REQUIRE(found.size() == 2);
  CHECK(report.findings[found[0]].subject == "surgery/2");
  CHECK(report.findings[found[1]].subject == "surgery/0#second");
}

}  // namespace
}  // namespace emrlint
