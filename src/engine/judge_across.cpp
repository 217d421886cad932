// SPDX-License-Identifier: Apache-2.0
#include "engine/judge_across.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/fingerprint.h"
#include "engine/waivers.h"

namespace emrlint {
namespace {

constexpr std::size_t kCharts = 64;  // That are handed over together.

// Gathers verdicts into reports and hands them over.
class Reports {
 public:
  Reports(const Catalog& catalog, const Config& config, RunSummary& summary, Receiver& receiver)
      : catalog_(catalog), config_(config), summary_(summary), receiver_(receiver) {}

  void add(const Verdict& verdict) {
    if (reports_.empty() || verdict.chart != reports_.back().key || verdict.input != input_) {
      begin(verdict);
    }
    ChartReport& report = reports_.back();
    Tally& tally = report.tallies[verdict.check];
    switch (verdict.kind) {
      case Verdict::Kind::kPass:
        ++tally.pass;
        return;
      case Verdict::Kind::kBroken:
        report.broken.push_back({verdict.check, verdict.args.front()});
        return;
      case Verdict::Kind::kUndecided:
        ++tally.undecided;
        break;
      case Verdict::Kind::kFail:
        ++tally.fail;
    }
    report.findings.push_back(finding_of(verdict));
  }

  void hand_over() {
    if (reports_.empty() && batch_.problems.empty()) return;
    finish_report();
    summary_.add(batch_, reports_);
    receiver_.add(batch_, reports_, receiver_.render(batch_, reports_));
    reports_.clear();
    batch_ = {};
    kept_.clear();
  }

  // Its texts could not be compared with those of other charts.
  void add_problem(const std::string& path, const std::string& key, const LostChart& chart) {
    Problem& problem = batch_.problems.emplace_back();
    problem.kind = Problem::Kind::kIncomplete;
    problem.id = chart.gone ? "chart-gone" : "chart-changed";
    problem.uri = path;
    problem.zh = fmt::format("病历 {} {}，{} 处疑似相近的文字未能核对", key,
                             chart.gone ? "已不在此处" : "已被改动", chart.pairs);
    problem.en =
        fmt::format("the chart {} {}; {} pairs of texts that may be near copies were not compared",
                    key, chart.gone ? "is not here any more" : "was changed", chart.pairs);
  }

  void add_problem(const Error& error) {
    Problem& problem = batch_.problems.emplace_back();
    problem.id = "facts-lost";
    problem.zh = "跨病历的检查未能完成：" + error.zh;
    problem.en = "the checks across charts could not be finished: " + error.en;
  }

 private:
  void begin(const Verdict& verdict) {
    if (reports_.size() == kCharts) hand_over();
    finish_report();
    input_ = verdict.input;
    ChartReport& report = reports_.emplace_back();
    report.key = verdict.chart;
    report.profile = verdict.profile;
    report.clock.as_of = config_.as_of;
    report.tallies.resize(catalog_.entries().size());
  }

  // In order of place, as the checks on one chart have it.
  void finish_report() {
    if (reports_.empty()) return;
    std::vector<Finding>& findings = reports_.back().findings;
    const auto place = [this](const Finding& finding) {
      const Site& site = *batch_.site(finding.outcome.span);
      return std::tie(site.uri, site.place.begin.line, site.place.begin.column);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
    apply_waivers(catalog_, config_, reports_.back());
  }

  Finding finding_of(const Verdict& verdict) {
    const CheckInfo& info = catalog_.entries()[verdict.check].info;
    Finding finding;
    finding.check = verdict.check;
    finding.severity = verdict.severity;
    finding.subject = verdict.subject;
    finding.fingerprint = fingerprint(info.id, verdict.message_id, verdict.chart, verdict.subject);
    Outcome& outcome = finding.outcome;
    outcome.span = keep(verdict.site);
    if (verdict.kind == Verdict::Kind::kUndecided) {
      outcome.kind = OutcomeKind::kUndecided;
      outcome.message_id = keep(verdict.message_id);
      outcome.zh = keep(verdict.args.at(0));
      outcome.en = keep(verdict.args.at(1));
      return finding;
    }
    const MessageInfo message = message_of(info, verdict.message_id);
    outcome.message_id = message.id;
    outcome.zh = message.zh;
    outcome.en = message.en;
    outcome.args = arguments(verdict.args);
    for (const Verdict::Number& number : verdict.measures) {
      outcome.measure(keep(number.name), number.value);
    }
    for (const Verdict::Note& note : verdict.notes) {
      outcome.note(message_of(info, note.message_id), keep(note.site), arguments(note.args));
    }
    return finding;
  }

  static MessageInfo message_of(const CheckInfo& info, std::string_view id) {
    const auto found = std::find_if(info.messages.begin(), info.messages.end(),
                                    [id](const MessageInfo& message) { return message.id == id; });
    return found == info.messages.end() ? MessageInfo{} : *found;
  }

  static std::vector<Argument> arguments(const std::vector<std::string>& texts) {
    std::vector<Argument> out;
    for (std::size_t i = 0; i + 1 < texts.size(); i += 2) out.push_back({texts[i], texts[i + 1]});
    return out;
  }

  std::string_view keep(const std::string& text) { return kept_.emplace_back(text); }
  Span keep(const Site& site) {
    batch_.sites.push_back(site);
    return {Batch::kSites + static_cast<std::uint32_t>(batch_.sites.size() - 1), 0, 0};
  }

  const Catalog& catalog_;
  const Config& config_;
  RunSummary& summary_;
  Receiver& receiver_;
  Batch batch_;
  std::vector<ChartReport> reports_;
  std::string input_;  // Of the last report.
  std::deque<std::string> kept_;
};

}  // namespace

void judge_across(AcrossCharts& across, const Catalog& catalog, const Config& config,
                  RunSummary& summary, Receiver& receiver) {
  if (summary.charts < 2 && !across.earlier()) return;
  Reports reports(catalog, config, summary, receiver);
  across.judge([&](const Verdict& verdict) { reports.add(verdict); });
  for (const auto& [place, chart] : across.lost_charts()) {
    reports.add_problem(place.first, place.second, chart);
  }
  if (across.error()) reports.add_problem(*across.error());
  reports.hand_over();
}

}  // namespace emrlint
