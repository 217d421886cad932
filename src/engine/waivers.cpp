// SPDX-License-Identifier: Apache-2.0
#include "engine/waivers.h"

#include <algorithm>

namespace emrlint {
namespace {

// A run over a few charts does not name every waiver of the others.
constexpr std::size_t kElsewhere = 3;

bool agrees(std::string_view wanted, std::string_view value) {
  return wanted.empty() || wanted == value;
}

bool selects(const Waiver& waiver, std::string_view check, std::string_view chart,
             const Finding& finding) {
  return finding.outcome.kind == OutcomeKind::kFail && waiver.check == check &&
         agrees(waiver.chart, chart) && agrees(waiver.subject, finding.subject) &&
         agrees(waiver.fingerprint, finding.fingerprint);
}

// A waiver holds through its last day.
bool run_out(const Waiver& waiver, const Config& config) {
  const std::optional<Time>& today = config.today ? config.today : config.as_of;
  return today && certainly_after(*today, waiver.until);
}

std::string unused_sentence(const Waiver& waiver, const Bilingual& why, Lang lang) {
  const std::string until = to_string(waiver.until);
  const std::string reason(why.in(lang));
  if (lang == Lang::kZh) {
    return waiver.origin + "：" + waiver.check + "的豁免（至" + until + "）未使用：" + reason;
  }
  return waiver.origin + ": the waiver of " + waiver.check + " (until " + until +
         ") was not used: " + reason;
}

}  // namespace

void apply_waivers(const Catalog& catalog, const Config& config, ChartReport& report) {
  for (Finding& finding : report.findings) {
    const std::string_view check = catalog.entries()[finding.check].info.id;
    for (const Waiver& waiver : config.waivers()) {
      if (run_out(waiver, config) || !selects(waiver, check, report.key, finding)) continue;
      finding.waiver = &waiver;
      break;
    }
  }
}

WaiverUse::WaiverUse(const Catalog& catalog, const Config& config)
    : catalog_(catalog), config_(config), reached_(config.waivers().size()) {}

WaiverUse::Reached WaiverUse::reach(const Waiver& waiver, const ChartReport& report) const {
  if (!agrees(waiver.chart, report.key)) return Reached::kNoChart;
  const auto check = catalog_.index_of(waiver.check);
  if (!check) return Reached::kNotRun;
  Reached best = Reached::kNotRun;
  const Tally& tally = report.tallies[*check];
  if (tally.pass + tally.fail + tally.undecided + tally.due > 0) best = Reached::kNoFailure;
  for (const Finding& finding : report.findings) {
    if (finding.check != *check || finding.outcome.kind != OutcomeKind::kFail) continue;
    if (finding.waiver == &waiver) return Reached::kUsed;
    const bool meant = selects(waiver, waiver.check, report.key, finding);
    best = std::max(best,
                    meant && run_out(waiver, config_) ? Reached::kRunOut : Reached::kOtherFinding);
  }
  return best;
}

void WaiverUse::add(const ChartReport& report) {
  for (std::size_t i = 0; i < reached_.size(); ++i) {
    if (reached_[i] == Reached::kUsed) continue;
    reached_[i] = std::max(reached_[i], reach(config_.waivers()[i], report));
  }
}

std::vector<std::string> WaiverUse::unused(Lang lang) const {
  constexpr Bilingual kWhy[] = {
      {"本次运行中没有该病历", "the run had no such chart"},
      {"该检查未评价此病历", "the check did not judge the chart"},
      {"该检查未发现问题", "the check found nothing wrong"},
      {"该检查的问题均非此豁免所指（或另有豁免）",
       "what the check found is not what the waiver names, or has another waiver"},
      {"已过期，问题重新报告", "it has run out, and the finding is reported again"},
  };
  std::vector<std::string> sentences;
  std::size_t elsewhere = 0;
  for (std::size_t i = 0; i < reached_.size(); ++i) {
    if (reached_[i] == Reached::kUsed) continue;
    if (reached_[i] == Reached::kNoChart && ++elsewhere > kElsewhere) continue;
    const Waiver& waiver = config_.waivers()[i];
    const Bilingual& why = kWhy[static_cast<std::size_t>(reached_[i])];
    sentences.push_back(unused_sentence(waiver, why, lang));
  }
  if (elsewhere > kElsewhere) {
    const std::string more = std::to_string(elsewhere - kElsewhere);
    sentences.push_back(lang == Lang::kZh
                            ? "另有" + more + "项豁免所指的病历不在本次运行中"
                            : more + " more waivers name charts that the run did not have");
  }
  return sentences;
}

}  // namespace emrlint
