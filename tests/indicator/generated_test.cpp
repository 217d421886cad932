// SPDX-License-Identifier: Apache-2.0
// The indicator table of 200 generated charts against what their generator wrote down of each:
// which events befell the patient, and which defects were put in.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/random_chart.h"
#include "indicator/across_support.h"
#include "reader/readers.h"

namespace emrlint {
namespace {

constexpr std::uint64_t kCharts = 200;  // And a twin of each tenth.

using Told = const RandomChart&;

bool has(Told chart, std::initializer_list<std::string_view> checks) {
  return std::any_of(checks.begin(), checks.end(), [&](std::string_view check) {
    return std::find(chart.injected.begin(), chart.injected.end(), check) != chart.injected.end();
  });
}

// What the generator says of a chart for one indicator: whether it counts, and in the numerator.
// All units are charts, or subjects of which a generated chart has one at most.
struct Truth {
  std::string_view indicator;
  std::function<bool(Told)> counts;
  std::function<bool(Told)> in_numerator;
};

bool every(Told) { return true; }
bool none(Told) { return false; }
bool operated(Told chart) { return chart.operated; }
bool alive(Told chart) { return !chart.events.died; }

std::function<bool(Told)> without(std::initializer_list<std::string_view> checks) {
  const std::vector<std::string_view> all(checks);
  return [all](Told chart) {
    return std::none_of(all.begin(), all.end(), [&](auto check) { return has(chart, {check}); });
  };
}

// Signed consents that are left in the chart.
bool consented(Told chart) {
  const RandomEvents& events = chart.events;
  return (chart.operated && !has(chart, {"consent-operation"})) ||
         (chart.operated && !has(chart, {"consent-anesthesia"})) ||
         (events.transfused && !has(chart, {"consent-transfusion"})) ||
         (events.endoscopy && !has(chart, {"consent-special-exam"}));
}

std::vector<Truth> truths() {
  return {
      // A document that is not there was not in time either.
      {"zb-4", every,
       without({"timeliness-admission-record-24h", "completeness-admission-record"})},
      {"zb-5", operated, without({"timeliness-operation-record-24h", "periop-operation-record"})},
      {"zb-6", alive,
       without({"timeliness-discharge-record-24h", "completeness-discharge-or-death-record"})},
      {"zb-7", every, every},
      {"zb-11", [](Told c) { return c.events.infected; }, without({"medication-antibiotic-note"})},
      {"zb-14", operated,
       without({"periop-surgery-without-order", "periop-preop-discussion",
                "periop-operation-record", "completeness-operation-record-items",
                "periop-safety-checklist"})},
      {"zb-15", [](Told c) { return c.events.implanted; }, without({"periop-implant-record"})},
      {"zb-16", [](Told c) { return c.events.transfused; },
       without({"consent-transfusion", "transfusion-order", "transfusion-record"})},
      // The surgeon's visit before surgery stands in the summary; the attending physician, who
      // operates where it is not allowed to, went round on the day before.
      {"zb-17", every,
       [](Told c) {
         return !has(c, {"periop-preop-summary"}) ||
                has(c, {"periop-surgeon-authorised", "periop-emergency-over-authority"});
       }},
      {"zb-18", [](Told c) { return c.events.rescued; },
       without({"timeliness-rescue-record-6h", "process-rescue-items", "process-rescue-record"})},
      {"zb-19", every, every},
      {"zb-20", every,
       without({"completeness-admission-record", "completeness-first-progress-note",
                "completeness-discharge-or-death-record", "periop-operation-record",
                "periop-anesthesia-record", "periop-anesthesia-previsit", "periop-preop-summary",
                "periop-preop-discussion", "periop-safety-checklist", "periop-count-record",
                "consent-operation", "consent-anesthesia", "consent-transfusion",
                "consent-special-exam", "consent-critical-notice", "process-consult-missing",
                "process-rescue-record", "process-death-discussion",
                // Chemotherapy without a consent.
                "coding-principal-neoplasm-therapy"})},
      {"zb-21", every,
       without({"coding-principal-unacceptable", "coding-principal-burn",
                "coding-principal-missing", "coding-principal-external-cause"})},
      {"zb-25", every,
       [](Told c) {
         return has(c, {"duplication-first-note-vs-hpi", "duplication-reasoning-vs-features",
                        "duplication-progress-notes"});
       }},
      {"zb-26", consented, without({"signature-missing", "consent-signatory"})},
      {"xd-14", [](Told c) { return c.operated && !c.events.emergency; }, none},
      {"xd-21", [](Told c) { return c.events.critical_value; },
       without({"timeliness-critical-value-same-day"})},
      {"xd-31", operated, none},
      {"xd-32", operated, [](Told c) { return c.events.died; }},
      {"xd-35", every, none},
      {"kc25-1", every, [](Told c) { return c.events.transferred; }},
      {"kc25-3", every, every},
      {"kc25-4", every, none},
      {"kc25-5", none, none},
      {"kc25-7", [](Told c) { return c.events.consulted && !c.events.outside; },
       without({"timeliness-consult-routine-24h"})},
      {"kc25-10", [](Told c) { return c.events.level4; },
       without({"periop-level4-bedside-handover"})},
      {"kc25-11", none, none},
      {"kc25-14", [](Told c) { return c.events.rescued; }, every},
      {"kc25-15", operated, without({"periop-preop-discussion", "periop-preop-discussion-first"})},
      {"kc25-16", [](Told c) { return c.operated && !has(c, {"periop-preop-discussion"}); },
       without({"periop-preop-discussion-surgeon"})},
      {"kc25-18", operated, without({"periop-surgeon-plan-match"})},
      {"kc25-19", [](Told c) { return c.events.died; },
       without({"process-death-discussion", "timeliness-death-discussion-7d"})},
      // A twin's staff is at two patients at a time.
      {"kc25-24", operated, [](Told c) { return has(c, {"periop-surgeon-overlap"}); }},
      {"kc25-25", operated, [](Told c) { return has(c, {"periop-anesthetist-overlap"}); }},
      {"kc25-27-level4", [](Told c) { return c.events.level4; },
       [](Told c) { return c.events.died; }},
      {"kc25-28", [](Told c) { return c.events.level4; },
       without({"periop-level4-mdt", "periop-level4-mdt-departments"})},
  };
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{path, path, {}};
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Batch read(const RandomChart& chart) {
  std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>("chart.json", chart.json));
  Batch batch = read_texts(std::move(files), Limits{}, true);
  REQUIRE(batch.charts.size() == 1);
  return batch;
}

TEST_CASE("indicators: the table of 200 generated charts is what their generator wrote down") {
  const Result<Catalog> catalog = Catalog::built_in();
  REQUIRE(catalog.ok());
  const std::string path = "fixtures/hospital/emrlint.toml";
  const Result<std::string> tables = read_file(path);
  REQUIRE(tables.ok());
  const Result<Config> config =
      Config::load(*catalog, path, "extends = [\"cn-indicators\"]\n" + *tables, read_file);
  REQUIRE(config.ok());
  const std::vector<std::string_view> sets = built_in_indicator_sets();
  const auto book = load_indicators({sets.begin(), sets.end()}, *catalog, read_file);
  REQUIRE(book.ok());
  const IndicatorCounter counter(*book, *catalog);
  IndicatorTotals totals(counter, std::nullopt);
  const std::vector<Truth> all = truths();
  std::map<std::string_view, IndicatorCount> expected;
  AcrossCharts across(*catalog, {});
  const auto take = [&](const RandomChart& chart) {
    const Batch batch = read(chart);
    const std::vector<ChartReport> reports{
        lint(*catalog, *config, batch.charts.front(), "chart.json")};
    totals.add(reports.front());
    across.add(across.facts(batch, reports));
    for (const Truth& truth : all) {
      IndicatorCount& count = expected[truth.indicator];
      if (!truth.counts(chart)) continue;
      ++count.denominator;
      count.numerator += truth.in_numerator(chart) ? 1 : 0;
    }
  };
  for (std::uint64_t number = 0; number < kCharts; ++number) {
    RandomChart chart = random_chart(43, number, number % 10 == 0 ? 0 : 0.1);
    if (number % 10 == 0) {
      const RandomChart twin = random_twin(43, number);
      chart.injected.insert(chart.injected.end(), twin.injected.begin(), twin.injected.end());
      take(twin);
    }
    take(chart);
  }
  indicator_test::add_across(across, *catalog, totals);
  const std::vector<IndicatorGroup> groups = totals.take();
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].charts == kCharts + kCharts / 10);
  for (const Truth& truth : all) {
    const auto& indicators = book->indicators;
    const auto found =
        std::find_if(indicators.begin(), indicators.end(),
                     [&](const Indicator& one) { return one.id == truth.indicator; });
    REQUIRE_MESSAGE(found != indicators.end(), truth.indicator);
    const IndicatorCount& count =
        groups[0].counts[static_cast<std::size_t>(found - indicators.begin())];
    const IndicatorCount& wanted = expected[truth.indicator];
    const bool same = count.numerator == wanted.numerator &&
                      count.denominator == wanted.denominator && count.undecided == 0 &&
                      count.unevaluated == 0;
    CHECK_MESSAGE(same, truth.indicator << ": " << wanted.numerator << "/" << wanted.denominator
                                        << ", not " << count.numerator << "/" << count.denominator
                                        << ", undecided " << count.undecided << ", off "
                                        << count.unevaluated);
  }
}

}  // namespace
}  // namespace emrlint
