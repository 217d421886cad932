// SPDX-License-Identifier: Apache-2.0
#include "lsp/due_next.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "lsp/json_text.h"
#include "output/due_list.h"
#include "output/snippet.h"
#include "output/wording.h"

namespace emrlint::lsp {
namespace {

constexpr std::size_t kShown = 20;  // In a message.

// What is still to come, or was to come and has not.
bool open(const Finding& finding) {
  const Outcome& outcome = finding.outcome;
  return outcome.due && outcome.kind != OutcomeKind::kUndecided && !finding.superseded &&
         finding.waiver == nullptr;
}

bool sooner(const DueItem& a, const DueItem& b) {
  return std::tie(a.at, a.chart, a.check) < std::tie(b.at, b.chart, b.check);
}

void write(JsonWriter& json, const DueItem& item) {
  json.begin_object();
  json.text("title", item.title);
  json.text("message", item.message);
  json.text("check", item.check);
  json.text("chart", item.chart);
  json.text("patient", item.patient);
  json.text("deadline", item.deadline);
  json.text("until", item.until);
  json.made("minutesLeft", std::to_string(item.left));
  json.text("timeLeft", item.time_left);
  json.flag("overdue", item.left < 0);
  json.begin_object("location");
  json.text("uri", item.uri);
  write_range(json, "range", item.range);
  json.end_object();
  json.end_object();
}

}  // namespace

void DueNext::add(const ChartFolder& folder) {
  for (const auto& group : folder.groups()) {
    const GroupView view(folder, *group, encoding_);
    for (const ChartReport& report : group->unit.reports()) add(view, report);
  }
}

void DueNext::add(const GroupView& group, const ChartReport& report) {
  if (report.chart == nullptr) return;
  ++charts_;
  if (!report.clock.as_of) return;
  Wording wording(style_.output, report.chart);
  const Lang lang = style_.output.lang;
  for (const Finding& finding : report.findings) {
    if (!open(finding)) continue;
    const Outcome& outcome = finding.outcome;
    const CheckInfo& info = style_.catalog.entries()[finding.check].info;
    const FilePlace place = group.place(report, finding);
    DueItem item;
    item.at = outcome.due->latest();
    item.left = std::chrono::floor<std::chrono::minutes>(item.at - report.clock.as_of->earliest)
                    .count();
    // What has failed is over, also within the minute.
    if (outcome.kind == OutcomeKind::kFail) item.left = std::min<std::int64_t>(item.left, -1);
    item.time_left = time_left(outcome, report.clock, lang);
    item.deadline = to_iso(*outcome.due);
    item.until = to_string(*outcome.due);
    item.chart = printable(report.key);
    item.patient = printable(report.chart->patient.name.value);
    item.check = info.id;
    item.title = info.title.in(lang);
    item.message = printable(wording.message(outcome));
    item.uri = style_.uri(group.folder().files()[place.file]);
    item.range = group.range(place);
    items_.push_back(std::move(item));
  }
  sorted_ = false;
}

const std::vector<DueItem>& DueNext::items() {
  if (!std::exchange(sorted_, true)) std::stable_sort(items_.begin(), items_.end(), sooner);
  return items_;
}

std::string DueNext::json(bool cut_off) {
  JsonText json;
  json.begin_object();
  json.number("charts", charts_);
  json.flag("cutOff", cut_off);
  json.begin_array("items");
  for (const DueItem& item : items()) write(json, item);
  json.end_array();
  json.end_object();
  return json.take();
}

std::string DueNext::lines() {
  const bool zh = style_.output.lang == Lang::kZh;
  if (items().empty()) return zh ? "没有到期或即将到期的事项" : "Nothing is due.";
  std::string text(zh ? "接下来要写（先到期的在前）：" : "Due next, the soonest first:");
  const std::size_t shown = std::min(items_.size(), kShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const DueItem& item = items_[i];
    text += "\n" + item.until + "  " + item.time_left + "  " + item.chart;
    if (!item.patient.empty()) text += " " + item.patient;
    text += "  " + item.message;
  }
  if (shown < items_.size()) {
    const std::string more = std::to_string(items_.size() - shown);
    text += zh ? "\n另有" + more + "项" : "\nand " + more + " more";
  }
  return text;
}

}  // namespace emrlint::lsp
