// SPDX-License-Identifier: Apache-2.0
#include "rule/rule_fixture.h"

namespace emrlint {
namespace {

void note(Chart& chart, std::string_view when) {
  add_document(chart, DocType::kProgressNote, when).recorded = Located<Time>{at(when), {}};
}

constexpr std::string_view kStable =
    "in = \"stay\"\ndocument = \"progress-note\"\nevery = \"3d\"\nexcept = [\"critical\"]\n";

TEST_CASE("frequency: neighbouring notes, the ends of the stay included") {
  const Catalog catalog = catalog_with("frequency", kStable);
  Chart chart = stay("2024-03-01 09:00", "2024-03-10 09:00");
  note(chart, "2024-03-02 09:00");
  note(chart, "2024-03-07 08:00");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail chart gap: progress note: 5 days from 2024-03-02 to 2024-03-07; one at least "
              "every 3 days is expected (gaps: 1)."});
  note(chart, "2024-03-05");
  note(chart, "2024-03-06");
  CHECK(outcomes(catalog, chart) == Lines{"pass chart"});
  CHECK(outcomes(catalog, chart, {}, Options({{"every", Duration(24 * 60)}}))[0].find(
            "(gaps: 2)") != std::string::npos);
}

TEST_CASE("frequency: a gap in an excepted interval is another rule's") {
  const Catalog catalog = catalog_with("frequency", kStable);
  Chart chart = stay("2024-03-01 09:00", "2024-03-06 09:00");
  CHECK(outcomes(catalog, chart)[0].starts_with("fail chart gap"));
  Condition& condition = chart.conditions.emplace_back();
  condition.severity = Acuity::kCritical;
  condition.start = Located<Time>{at("2024-03-02 09:00"), {}};
  CHECK(outcomes(catalog, chart) == Lines{"pass chart"});
  condition.start = Located<Time>{at("2024-03-05 09:00"), {}};  // Four days before it are not.
  CHECK(outcomes(catalog, chart)[0].starts_with("fail chart gap"));
}

TEST_CASE("frequency: what is not known is named") {
  const Catalog catalog = catalog_with("frequency", kStable);
  Chart chart = stay("2024-03-01 09:00");
  note(chart, "2024-03-03 09:00");
  CHECK(outcomes(catalog, chart) == Lines{"undecided chart discharge-time"});
  CHECK(outcomes(catalog, chart, {std::nullopt, Stage::kRunning}) ==
        Lines{"undecided chart as-of"});
  CHECK(outcomes(catalog, chart, {at("2024-03-05 10:00"), Stage::kRunning}) ==
        Lines{"due chart due: the next progress note is due on 2024-03-06."});
  CHECK(outcomes(catalog, chart, {at("2024-03-07 10:00"), Stage::kRunning})[0].starts_with(
      "fail chart gap"));
  add_document(chart, DocType::kProgressNote);
  CHECK(outcomes(catalog, chart, {at("2024-03-07 10:00"), Stage::kRunning}) ==
        Lines{"undecided chart completion-time"});
  chart.complete = false;
  CHECK(outcomes(catalog, chart) == Lines{"undecided chart rest-of-chart"});
}

TEST_CASE("frequency: of the gaps of a mistyped year the first are shown") {
  const Catalog catalog =
      catalog_with("frequency", "in = \"stay\"\ndocument = \"progress-note\"\nwindow = \"7d\"\n");
  const Chart chart = stay("1577-03-01 09:00", "2024-03-09 09:00");
  Report report;
  catalog.entries().front().run(chart, {}, report);
  REQUIRE(report.outcomes().size() == 1);
  const Outcome& outcome = report.outcomes().front();
  CHECK(outcome.kind == OutcomeKind::kFail);
  CHECK(outcome.notes.size() == 20);
  CHECK(outcomes(catalog, chart)[0].ends_with("(such windows: 23324)."));
}

