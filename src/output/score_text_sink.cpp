// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "output/citation.h"
#include "output/paint.h"
#include "output/score_sheets.h"
#include "output/score_wording.h"
#include "output/snippet.h"
#include "output/width.h"

namespace emrlint {
namespace {

constexpr std::size_t kTitleColumns = 44;

// One chart by its sheet: what it lost and why, then what could not be judged.
class ChartText {
 public:
  ChartText(std::ostream& out, const Catalog& catalog, const OutputOptions& options,
            const ScoredChart& chart)
      : out_(out), catalog_(catalog), options_(options), chart_(chart), sheet_(*chart.sheet) {}

  void write() {
    out_ << paint("1;4", std::string(say("病历 ", "Chart ")) + printable(chart_.key)) << "  "
         << sheet_.title.in(options_.lang) << "\n";
    if (chart_.marks.not_scored != NotScored::kNo) {
      out_ << "  " << say("未评分：", "not scored: ")
           << why_not_scored(chart_.marks.not_scored, options_.lang) << "\n\n";
      return;
    }
    score_ = add_up(sheet_, chart_.marks);
    write_total();
    for (std::uint32_t i = 0; i < sheet_.sections.size(); ++i) write_section(i);
    write_open();
    out_ << "\n";
  }

 private:
  std::string_view say(std::string_view zh, std::string_view en) const {
    return options_.lang == Lang::kZh ? zh : en;
  }
  std::string paint(const char* code, std::string_view text) const {
    return emrlint::paint(options_.colour, code, text);
  }

  void write_total() {
    std::string text = to_string(score_.total) + " / " + to_string(sheet_.total) + "  ";
    // Of a part of a chart little can be lost.
    text += grade_text(sheet_, chart_.marks, score_, options_.lang);
    out_ << "  " << paint("1", text);
    if (score_.provisional) out_ << "  " << paint("1;34", say("暂定", "provisional"));
    out_ << "\n  " << judged_text(sheet_, chart_.marks, score_, options_.lang) << "\n";
  }

  void write_section(std::uint32_t index) {
    const SectionScore& score = score_.sections[index];
    const SheetSection& section = sheet_.sections[index];
    bool any = false;
    for (const MarkText& text : chart_.lost) any |= sheet_.rows[text.mark.row].section == index;
    if (!any) return;
    std::string title = section.title.in(options_.lang);
    if (section.points > Points{}) {
      title.append(say("（", " (")).append(to_string(section.points));
      title.append(say("分）", " points)"));
    }
    const std::size_t width = display_width(title);
    out_ << "  " << paint("1", title)
         << std::string(width < kTitleColumns ? kTitleColumns - width : 1, ' ')
         << paint("1;31", "-" + to_string(score.lost));
    if (score.vetoed) out_ << say("  单项否决", "  veto");
    if (score.capped && !score.vetoed) out_ << say("  扣完为止", "  all of it");
    out_ << "\n";
    for (std::size_t i = 0; i < chart_.lost.size();) i = write_row(i, index);
  }

  // The marks of one row from the ith on, if it is of the section; gives where they end.
  std::size_t write_row(std::size_t i, std::uint32_t section) {
    const std::uint32_t index = chart_.lost[i].mark.row;
    std::size_t end = i;
    while (end < chart_.lost.size() && chart_.lost[end].mark.row == index) ++end;
    const SheetRow& row = sheet_.rows[index];
    if (row.section != section) return end;
    out_ << "    " << (row.item.empty() ? "" : row.item + ". ") << row.text.in(options_.lang)
         << ": " << paint("31", arithmetic_text(sheet_, row, score_.rows[index], options_.lang))
         << "\n";
    for (; i < end; ++i) write_mark(chart_.lost[i]);
    return end;
  }

  void write_mark(const MarkText& text) {
    const CheckInfo& info = catalog_.entries()[text.mark.check].info;
    out_ << "      " << printable(text.uri) << ":" << text.position.line << ":"
         << text.position.column << ": " << printable(text.message) << " [" << info.id << "]\n";
    if (!info.basis.empty() && info.id != explained_) {
      out_ << "        " << say("依据：", "basis: ") << citations_text(info.basis, options_.lang)
           << "\n";
    }
    explained_ = info.id;
  }

