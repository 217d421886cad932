// SPDX-License-Identifier: Apache-2.0
#include "lsp/lens.h"

#include <algorithm>
#include <optional>

#include "lsp/due_next.h"
#include "lsp/json_text.h"
#include "output/due_list.h"
#include "output/score_wording.h"
#include "output/wording.h"

namespace emrlint::lsp {
namespace {

struct Counts {
  std::size_t errors = 0, others = 0, due = 0;
};

void count(const ChartReport& report, Counts& counts) {
  for (const Finding& finding : report.findings) {
    if (finding.outcome.kind == OutcomeKind::kDue) ++counts.due;
    if (!shown(finding)) continue;
    ++(finding.severity == Severity::kError ? counts.errors : counts.others);
  }
}

// With what is said of the chart beside others.
Counts count(const View& view, const ChartReport& report) {
  Counts counts;
  count(report, counts);
  for (const ChartReport& across : view.group.across().reports) {
    if (across.key == report.key) count(across, counts);
  }
  return counts;
}

std::string score_text(const View& view, const ChartReport& report) {
  if (view.sheet == nullptr) return {};
  const ChartMarks marks = Marker(*view.sheet, view.style.catalog).mark(report);
  if (marks.not_scored != NotScored::kNo) return {};
  const ChartScore score = add_up(*view.sheet, marks);
  std::string text(view.say("评分 ", "score "));
  text += to_string(score.total) + "/" + to_string(view.sheet->total);
  const std::string grade = grade_text(*view.sheet, marks, score, view.lang());
  if (!grade.empty()) text += " " + grade;
  return text;
}

std::string title_of(const View& view, const ChartReport& report) {
  const Counts counts = count(view, report);
  std::string title = score_text(view, report);
  const auto add = [&](std::size_t number, std::string_view zh, std::string_view en) {
    if (number == 0) return;
    title += (title.empty() ? "" : " · ") + std::to_string(number);
    title += view.say(zh, en);
  };
  add(counts.errors, "项必改", " to correct");
  add(counts.others, "项建议", " to consider");
  add(counts.due, "项未到期", " not due yet");
  return title.empty() ? std::string(view.say("未发现问题", "no findings")) : title;
}

// The first document of a chart in the file.
std::optional<FilePlace> top_of(const View& view, const Chart& chart) {
  std::optional<FilePlace> top;
  for (const Document& document : chart.documents) {
    const FilePlace place = view.group.place(document.span);
    if (place.file == view.file && (!top || place.begin < top->begin)) top = place;
  }
  return top;
}

// A click on the soonest shows the others.
void add_next_due(JsonWriter& json, const View& view, const ChartReport& report,
                  const TextRange& range) {
  DueNext due(view.style, view.group.encoding());
  due.add(view.group, report);
  if (due.items().empty()) return;
  const DueItem& next = due.items().front();
  json.begin_object();
  write_range(json, "range", range);
  json.begin_object("command");
  json.text("title", next.time_left + std::string(view.say("：", ": ")) + next.title);
  json.text("command", kDueNext);
  json.end_object();
  json.end_object();
}

}  // namespace

std::string code_lenses(const View& view) {
  const std::string uri = view.style.uri(view.group.folder().files()[view.file]);
  JsonText json;
  json.begin_array();
  for (const ChartReport& report : view.group.unit().reports()) {
    const auto top = report.chart == nullptr ? std::nullopt : top_of(view, *report.chart);
    if (!top) continue;
    json.begin_object();
    write_range(json, "range", view.group.range(*top));
    json.begin_object("command");
    json.text("title", title_of(view, report));
    json.text("command", kShowScore);
    json.begin_array("arguments");
    json.text(uri);
    json.end_array();
    json.end_object();
    json.end_object();
    add_next_due(json, view, report, view.group.range(*top));
  }
  json.end_array();
  return json.take();
}

std::string score_lines(const View& view) {
  std::string text;
  for (const ChartReport& report : view.group.unit().reports()) {
    if (report.chart == nullptr || !top_of(view, *report.chart)) continue;
    if (!text.empty()) text += "\n";
    text += report.key + "  " + title_of(view, report);
    if (view.sheet == nullptr) continue;
    const ChartMarks marks = Marker(*view.sheet, view.style.catalog).mark(report);
    if (marks.not_scored != NotScored::kNo) {
      text.append("\n").append(why_not_scored(marks.not_scored, view.lang()));
      continue;
    }
    const ChartScore score = add_up(*view.sheet, marks);
    for (std::size_t row = 0; row < score.rows.size(); ++row) {
      if (score.rows[row].count == 0) continue;
      const SheetRow& of_sheet = view.sheet->rows[row];
      text += "\n" + of_sheet.text.in(view.lang()) + "  " +
              arithmetic_text(*view.sheet, of_sheet, score.rows[row], view.lang());
    }
  }
  return text;
}

std::string inlay_hints(const View& view, std::size_t from, std::size_t to) {
  JsonText json;
  json.begin_array();
  for (const ChartReport& report : view.group.unit().reports()) {
    Wording wording(view.style.output, report.chart);
    for (const Finding& finding : report.findings) {
      const Outcome& outcome = finding.outcome;
      if (outcome.kind != OutcomeKind::kDue || finding.superseded || finding.waiver) continue;
      const FilePlace place = view.group.place(report, finding);
      const std::string left = time_left(outcome, report.clock, view.lang());
      if (place.file != view.file || !place.meets(from, to) || left.empty()) continue;
      json.begin_object();
      write_position(json, "position", view.group.range(place).end);
      const auto& title = view.entry(finding).info.title;
      json.text("label",
                left + std::string(view.say("：", ": ")) + std::string(title.in(view.lang())));
      json.text("tooltip", wording.message(outcome));
      json.flag("paddingLeft", true);
      json.end_object();
    }
  }
  json.end_array();
  return json.take();
}

}  // namespace emrlint::lsp