TEST_CASE("frequency: each whole day of a condition") {
  const Catalog catalog = catalog_with(
      "frequency", "in = \"critical\"\ndocument = \"progress-note\"\nwindow = \"1d\"\n");
  Chart chart = stay("2024-03-01 09:00", "2024-03-10 09:00");
  CHECK(outcomes(catalog, chart) == Lines{"undecided chart source-conditions"});
  chart.sources.add(Source::kConditions);
  CHECK(outcomes(catalog, chart).empty());
  Condition& condition = chart.conditions.emplace_back();
  condition.id.value = "c1";
  condition.severity = Acuity::kCritical;
  condition.start = Located<Time>{at("2024-03-02 09:00"), {}};
  condition.stop = Located<Time>{at("2024-03-05 09:00"), {}};
  note(chart, "2024-03-03 09:00");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail condition/c1 few: progress note: 0 on 2024-03-04; at least 1 "
              "are expected (such windows: 1)."});
  note(chart, "2024-03-04 09:00");
  CHECK(outcomes(catalog, chart) == Lines{"pass condition/c1"});
  condition.stop = Located<Time>{at("2024-03-03 09:00"), {}};
  CHECK(outcomes(catalog, chart).empty());
}

TEST_CASE("frequency: whole weeks of the stay") {
  const Catalog catalog = catalog_with(
      "frequency", "in = \"stay\"\ndocument = \"progress-note\"\nwindow = \"7d\"\ncount = 2\n");
  Chart chart = stay("2024-03-01 09:00", "2024-03-09 09:00");
  note(chart, "2024-03-02 09:00");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail chart few: progress note: 1 on 2024-03-01 to 2024-03-07; at least 2 are "
              "expected (such windows: 1)."});
  CHECK(outcomes(catalog, chart, {}, Options({{"count", 1}})) == Lines{"pass chart"});
  Chart short_stay = stay("2024-03-01 09:00", "2024-03-07 09:00");
  CHECK(outcomes(catalog, short_stay).empty());
}

TEST_CASE("frequency: days after an event") {
  const Catalog catalog = catalog_with("frequency",
                                       "from = \"surgery-end\"\ndays = 3\n"
                                       "document = \"progress-note\"\nwindow = \"1d\"\n");
  Chart chart = stay("2024-03-01 09:00", "2024-03-09 09:00");
  add_surgery(chart, "s1", "2024-03-02 09:00", "2024-03-02 11:00");
  add_surgery(chart, "s2", "2024-03-07 09:00", "2024-03-07 11:00");
  for (const char* when : {"2024-03-02 12:00", "2024-03-03 09:00", "2024-03-04 09:00"}) {
    note(chart, when);
  }
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail surgery/s1 few: progress note: 0 on 2024-03-05; at least 1 "
              "are expected (such windows: 1)."});
}

TEST_CASE("frequency: one of every and window") {
  CHECK(error_of("frequency", "in = \"stay\"\ndocument = \"progress-note\"\n") ==
        "test.toml:1:1: one of every and window is needed");
  CHECK(error_of("frequency", "in = \"stay\"\ndocument = \"progress-note\"\nevery = \"5h\"\n") ==
        "test.toml:1:1: every must be whole days");
  CHECK(error_of("frequency", "in = \"stays\"\ndocument = \"progress-note\"\nevery = \"1d\"\n") ==
        "test.toml:10:6: there is no interval \"stays\"; did you mean \"stay\"?");
}

TEST_CASE("frequency: the days after each of several events") {
  const Catalog catalog = catalog_with("frequency", R"(
from = ["admission", "surgery-end"]
days = 3
document = "progress-note"
window = "1d"
)");
  Chart chart = stay("2024-03-01 09:00", "2024-03-20 09:00");
  add_surgery(chart, "s1", "2024-03-10 09:00", "2024-03-10 11:00");
  for (const char* day : {"2024-03-02", "2024-03-03", "2024-03-04", "2024-03-11", "2024-03-13"}) {
    note(chart, day);
  }
  const Lines lines = outcomes(catalog, chart);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "pass chart");
  CHECK(lines[1].starts_with("fail surgery/s1 few: progress note: 0 on 2024-03-12"));
}

}  // namespace
}  // namespace emrlint
