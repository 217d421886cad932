// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <charconv>
#include <utility>

#include "output/finding_cells.h"
#include "output/xlsx.h"

namespace emrlint {
namespace {

// Between cells and behind rows of what was rendered; no cell holds control characters.
constexpr char kCellEnd = '\x1F', kRowEnd = '\x1E';

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// A workbook: the table of the findings, and the counts of the run.
class XlsxSink final : public Sink {
 public:
  XlsxSink(std::ostream& out, const Catalog& catalog, OutputOptions options)
      : out_(out), catalog_(catalog), options_(std::move(options)) {}

  void begin() override {
    const std::string title(say("病历质控结果", "Findings in medical records"));
    if (auto book = XlsxBook::make(XlsxBook::Memory::kInOrder, title)) book_ = *std::move(book);
    if (!book_) return out_.setstate(std::ios::failbit);
    std::vector<XlsxColumn> columns;
    for (const FindingColumn& column : finding_columns(options_)) {
      columns.push_back({std::string(column.heading.in(options_.lang)), column.width});
    }
    book_->begin_table(book_->name_for(say("结果", "Findings")), std::move(columns));
  }

  std::string render(const Batch& batch, const std::vector<ChartReport>& reports) const override {
    std::string rows;
    for (const CellRow& row : finding_rows(catalog_, options_, batch, reports)) {
      for (const std::string& cell : row) rows.append(cell).push_back(kCellEnd);
      rows.back() = kRowEnd;
    }
    return rows;
  }

  void add(const Batch&, const std::vector<ChartReport>&, std::string_view rendered) override {
    if (!book_) return;
    std::vector<XlsxCell> cells;
    while (!rendered.empty()) {
      const std::size_t end = rendered.find_first_of("\x1E\x1F");
      XlsxCell cell{.text = rendered.substr(0, end)};
      if (finding_columns(options_)[cells.size()].number) {
        cell.look = XlsxLook::kNumber;
        cell.number = number_in(cell.text);
      }
      cells.push_back(cell);
      if (rendered[end] == kRowEnd) {
        book_->row(cells);
        cells.clear();
      }
      rendered.remove_prefix(end + 1);
    }
  }

  void end(const RunSummary& summary) override {
    if (!book_) return;
    write_totals(summary);
    write_checks(summary);
    if (book_->write(out_)) out_.setstate(std::ios::failbit);
    book_.reset();
  }

 private:
  std::string_view say(std::string_view zh, std::string_view en) const {
    return options_.lang == Lang::kZh ? zh : en;
  }

  void write_totals(const RunSummary& summary) {
    static constexpr std::array<double, 2> kWidths{24, 60};
    book_->begin_form(book_->name_for(say("汇总", "Totals")), kWidths);
    const auto line = [&](std::string_view zh, std::string_view en, std::uint64_t value) {
      const std::array<XlsxCell, 2> cells{
          XlsxCell{.text = say(zh, en)},
          XlsxCell{.look = XlsxLook::kNumber, .number = static_cast<double>(value)}};
      book_->row(cells);
    };
    line("病历", "Charts", summary.charts);
    line("文书", "Documents", summary.documents);
    line("必改", "Errors", summary.errors);
    line("建议", "Warnings", summary.warnings);
    line("提示", "Notes", summary.notes);
    line("未能判定", "Undecided", summary.undecided);
    line("尚未到期", "Due later", summary.due);
    line("已豁免", "Waived", summary.waived);
    line("读取有误", "Not read", summary.problems);
    line("检查中断", "Broken checks", summary.broken);
    for (const std::string& waiver : summary.unused_waivers) {
      const std::array<XlsxCell, 2> cells{XlsxCell{.text = say("豁免未用到", "Unused waiver")},
                                          XlsxCell{.text = waiver}};
      book_->row(cells);
    }
  }

  // How often each check passed, failed and could not judge.
  void write_checks(const RunSummary& summary) {
    const auto column = [&](std::string_view zh, std::string_view en, double width) {
      return XlsxColumn{std::string(say(zh, en)), width};
    };
    book_->begin_table(book_->name_for(say("检查", "Checks")),
                       {column("检查", "Check", 44), column("检查名称", "Title", 44),
                        column("通过", "Passed", 12), column("不通过", "Failed", 12),
                        column("未能判定", "Undecided", 12), column("尚未到期", "Due", 12)});
    for (std::size_t i = 0; i < summary.tallies.size(); ++i) {
      const Tally& tally = summary.tallies[i];
      if (tally.pass + tally.fail + tally.undecided + tally.due == 0) continue;
      const CheckInfo& info = catalog_.entries()[i].info;
      std::vector<XlsxCell> cells{{.text = info.id}, {.text = info.title.in(options_.lang)}};
      for (const std::uint32_t count : {tally.pass, tally.fail, tally.undecided, tally.due}) {
        cells.push_back({.look = XlsxLook::kNumber, .number = count});
      }
      book_->row(cells);
    }
  }

  std::ostream& out_;
  const Catalog& catalog_;
  const OutputOptions options_;
  std::unique_ptr<XlsxBook> book_;
};

}  // namespace

std::unique_ptr<Sink> make_xlsx_sink(std::ostream& out, const Catalog& catalog,
                                     OutputOptions options) {
  return std::make_unique<XlsxSink>(out, catalog, std::move(options));
}

}  // namespace emrlint
