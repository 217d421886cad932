// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "output/json_writer.h"
#include "output/score_sheets.h"

namespace emrlint {
namespace {

std::string_view id(RowState state) {
  switch (state) {
    case RowState::kJudged:
      break;
    case RowState::kUndecided:
      return "undecided";
    case RowState::kOff:
      return "off";
    case RowState::kByHand:
      return "by-hand";
  }
  return "judged";
}

std::string_view id(NotScored reason) {
  switch (reason) {
    case NotScored::kNo:
      break;
    case NotScored::kOtherSheet:
      return "other-sheet";
    case NotScored::kNoSource:
      return "no-source";
    case NotScored::kNothingJudged:
      return "nothing-judged";
  }
  return "";
}

// A JSON object a line for each chart and sheet; the keys are described in docs/scores.md.
class ScoreJsonSink final : public Sink {
 public:
  ScoreJsonSink(std::ostream& out, const Catalog& catalog, OutputOptions options, SheetList sheets)
      : json_(out),
        catalog_(catalog),
        lang_(options.lang),
        sheets_(catalog, options, std::move(sheets)) {}

  void begin() override {}
  std::string render(const Batch&, const std::vector<ChartReport>&) const override { return {}; }
  void add(const Batch& batch, const std::vector<ChartReport>& reports, std::string_view) override {
    sheets_.add(batch, reports);
  }

  void end(const RunSummary&) override {
    for (const UnscoredInput& input : sheets_.unread()) {
      json_.begin_object();
      json_.text("type", "problem");
      json_.text("path", input.uri);
      json_.text("message", input.message);
      json_.end_object();
      json_.end_document();
    }
    for (const ScoredChart& chart : sheets_.charts()) write(chart);
    json_.flush();
  }

 private:
  void write(const ScoredChart& chart) {
    const ScoreSheet& sheet = *chart.sheet;
    json_.begin_object();
    json_.text("type", "score");
    json_.text("chart", chart.key);
    json_.text("sheet", sheet.id);
    if (chart.marks.not_scored != NotScored::kNo) {
      json_.text("notScored", id(chart.marks.not_scored));
    } else {
      write_score(chart, sheet);
    }
    json_.end_object();
    json_.end_document();
  }

  void write_score(const ScoredChart& chart, const ScoreSheet& sheet) {
    const ChartScore score = add_up(sheet, chart.marks);
    json_.decimal("score", score.total.value());
    json_.decimal("of", sheet.total.value());
    if (chart.marks.complete) {
      json_.text("grade", sheet.grades[score.grade].id);
      json_.text("gradeTitle", sheet.grades[score.grade].title.in(lang_));
      json_.flag("gradeLimitedByVeto", score.limited);
    }
    json_.flag("provisional", score.provisional);
    json_.flag("complete", chart.marks.complete);
    json_.number("rowsJudged", score.judged);
    json_.number("rows", sheet.rows.size());
    json_.begin_array("sections");
    for (std::uint32_t i = 0; i < sheet.sections.size(); ++i) write_section(chart, score, i);
    json_.end_array();
  }

  void write_section(const ScoredChart& chart, const ChartScore& score, std::uint32_t index) {
    const SheetSection& section = chart.sheet->sections[index];
    json_.begin_object();
    json_.text("id", section.id);
    json_.text("title", section.title.in(lang_));
    json_.decimal("points", section.points.value());
    json_.decimal("lost", score.sections[index].lost.value());
    if (score.sections[index].vetoed) json_.flag("veto", true);
    json_.begin_array("rows");
    for (std::uint32_t row = 0; row < chart.sheet->rows.size(); ++row) {
      const bool plain = score.rows[row].count == 0 && chart.marks.rows[row] == RowState::kJudged;
      if (chart.sheet->rows[row].section == index && !plain) write_row(chart, score, row);
    }
    json_.end_array();
    json_.end_object();
  }

  void write_row(const ScoredChart& chart, const ChartScore& score, std::uint32_t index) {
    const SheetRow& row = chart.sheet->rows[index];
    json_.begin_object();
    if (!row.item.empty()) json_.text("item", row.item);
    json_.text("text", row.text.in(lang_));
    json_.text("state", id(chart.marks.rows[index]));
    if (row.veto) json_.flag("veto", true);
    json_.number("count", score.rows[index].count);
    json_.decimal("lost", score.rows[index].lost.value());
    if (row.most) json_.decimal("most", row.most->value());
    if (!row.by_hand.zh.empty()) json_.text("byHand", row.by_hand.in(lang_));
    write_marks("findings", chart.lost, index);
    write_marks("open", chart.open, index);
    json_.end_object();
  }

  void write_marks(std::string_view name, const std::vector<MarkText>& texts, std::uint32_t row) {
    bool any = false;
    for (const MarkText& text : texts) {
      if (text.mark.row != row) continue;
      if (!any) json_.begin_array(name);
      any = true;
      json_.begin_object();
      json_.text("check", catalog_.entries()[text.mark.check].info.id);
      json_.text("message", text.message);
      json_.text("fingerprint", text.fingerprint);
      json_.text("path", text.uri);
      json_.number("line", text.position.line);
      json_.number("column", text.position.column);
      if (text.mark.count != 1) json_.number("count", text.mark.count);
      json_.end_object();
    }
    if (any) json_.end_array();
  }

  JsonWriter json_;
  const Catalog& catalog_;
  const Lang lang_;
  ScoreSheets sheets_;
};

}  // namespace

std::unique_ptr<Sink> make_score_json_sink(std::ostream& out, const Catalog& catalog,
                                           OutputOptions options, SheetList sheets) {
  return std::make_unique<ScoreJsonSink>(out, catalog, std::move(options), std::move(sheets));
}

}  // namespace emrlint
