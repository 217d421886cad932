// SPDX-License-Identifier: Apache-2.0
#include "output/score_form.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "output/citation.h"
#include "output/score_wording.h"

namespace emrlint {
namespace {

constexpr std::uint16_t kColumns = 4;
constexpr std::array<double, kColumns> kWidths{20, 9, 52, 68};
constexpr std::size_t kMostReasons = 20;  // Lines of one row; the rest is counted.

class Form {
 public:
  Form(XlsxBook& book, const ScoredChart& chart, const Catalog& catalog, Lang lang)
      : book_(book), chart_(chart), sheet_(*chart.sheet), catalog_(catalog), lang_(lang) {}

  void write(const std::string& name) {
    book_.begin_form(name, kWidths);
    across(sheet_.title.in(lang_), XlsxLook::kTitle, 32);
    across(head(), XlsxLook::kNote, 18);
    if (chart_.marks.not_scored != NotScored::kNo) {
      std::string text(say("未评分：", "Not scored: "));
      across(text.append(why_not_scored(chart_.marks.not_scored, lang_)), XlsxLook::kStrong, 18);
      return;
    }
    score_ = add_up(sheet_, chart_.marks);
    across(total(), XlsxLook::kStrong, 18);
    across(judged_text(sheet_, chart_.marks, score_, lang_), XlsxLook::kNote, 18);
    write_heading();
    for (std::uint32_t i = 0; i < sheet_.sections.size(); ++i) write_section(i);
    write_sum();
    across(sheet_.description.in(lang_), XlsxLook::kNote, 32);
  }

 private:
  std::string_view say(std::string_view zh, std::string_view en) const {
    return lang_ == Lang::kZh ? zh : en;
  }

  void across(std::string_view text, XlsxLook look, double height) {
    const std::array<XlsxCell, 1> cells{XlsxCell{.text = text, .look = look, .across = kColumns}};
    book_.row(cells, height);
  }

  // "病历：ZY1  科室：普外科  姓名：***  医师：D01"; what the chart does not state is left out.
  std::string head() const {
    std::string text(say("病历：", "Chart: "));
    text += chart_.key;
    const auto add = [&](std::string_view zh, std::string_view en, const std::string& value) {
      if (!value.empty()) text.append("    ").append(say(zh, en)).append(value);
    };
    add("科室：", "Department: ", chart_.head.department);
    add("姓名：", "Patient: ", chart_.head.patient);
    add("主管医师：", "Physician: ", chart_.head.doctor);
    return text;
  }

  std::string total() const {
    std::string text(say("得分：", "Score: "));
    text.append(to_string(score_.total)).append(" / ").append(to_string(sheet_.total));
    text.append("    ").append(grade_text(sheet_, chart_.marks, score_, lang_));
    if (score_.provisional) text.append(say("    （暂定）", "    (provisional)"));
    return text;
  }

  void write_heading() {
    std::vector<XlsxCell> cells;
    for (const std::string_view text :
         {say("项目", "Section"), say("标准分", "Points"), say("扣分标准", "Deducted for"),
          say("扣分及理由", "Deducted, and why")}) {
      cells.push_back({.text = text, .look = XlsxLook::kHeading});
    }
    book_.row(cells, 20);
    book_.freeze();
  }

  void write_section(std::uint32_t index) {
    std::uint32_t rows = 0;
    for (std::uint32_t row = 0; row < sheet_.rows.size(); ++row) {
      if (sheet_.rows[row].section != index) continue;
      const std::string standard = standard_of(sheet_.rows[row]), reason = reason_of(row);
      const std::array<XlsxCell, kColumns> cells{XlsxCell{}, XlsxCell{}, XlsxCell{.text = standard},
                                                 XlsxCell{.text = reason}};
      book_.row(cells);
      ++rows;
    }
    if (rows == 0) return;
    const std::string title = title_of(index);
    book_.merge_down(0, rows, {.text = title, .look = XlsxLook::kStrong});
    const Points points = sheet_.sections[index].points;
    XlsxCell standard{.text = "–", .look = XlsxLook::kCentred};  // It has no points of its own.
    if (points > Points{}) standard.number = points.value();
    book_.merge_down(1, rows, standard);
  }

