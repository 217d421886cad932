// SPDX-License-Identifier: Apache-2.0
#include "output/due_list.h"

#include <algorithm>

#include "output/snippet.h"
#include "output/wording.h"

namespace emrlint {
namespace {

constexpr std::size_t kShown = 50;  // A longer list is nobody's list of things to do.

std::string_view say(Lang lang, std::string_view zh, std::string_view en) {
  return lang == Lang::kZh ? zh : en;
}

}  // namespace

std::string time_left(const Outcome& outcome, const Clock& clock, Lang lang) {
  if (!clock.as_of || !outcome.due) return {};
  Duration left = std::chrono::floor<Duration>(outcome.due->latest()) -
                  std::chrono::floor<Duration>(clock.as_of->earliest);
  const bool over = outcome.kind == OutcomeKind::kFail;
  left = std::max(over ? -left : left, Duration(0));
  if (left >= std::chrono::days(2)) left = std::chrono::floor<std::chrono::days>(left);
  if (lang == Lang::kZh) return (over ? "已超" : "还剩") + to_zh(left);
  return to_en(left) + (over ? " overdue" : " left");
}

void DueList::add(const ChartReport& report) {
  Wording wording(options_, report.chart);
  const Lang lang = options_.lang;
  for (const Finding& finding : report.findings) {
    const Outcome& outcome = finding.outcome;
    if (!is_due(outcome)) continue;
    if (finding.superseded || finding.waiver != nullptr) continue;
    ++count_;
    std::string line = to_string(*outcome.due);
    const std::string left = time_left(outcome, report.clock, lang);
    if (!left.empty()) line.append("  ").append(left);
    line.append(say(lang, "  病历 ", "  chart ")).append(printable(report.key)).append("  ");
    line.append(printable(wording.message(outcome))).append(" [");
    line.append(catalog_.entries()[finding.check].info.id).append("]");
    items_.push_back({outcome.due->latest(), std::move(line)});
  }
  if (items_.size() > 8 * kShown) keep_soonest();
}

void DueList::keep_soonest() {
  std::stable_sort(items_.begin(), items_.end(),
                   [](const Item& a, const Item& b) { return a.at < b.at; });
  if (items_.size() > kShown) items_.resize(kShown);
}

void DueList::write(std::ostream& out) {
  if (count_ == 0) return;
  keep_soonest();
  out << say(options_.lang, "即将到期（先到期的在前）：\n", "Due next, the soonest first:\n");
  for (const Item& item : items_) out << "  " << item.line << "\n";
  if (count_ > items_.size()) {
    const std::string more = std::to_string(count_ - items_.size());
    out << say(options_.lang, "  另有" + more + "项\n", "  and " + more + " more\n");
  }
  out << "\n";
}

}  // namespace emrlint
