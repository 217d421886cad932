// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/judge_across.h"
#include "reader/readers.h"

namespace emrlint {
namespace {

constexpr Message<> kAlike{"alike", "雷同。", "Alike."};
constexpr Message<> kOther{"other", "另一份。", "The other one."};
constexpr MessageInfo kMessages[] = {kAlike, kOther};

void emit(const Chart& chart, const Options&, std::vector<Fact>& facts) {
  Fact& fact = facts.emplace_back();
  fact.key = "all";
  fact.subject = of_chart();
  fact.where = chart.span;
}

void judge(std::span<const Fact> facts, Report& report) {
  report.pass(facts[0].subject);
  report.fail(kAlike, facts[1].subject, facts[1].where)
      .measure("similarity", 12.0 / 13)
      .measure("length", 210)
      .note(kOther, facts[0].where);
}

constexpr Check kCheck = {.info = {.id = "sample-alike",
                                   .severity = Severity::kWarning,
                                   .title = {"雷同", "Alike"},
                                   .judged = {"雷同。", "Alike."},
                                   .messages = kMessages},
                          .emit = emit,
                          .judge = judge};

class Kept final : public Receiver {
 public:
  std::vector<std::string> render(const Batch&, const std::vector<ChartReport>&) const override {
    return {};
  }
  void add(const Batch&, const std::vector<ChartReport>& reports,
           const std::vector<std::string>&) override {
    for (const ChartReport& report : reports) {
      for (const Finding& finding : report.findings) {
        for (const Measure& measure : finding.outcome.measures) {
          measures.emplace_back(measure.name, measure.value);
        }
        notes += finding.outcome.notes.size();
      }
    }
  }

  std::vector<std::pair<std::string, double>> measures;
  std::size_t notes = 0;
};

TEST_CASE("across charts: a finding keeps its numbers exactly, and its notes") {
  Catalog catalog;
  REQUIRE_FALSE(catalog.add_native(kCheck, "test"));
  const auto no_file = [](const std::string& path) -> Result<std::string> {
    return Error{path, path, {}};
  };
  const Result<Config> config =
      Config::load(catalog, "emrlint.toml", "checks = [\"sample-*\"]", no_file);
  REQUIRE(config.ok());
  AcrossCharts across(catalog, {});
  RunSummary summary;
  for (const char* const name : {"a", "b"}) {
    std::vector<std::unique_ptr<SourceFile>> files;
    files.push_back(std::make_unique<SourceFile>(
        name, R"({"format": "emrlint-chart/1", "chart": ")" + std::string(name) + R"("})"));
    const Batch batch = read_texts(std::move(files), Limits{}, false);
    REQUIRE(batch.charts.size() == 1);
    const std::vector<ChartReport> reports = {lint(catalog, *config, batch.charts.front(), name)};
    across.add(across.facts(batch, reports));
    summary.add(batch, reports);
  }
  Kept kept;
  judge_across(across, catalog, *config, summary, kept);
  CHECK(kept.measures ==
        std::vector<std::pair<std::string, double>>{{"similarity", 12.0 / 13}, {"length", 210}});
  CHECK(kept.notes == 1);
}

}  // namespace
}  // namespace emrlint
