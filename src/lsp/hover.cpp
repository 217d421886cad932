// SPDX-License-Identifier: Apache-2.0
#include "lsp/hover.h"

#include <algorithm>
#include <optional>

#include "lsp/json_text.h"
#include "output/citation.h"
#include "output/due_list.h"
#include "output/score_wording.h"
#include "output/state_name.h"
#include "output/wording.h"

namespace emrlint::lsp {
namespace {

// Told of a place: a defect, or a requirement whose time runs.
bool told(const Finding& finding) {
  const bool due =
      finding.outcome.kind == OutcomeKind::kDue && !finding.superseded && finding.waiver == nullptr;
  return due || shown(finding);
}

class HoverText {
 public:
  explicit HoverText(const View& view) : view_(view) {}

  void add(const ChartReport& report, const Finding& finding, Wording& wording) {
    const CatalogEntry& entry = view_.entry(finding);
    if (!text_.empty()) text_ += "\n\n---\n\n";
    text_ += "**" + escaped(wording.message(finding.outcome)) + "**\n\n";
    const std::string page = view_.style.page(entry.info.id);
    const std::string id = "`" + std::string(entry.info.id) + "`";
    text_ += page.empty() ? id : "[" + id + "](" + page + ")";
    text_ += " · ";
    text_ += severity_name(finding.severity, view_.lang());
    const std::string left = time_left(finding.outcome, report.clock, view_.lang());
    if (!left.empty()) text_ += " · " + left;
    const std::string points = price(report, finding);
    if (!points.empty()) text_ += " · " + points;
    line(entry.info.advice.in(view_.lang()));
    line(citations_text(entry.info.basis, view_.lang()));
  }

  std::string take() { return std::move(text_); }

 private:
  // What stands in a record is no markup.
  static std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
    return out;
  }

  void line(std::string_view text) {
    if (!text.empty()) text_.append("\n\n").append(text);
  }

  std::string price(const ChartReport& report, const Finding& finding) const {
    if (view_.sheet == nullptr || finding.outcome.kind != OutcomeKind::kFail) return {};
    if (report.chart == nullptr) return {};  // A score is of the chart alone.
    const auto index = static_cast<std::uint32_t>(&finding - report.findings.data());
    const ChartMarks marks = Marker(*view_.sheet, view_.style.catalog).mark(report);
    for (const Mark& mark : marks.lost) {
      if (mark.finding != index) continue;
      const SheetRow& row = view_.sheet->rows[mark.row];
      return std::string(view_.say("扣分：", "points: ")) +
             price_text(*view_.sheet, row, view_.lang());
    }
    return {};
  }

  const View& view_;
  std::string text_;
};

}  // namespace

std::string hover(const View& view, std::size_t offset) {
  HoverText text(view);
  std::optional<FilePlace> smallest;
  for (const ChartReport* const report : view.group.reports()) {
    Wording wording(view.style.output, report->chart);
    for (const Finding& finding : report->findings) {
      const FilePlace place = view.group.place(*report, finding);
      if (place.file != view.file || !place.holds(offset) || !told(finding)) continue;
      text.add(*report, finding, wording);
      const bool smaller = !smallest || place.end - place.begin < smallest->end - smallest->begin;
      if (smaller) smallest = place;
    }
  }
  if (!smallest) return "null";
  JsonText json;
  json.begin_object();
  json.begin_object("contents");
  json.text("kind", "markdown");
  json.text("value", text.take());
  json.end_object();
  write_range(json, "range", view.group.range(*smallest));
  json.end_object();
  return json.take();
}

}  // namespace emrlint::lsp