  // Each row that was not judged in full, with what is missing.
  void write_open() {
    if (!options_.show_undecided) return;
    for (std::uint32_t row = 0; row < sheet_.rows.size(); ++row) {
      const RowState state = chart_.marks.rows[row];
      if (state == RowState::kJudged) continue;
      out_ << "  " << paint("34", state_text(state, options_.lang)) << "  "
           << sheet_.sections[sheet_.rows[row].section].title.in(options_.lang) << say("：", ": ")
           << sheet_.rows[row].text.in(options_.lang) << "\n";
      if (state == RowState::kByHand)
        out_ << "      " << sheet_.rows[row].by_hand.in(options_.lang) << "\n";
      for (const MarkText& text : chart_.open) {
        if (text.mark.row == row) write_mark(text);
      }
    }
  }

  std::ostream& out_;
  const Catalog& catalog_;
  const OutputOptions& options_;
  const ScoredChart& chart_;
  const ScoreSheet& sheet_;
  ChartScore score_;
  std::string_view explained_;  // The check whose basis was said last.
};

class ScoreTextSink final : public Sink {
 public:
  ScoreTextSink(std::ostream& out, const Catalog& catalog, OutputOptions options, SheetList sheets)
      : out_(out),
        catalog_(catalog),
        options_(options),
        sheets_(catalog, options, std::move(sheets)) {}

  void begin() override {}
  std::string render(const Batch&, const std::vector<ChartReport>&) const override { return {}; }
  void add(const Batch& batch, const std::vector<ChartReport>& reports, std::string_view) override {
    sheets_.add(batch, reports);
  }

  void end(const RunSummary&) override {
    const bool zh = options_.lang == Lang::kZh;
    for (const UnscoredInput& input : sheets_.unread()) {
      out_ << printable(input.uri) << ": " << (zh ? "未能完整读取：" : "not read whole: ")
           << printable(input.message) << "\n";
    }
    for (const ScoredChart& chart : sheets_.charts()) {
      ChartText(out_, catalog_, options_, chart).write();
    }
    for (const ScoreSheet& sheet : sheets_.sheets()) write_summary(sheet, zh);
    out_.flush();
  }

 private:
  // How many charts of each grade.
  void write_summary(const ScoreSheet& sheet, bool zh) {
    std::vector<std::uint32_t> grades(sheet.grades.size());
    std::uint32_t provisional = 0, without = 0, parts = 0, scored = 0;
    Points sum;
    for (const ScoredChart& chart : sheets_.charts()) {
      if (chart.sheet != &sheet) continue;
      if (chart.marks.not_scored != NotScored::kNo) {
        ++without;
        continue;
      }
      if (!chart.marks.complete) {
        ++parts;
        continue;
      }
      const ChartScore score = add_up(sheet, chart.marks);
      ++grades[score.grade];
      provisional += score.provisional ? 1 : 0;
      ++scored;
      sum += score.total;
    }
    std::string text = sheet.title.in(options_.lang) + (zh ? "：" : ": ");
    text += std::to_string(scored) + (zh ? " 份已评分" : " scored");
    for (std::size_t i = 0; i < grades.size(); ++i) {
      text.append(zh ? "，" : ", ").append(sheet.grades[i].title.in(options_.lang));
      text.append(" ").append(std::to_string(grades[i]));
    }
    if (scored > 0) {
      const Points mean{sum.hundredths / static_cast<std::int32_t>(scored)};
      text.append(zh ? "，平均 " : ", mean ").append(to_string(mean));
    }
    if (provisional > 0) {
      text.append(zh ? "；其中暂定 " : "; provisional ").append(std::to_string(provisional));
    }
    if (parts > 0) {
      text.append(zh ? "；不完整未定级 " : "; not whole, without a grade ");
      text.append(std::to_string(parts));
    }
    if (without > 0) {
      text.append(zh ? "；未评分 " : "; not scored ").append(std::to_string(without));
    }
    out_ << paint(options_.colour, "1", text) << "\n";
  }

  std::ostream& out_;
  const Catalog& catalog_;
  const OutputOptions options_;
  ScoreSheets sheets_;
};

}  // namespace

std::unique_ptr<Sink> make_score_text_sink(std::ostream& out, const Catalog& catalog,
                                           OutputOptions options, SheetList sheets) {
  return std::make_unique<ScoreTextSink>(out, catalog, std::move(options), std::move(sheets));
}

}  // namespace emrlint