  // The section and what it lost.
  std::string title_of(std::uint32_t index) const {
    const SectionScore& score = score_.sections[index];
    std::string text = sheet_.sections[index].title.in(lang_);
    if (score.lost == Points{} && !score.vetoed) return text;
    text += '\n';
    if (score.lost > Points{}) {
      text.append(say("扣", "lost ")).append(to_string(score.lost)).append(say("分", ""));
    }
    if (score.vetoed) text += say("（单项否决）", " (veto)");
    if (score.capped && !score.vetoed) text += say("（扣完为止）", " (all of it)");
    return text;
  }

  std::string standard_of(const SheetRow& row) const {
    std::string text = row.item.empty() ? "" : row.item + ". ";
    text.append(row.text.in(lang_)).append(say("（", " (")).append(price_text(sheet_, row, lang_));
    return text.append(say("）", ")"));
  }

  std::string reason_of(std::uint32_t index) const {
    const SheetRow& row = sheet_.rows[index];
    std::string text;
    if (score_.rows[index].count > 0) {
      text = arithmetic_text(sheet_, row, score_.rows[index], lang_);
      add_marks(chart_.lost, index, text);
    }
    const RowState state = chart_.marks.rows[index];
    if (state == RowState::kJudged) return text.empty() ? "0" : text;
    text.append(text.empty() ? "" : "\n").append(state_text(state, lang_));
    if (state == RowState::kByHand) {
      text.append(say("：", ": ")).append(row.by_hand.in(lang_));
    }
    add_marks(chart_.open, index, text);
    return text;
  }

  // A line for each finding of the row: message, place, article. Those that say the same are told
  // once, with their number.
  void add_marks(const std::vector<MarkText>& marks, std::uint32_t row, std::string& text) const {
    std::vector<std::pair<const MarkText*, std::size_t>> lines;
    for (const MarkText& mark : marks) {
      if (mark.mark.row != row) continue;
      const auto same = std::find_if(lines.begin(), lines.end(), [&](const auto& line) {
        return line.first->mark.check == mark.mark.check && line.first->message == mark.message;
      });
      if (same == lines.end()) {
        lines.emplace_back(&mark, 1);
      } else {
        ++same->second;
      }
    }
    for (std::size_t i = 0; i < std::min(lines.size(), kMostReasons); ++i) {
      add_line(*lines[i].first, lines[i].second, text);
    }
    if (lines.size() <= kMostReasons) return;
    text.append(say("\n……另有", "\n... and ")).append(std::to_string(lines.size() - kMostReasons));
    text += say("条", " more");
  }

  void add_line(const MarkText& mark, std::size_t count, std::string& text) const {
    const CheckInfo& info = catalog_.entries()[mark.mark.check].info;
    text.append("\n· ").append(mark.message);
    if (count > 1) text.append(" × ").append(std::to_string(count));
    text.append(" ").append(mark.uri).append(":").append(std::to_string(mark.position.line));
    if (!info.basis.empty()) {
      text.append(say("（依据：", " (basis: ")).append(citations_text(info.basis, lang_));
      text.append(say("）", ")"));
    }
    text.append(" [").append(info.id).append("]");
  }

  void write_sum() {
    Points lost;
    for (const SectionScore& section : score_.sections) lost += section.lost;
    const std::string text = std::string(say("扣", "lost ")) + to_string(lost);
    const std::string sum = total();
    const std::array<XlsxCell, kColumns> cells{
        XlsxCell{.text = say("合计", "Total"), .look = XlsxLook::kStrong},
        XlsxCell{.look = XlsxLook::kCentred, .number = sheet_.total.value()},
        XlsxCell{.text = text, .look = XlsxLook::kStrong},
        XlsxCell{.text = sum, .look = XlsxLook::kStrong}};
    book_.row(cells);
  }

  XlsxBook& book_;
  const ScoredChart& chart_;
  const ScoreSheet& sheet_;
  const Catalog& catalog_;
  const Lang lang_;
  ChartScore score_;
};

}  // namespace

void write_score_form(XlsxBook& book, const std::string& name, const ScoredChart& chart,
                      const Catalog& catalog, Lang lang) {
  Form(book, chart, catalog, lang).write(name);
}

}  // namespace emrlint
