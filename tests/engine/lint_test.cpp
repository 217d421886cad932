// SPDX-License-Identifier: Apache-2.0
#include "engine/lint.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "tables/tables.h"

namespace emrlint {
namespace {

constexpr Message<> kLate{"late", "迟", "late"};
constexpr std::string_view kSupersedes[] = {"test-late"};
constexpr Source kNeedsOrders[] = {Source::kOrders};
constexpr TableKind kNeedsStaff[] = {TableKind::kStaff};

constexpr const char* kAll = "checks = [\"*\"]";

constexpr CheckInfo card(std::string_view id) {
  return CheckInfo{.id = id, .severity = Severity::kWarning};
}

Check late() {
  return {card("test-late"), [](const Chart&, const Options&, Report& report) {
            report.fail(kLate, of_chart(), {0, 9, 10});
            report.pass(of_surgery(0));
          }};
}

Check missing() {
  Check check{card("test-missing"), [](const Chart&, const Options&, Report& report) {
                report.fail(kLate, of_chart(), {0, 5, 6});
              }};
  check.info.supersedes = kSupersedes;
  return check;
}

Check broken() {
  return {card("test-broken"), [](const Chart&, const Options&, Report& report) {
            report.fail(kLate, of_chart(), {});
            throw std::runtime_error("out of range");
          }};
}

Check needy() {
  Check check = late();
  check.info.id = "test-needy";
  check.info.needs = kNeedsOrders;
  return check;
}

Catalog catalog_of(std::initializer_list<Check> checks) {
  Catalog catalog;
  for (const Check& check : checks) REQUIRE_FALSE(catalog.add_native(check, "test"));
  return catalog;
}

Chart chart_with_surgery() {
  Chart chart;
  chart.key = "ZY001";
  chart.surgeries.emplace_back();
  chart.span = {0, 3, 4};
  return chart;
}

ChartReport run(const Catalog& catalog, const Chart& chart) {
  const auto config = Config::load(catalog, "", kAll, nullptr);
  REQUIRE(config.ok());
  return lint(catalog, *config, chart);
}

TEST_CASE("outcomes become findings in order of place, and tallies by check") {
  const Catalog catalog = catalog_of({late(), missing()});
  const Chart chart = chart_with_surgery();
  const ChartReport report = run(catalog, chart);
  REQUIRE(report.findings.size() == 2);
  CHECK(report.findings[0].check == *catalog.index_of("test-missing"));
  CHECK(report.findings[1].check == *catalog.index_of("test-late"));
  CHECK(report.findings[0].subject == "chart");
  CHECK(report.findings[0].fingerprint.size() == 32);
  CHECK(report.findings[0].fingerprint != report.findings[1].fingerprint);
  CHECK(report.tallies[*catalog.index_of("test-late")].pass == 1);
  CHECK(report.tallies[*catalog.index_of("test-late")].fail == 1);
}

TEST_CASE("a finding that another one already says is superseded, and counted") {
  const Catalog catalog = catalog_of({late(), missing()});
  const Chart chart = chart_with_surgery();
  const ChartReport report = run(catalog, chart);
  CHECK_FALSE(report.findings[0].superseded);
  CHECK(report.findings[1].superseded);
  CHECK(report.tallies[*catalog.index_of("test-late")].fail == 1);
}

TEST_CASE("a finding at words that another one points at by a note is superseded where it may be") {
  constexpr std::string_view kHere[] = {"test-late@@"};
  Check pointing{card("test-pointing"), [](const Chart&, const Options&, Report& report) {
                   report.fail(kLate, of_surgery(0), {0, 5, 6}).note(kLate, Span{0, 8, 10});
                 }};
  const Chart chart = chart_with_surgery();
  const auto superseded = [&] {
    const Catalog catalog = catalog_of({late(), pointing});
    return run(catalog, chart).findings[1].superseded;
  };
  CHECK_FALSE(superseded());
  pointing.info.supersedes = kHere;
  CHECK(superseded());
  pointing.run = [](const Chart&, const Options&, Report& report) {
    report.fail(kLate, of_surgery(0), {0, 5, 6}).note(kLate, Span{0, 8, 9});
  };
  CHECK_FALSE(superseded());
  pointing.run = [](const Chart&, const Options&, Report& report) {
    const Text escaped{"abc", {0, 8, 12}};
    report.fail(kLate, of_surgery(0), {0, 5, 6}).note(kLate, Part{escaped, 0, 1});
  };
  CHECK(superseded());  // Which bytes it is of the source is not known yet.
}

TEST_CASE("a check that throws leaves nothing behind but its notification") {
  const Catalog catalog = catalog_of({broken(), late()});
  const Chart chart = chart_with_surgery();
  const ChartReport report = run(catalog, chart);
  REQUIRE(report.broken.size() == 1);
  CHECK(report.broken[0].check == *catalog.index_of("test-broken"));
  CHECK(report.broken[0].what == "out of range");
  CHECK(report.findings.size() == 1);
  CHECK(report.tallies[*catalog.index_of("test-broken")].fail == 0);
}

TEST_CASE("a check whose table was not loaded is undecided, and sees it when it was") {
  Check check = late();
  check.info.needs_tables = kNeedsStaff;
  check.run = [](const Chart&, const Options&, Report& report) {
    if (report.tables().staff().rows.empty()) return report.pass(of_chart());
    report.fail(kLate, of_chart(), {});
  };
  const Catalog catalog = catalog_of({check});
  const Chart chart = chart_with_surgery();
  const ChartReport without = run(catalog, chart);
  REQUIRE(without.findings.size() == 1);
  CHECK(without.findings[0].outcome.message_id == "table-staff");
  const auto config = Config::load(
      catalog, "", "tables.staff = \"staff.csv\"\n" + std::string(kAll),
      [](const std::string&) -> Result<std::string> { return std::string("id\nY1\n"); });
  REQUIRE(config.ok());
  CHECK(lint(catalog, *config, chart).tallies[0].fail == 1);
}

TEST_CASE("a check whose source was not loaded is undecided on each of its subjects") {
  const Catalog catalog = catalog_of({needy()});
  Chart chart = chart_with_surgery();
  const ChartReport without = run(catalog, chart);
  CHECK(without.tallies[0].undecided == 2);
  CHECK(without.tallies[0].pass + without.tallies[0].fail == 0);
  CHECK(without.findings[0].outcome.message_id == "source-orders");
  chart.sources.add(Source::kOrders);
  CHECK(run(catalog, chart).tallies[0].fail == 1);
}

TEST_CASE("a finding without a place of its own points at its subject") {
  Check check = late();
  check.run = [](const Chart&, const Options&, Report& report) {
    report.fail(kLate, of_chart(), {});
  };
  const Catalog catalog = catalog_of({check});
  const Chart chart = chart_with_surgery();
  CHECK(run(catalog, chart).findings[0].outcome.span == Span{0, 3, 4});
}

TEST_CASE("two checks cannot have the same id") {
  Catalog catalog = catalog_of({late()});
  const auto error = catalog.add_native(late(), "other.so");
  REQUIRE(error);
  CHECK(error->en == "other.so: the check test-late exists already (test)");
}

TEST_CASE("the clock says how far the chart is") {
  const Catalog catalog = catalog_of({late()});
  auto config = Config::load(catalog, "", kAll, nullptr);
  REQUIRE(config.ok());
  Chart chart = chart_with_surgery();
  CHECK(lint(catalog, *config, chart).clock.stage == Stage::kArchived);
  config->as_of = parse_iso_time("2024-03-05 10:00");
  CHECK(lint(catalog, *config, chart).clock.stage == Stage::kRunning);
  chart.encounter.discharged.add({*parse_iso_time("2024-03-05 09:00"), {}, Origin::kChartData});
  CHECK(lint(catalog, *config, chart).clock.stage == Stage::kDischarged);
  chart.stage = Stage::kWriting;
  CHECK(lint(catalog, *config, chart).clock.stage == Stage::kWriting);
  config->stage = Stage::kArchived;
  CHECK(lint(catalog, *config, chart).clock.stage == Stage::kArchived);
}

}  // namespace
}  // namespace emrlint
