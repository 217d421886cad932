// SPDX-License-Identifier: Apache-2.0
#include "output/due_list.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string_view>

namespace emrlint {
namespace {

Time at(std::string_view text) { return parse_iso_time(text).value(); }

Finding due(std::string_view when) {
  Finding finding;
  finding.outcome.kind = OutcomeKind::kDue;
  finding.outcome.due = at(when);
  finding.outcome.zh = finding.outcome.en = "x";
  return finding;
}

ChartReport report(const Chart& chart, std::vector<Finding> findings) {
  ChartReport report;
  report.chart = &chart;
  report.key = chart.key;
  report.clock.as_of = at("2024-03-01T08:00");
  report.findings = std::move(findings);
  return report;
}

std::string list_of(const std::vector<ChartReport>& reports) {
  static const Result<Catalog> kCatalog = Catalog::built_in();
  OutputOptions options;
  options.lang = Lang::kEn;
  DueList list(*kCatalog, options);
  for (const ChartReport& one : reports) list.add(one);
  std::ostringstream out;
  list.write(out);
  return std::move(out).str();
}

TEST_CASE("what is due next over all charts, the soonest first") {
  Chart one, two;
  one.key = "ZY1";
  two.key = "ZY2";
  const std::string text = list_of({report(one, {due("2024-03-04T09:00"), due("2024-03-01T09:30")}),
                                    report(two, {due("2024-03-01T20:00")})});
  const std::size_t first = text.find("2024-03-01 09:30  90 min left  chart ZY1");
  const std::size_t second = text.find("2024-03-01 20:00  12 h left  chart ZY2");
  const std::size_t third = text.find("2024-03-04 09:00  3 d left  chart ZY1");
  CHECK(first < second);
  CHECK(second < third);
  CHECK(third != std::string::npos);
}

TEST_CASE("a long list is cut, and says so") {
  Chart chart;
  std::vector<ChartReport> reports(1000, report(chart, {due("2024-03-02T09:00")}));
  reports.push_back(report(chart, {due("2024-03-01T08:01")}));
  const std::string text = list_of(reports);
  CHECK(text.find("1 min left") < text.find("25 h left"));
  CHECK(text.find("  and 951 more\n") != std::string::npos);
}

TEST_CASE("superseded and waived ones are not to be done; nothing due is no list") {
  Chart chart;
  Finding superseded = due("2024-03-01T09:00"), waived = superseded;
  superseded.superseded = true;
  const Waiver waiver;
  waived.waiver = &waiver;
  CHECK(list_of({report(chart, {superseded, waived})}).empty());
}

}  // namespace
}  // namespace emrlint
