// SPDX-License-Identifier: Apache-2.0
#include "output/score_sheets.h"

#include <algorithm>
#include <utility>

#include "output/place.h"

namespace emrlint {
namespace {

void sort_by_row(std::vector<MarkText>& texts) {
  std::stable_sort(texts.begin(), texts.end(),
                   [](const MarkText& a, const MarkText& b) { return a.mark.row < b.mark.row; });
}

}  // namespace

ScoreSheets::ScoreSheets(const Catalog& catalog, OutputOptions options, SheetList sheets)
    : options_(std::move(options)), sheets_(std::move(sheets)) {
  for (const ScoreSheet& sheet : *sheets_) markers_.emplace_back(sheet, catalog);
}

void ScoreSheets::add(const Batch& batch, const std::vector<ChartReport>& reports) {
  for (const Problem& problem : batch.problems) {
    Wording wording(options_, nullptr);
    unread_.push_back(
        {problem.uri, wording.text(options_.lang == Lang::kZh ? problem.zh : problem.en)});
  }
  for (const ChartReport& report : reports) {
    if (report.chart != nullptr) {
      add_chart(batch, report);
    } else {
      add_across(batch, report);
    }
  }
}

void ScoreSheets::add_chart(const Batch& batch, const ChartReport& report) {
  first_.try_emplace(report.key, charts_.size());
  Wording wording(options_, report.chart);
  for (std::size_t i = 0; i < markers_.size(); ++i) {
    ScoredChart chart;
    chart.key = report.key;
    chart.head = chart_head(report.chart, wording);
    chart.sheet = &(*sheets_)[i];
    chart.marks = markers_[i].mark(report);
    // A part of an input that could not be read may be of any of its charts.
    if (!batch.problems.empty()) chart.marks.complete = false;
    if (chart.marks.not_scored == NotScored::kNo) {
      for (const Mark& mark : chart.marks.lost)
        chart.lost.push_back(text_of(batch, report.findings[mark.finding], mark, wording));
      for (const Mark& mark : chart.marks.open)
        chart.open.push_back(text_of(batch, report.findings[mark.finding], mark, wording));
    }
    charts_.push_back(std::move(chart));
  }
}

void ScoreSheets::add_across(const Batch& batch, const ChartReport& report) {
  const auto known = first_.find(report.key);
  if (known == first_.end()) return;
  Wording wording(options_, report.chart);
  for (std::size_t i = 0; i < markers_.size(); ++i) {
    ScoredChart& chart = charts_[known->second + i];
    if (chart.marks.not_scored != NotScored::kNo) continue;
    for (const Mark& mark : markers_[i].lost(report)) {
      chart.marks.lost.push_back(mark);
      chart.lost.push_back(text_of(batch, report.findings[mark.finding], mark, wording));
    }
    sort_by_row(chart.lost);
  }
}

MarkText ScoreSheets::text_of(const Batch& batch, const Finding& finding, const Mark& mark,
                              Wording& wording) {
  const Whereabouts where = whereabouts(batch, finding.outcome.span);
  return {mark, wording.message(finding.outcome), std::string(where.uri), where.place.begin,
          finding.fingerprint};
}

}  // namespace emrlint
