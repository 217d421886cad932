// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "output/score_form.h"
#include "output/score_wording.h"

namespace emrlint {
namespace {

class ScoreXlsxSink final : public Sink {
 public:
  ScoreXlsxSink(std::ostream& out, const Catalog& catalog, OutputOptions options, SheetList sheets)
      : out_(out),
        catalog_(catalog),
        lang_(options.lang),
        sheets_(catalog, options, std::move(sheets)) {}

  void begin() override {}
  std::string render(const Batch&, const std::vector<ChartReport>&) const override { return {}; }
  void add(const Batch& batch, const std::vector<ChartReport>& reports, std::string_view) override {
    sheets_.add(batch, reports);
  }

  void end(const RunSummary&) override {
    auto book = XlsxBook::make(XlsxBook::Memory::kWhole, std::string(say("病历评分", "Scores")));
    if (!book || write(**book)) out_.setstate(std::ios::failbit);
  }

 private:
  std::string_view say(std::string_view zh, std::string_view en) const {
    return lang_ == Lang::kZh ? zh : en;
  }

  std::optional<Error> write(XlsxBook& book) {
    const std::vector<ScoredChart>& charts = sheets_.charts();
    const bool overview = charts.size() != 1 || !sheets_.unread().empty();
    const std::string table = overview ? book.name_for(say("总表", "Overview")) : "";
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(charts.size(), kMostScoreForms); ++i) {
      names.push_back(book.name_for(charts[i].key));
    }
    if (overview) write_overview(book, table, names);
    for (std::size_t i = 0; i < names.size(); ++i) {
      write_score_form(book, names[i], charts[i], catalog_, lang_);
    }
    return book.write(out_);
  }

  void write_overview(XlsxBook& book, std::string name, const std::vector<std::string>& forms) {
    const auto column = [&](std::string_view zh, std::string_view en, double width) {
      return XlsxColumn{std::string(say(zh, en)), width};
    };
    book.begin_table(
        std::move(name),
        {column("病历", "Chart", 20), column("评分表", "Sheet", 28),
         column("科室", "Department", 16), column("姓名", "Patient", 10),
         column("主管医师", "Physician", 12), column("得分", "Score", 8), column("满分", "Of", 8),
         column("等级", "Grade", 16), column("暂定", "Provisional", 12),
         column("已判定行", "Rows judged", 10), column("全部行", "Rows", 8),
         column("扣分项目", "Lost in", 50), column("说明", "Remark", 40)});
    for (std::size_t i = 0; i < sheets_.charts().size(); ++i) {
      write_line(book, sheets_.charts()[i], i < forms.size() ? forms[i] : "");
    }
    for (const UnscoredInput& input : sheets_.unread()) {
      const std::string why =
          std::string(say("未能完整读取：", "Not read whole: ")) + input.message;
      std::vector<XlsxCell> cells(13);
      cells.front().text = input.uri;
      cells.back().text = why;
      book.row(cells);
    }
  }

  void write_line(XlsxBook& book, const ScoredChart& chart, const std::string& form) {
    const ScoreSheet& sheet = *chart.sheet;
    std::vector<XlsxCell> cells{{.text = chart.key},
                                {.text = sheet.title.in(lang_)},
                                {.text = chart.head.department},
                                {.text = chart.head.patient},
                                {.text = chart.head.doctor}};
    if (!form.empty()) cells.front() = {.text = chart.key, .look = XlsxLook::kLink, .link = form};
    if (chart.marks.not_scored != NotScored::kNo) {
      const std::string why = std::string(say("未评分：", "Not scored: "))
                                  .append(why_not_scored(chart.marks.not_scored, lang_));
      cells.resize(12);
      cells.push_back({.text = why});
      return book.row(cells);
    }
    const ChartScore score = add_up(sheet, chart.marks);
    const auto number = [&](double value) {
      cells.push_back({.look = XlsxLook::kNumber, .number = value});
    };
    number(score.total.value());
    number(sheet.total.value());
    const std::string grade = grade_text(sheet, chart.marks, score, lang_);
    cells.push_back({.text = grade});
    cells.push_back({.text = score.provisional ? say("是", "yes") : say("否", "no")});
    number(score.judged);
    number(static_cast<double>(sheet.rows.size()));
    const std::string lost = lost_in(sheet, score);
    cells.push_back({.text = lost});
    const std::string remark(form.empty() ? say("超出评分表页数上限，无单独工作表",
                                                "beyond the limit of worksheets: no form")
                                          : "");
    cells.push_back({.text = remark});
    book.row(cells);
  }

  // "病案首页 -2；日常病程记录 -1"
  std::string lost_in(const ScoreSheet& sheet, const ChartScore& score) const {
    std::string text;
    for (std::size_t i = 0; i < sheet.sections.size(); ++i) {
      if (score.sections[i].lost == Points{}) continue;
      text.append(text.empty() ? "" : say("；", "; ")).append(sheet.sections[i].title.in(lang_));
      text.append(" -").append(to_string(score.sections[i].lost));
    }
    return text;
  }

  std::ostream& out_;
  const Catalog& catalog_;
  const Lang lang_;
  ScoreSheets sheets_;
};

}  // namespace

std::unique_ptr<Sink> make_score_xlsx_sink(std::ostream& out, const Catalog& catalog,
                                           OutputOptions options, SheetList sheets) {
  return std::make_unique<ScoreXlsxSink>(out, catalog, std::move(options), std::move(sheets));
}

}  // namespace emrlint
