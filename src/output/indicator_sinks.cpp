// SPDX-License-Identifier: Apache-2.0
#include "output/indicator_sinks.h"

#include <algorithm>
#include <utility>

#include "output/indicator_table.h"
#include "output/indicator_text.h"
#include "output/width.h"
#include "output/xlsx.h"

namespace emrlint {
namespace {

// What the forms share: counts the charts of a run and shows the numbers at its end.
class IndicatorSink : public Sink {
 public:
  IndicatorSink(std::ostream& out, const Catalog& catalog, OutputOptions options,
                IndicatorView view)
      : out_(out),
        options_(std::move(options)),
        view_(std::move(view)),
        counter_(*view_.book, catalog),
        totals_(counter_, view_.by),
        charts_(counter_, view_.charts.value_or(0), catalog, options_) {}

  void begin() override {}
  std::string render(const Batch&, const std::vector<ChartReport>&) const override { return {}; }

  void add(const Batch& batch, const std::vector<ChartReport>& reports, std::string_view) override {
    for (const Problem& problem : batch.problems) {
      Wording wording(options_, nullptr);
      unread_.push_back(
          {problem.uri, wording.text(options_.lang == Lang::kZh ? problem.zh : problem.en)});
    }
    for (const ChartReport& report : reports) {
      if (view_.charts) {
        charts_.add(batch, report);
      } else {
        totals_.add(report);
      }
    }
  }

  void end(const RunSummary&) override {
    if (view_.charts) {
      show_charts(charts_.take());
    } else {
      show(totals_.take());
    }
    out_.flush();
  }

 protected:
  virtual void show(const std::vector<IndicatorGroup>& groups) = 0;
  virtual void show_charts(const std::vector<IndicatorChart>& charts) = 0;

  Table table(const std::vector<IndicatorGroup>& groups) const {
    return indicator_table(*view_.book, groups, view_.by, options_.lang);
  }
  // Inputs that could not be read whole: what is in them is not counted.
  Table unread() const {
    Table table{"problem", {{"path", {"文件", "File"}}, {"message", {"说明", "Message"}}}, {}};
    for (const UnreadInput& input : unread_) table.rows.push_back({input.uri, input.message});
    return table;
  }

  std::ostream& out_;
  const OutputOptions options_;
  const IndicatorView view_;
  const IndicatorCounter counter_;
  IndicatorTotals totals_;
  IndicatorCharts charts_;
  std::vector<UnreadInput> unread_;
};

class IndicatorTextSink final : public IndicatorSink {
 public:
  using IndicatorSink::IndicatorSink;

 private:
  void show(const std::vector<IndicatorGroup>& groups) override {
    write_indicator_text(out_, *view_.book, groups, view_.by, options_);
    write_unread_text(out_, unread_, options_);
  }
  void show_charts(const std::vector<IndicatorChart>& charts) override {
    write_indicator_charts_text(out_, counter_, *view_.charts, charts, options_);
    write_unread_text(out_, unread_, options_);
  }
};

class IndicatorJsonSink final : public IndicatorSink {
 public:
  using IndicatorSink::IndicatorSink;

 private:
  void show(const std::vector<IndicatorGroup>& groups) override { write(table(groups)); }
  void show_charts(const std::vector<IndicatorChart>& charts) override {
    write(chart_table(counter_, charts));
  }
  void write(const Table& table) {
    write_json(out_, unread());
    write_json(out_, table);
  }
};

class IndicatorCsvSink final : public IndicatorSink {
 public:
  using IndicatorSink::IndicatorSink;

 private:
  void show(const std::vector<IndicatorGroup>& groups) override {
    write_csv(out_, table(groups), options_.lang);
  }
  void show_charts(const std::vector<IndicatorChart>& charts) override {
    write_csv(out_, chart_table(counter_, charts), options_.lang);
  }
};

class IndicatorXlsxSink final : public IndicatorSink {
 public:
  using IndicatorSink::IndicatorSink;

 private:
  void show(const std::vector<IndicatorGroup>& groups) override { write(table(groups)); }
  void show_charts(const std::vector<IndicatorChart>& charts) override {
    write(chart_table(counter_, charts));
  }

  void write(const Table& table) {
    const bool zh = options_.lang == Lang::kZh;
    const std::string title = zh ? "质量指标" : "Indicators";
    auto book = XlsxBook::make(XlsxBook::Memory::kInOrder, title);
    if (!book) return out_.setstate(std::ios::failbit);
    add_table(**book, title, table);
    if (!unread_.empty()) add_table(**book, zh ? "读取有误" : "Not read", unread());
    if ((*book)->write(out_)) out_.setstate(std::ios::failbit);
  }

  void add_table(XlsxBook& book, const std::string& title, const Table& table) {
    std::vector<XlsxColumn> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      columns.push_back(
          {std::string(table.columns[i].title.in(options_.lang)), width_of(table, i)});
    }
    book.begin_table(book.name_for(title), std::move(columns));
    for (const std::vector<Cell>& row : table.rows) {
      std::vector<XlsxCell> cells;
      for (const Cell& cell : row) cells.push_back(cell_of(cell));
      book.row(cells);
    }
  }

  // Wide enough for most texts; the rest is wrapped.
  static double width_of(const Table& table, std::size_t column) {
    std::size_t widest = 8;
    for (const std::vector<Cell>& row : table.rows) {
      const auto* text = std::get_if<std::string>(&row[column].value());
      if (text != nullptr) widest = std::max(widest, display_width(*text) + 2);
    }
    return static_cast<double>(std::min<std::size_t>(widest, 60));
  }

  XlsxCell cell_of(const Cell& cell) const {
    struct Made {
      Lang lang;
      static XlsxCell of(double number) { return {.look = XlsxLook::kNumber, .number = number}; }
      XlsxCell operator()(std::monostate) const { return {}; }
      XlsxCell operator()(const std::string& text) const { return {.text = text}; }
      XlsxCell operator()(std::uint64_t number) const { return of(static_cast<double>(number)); }
      XlsxCell operator()(double number) const { return of(number); }
      XlsxCell operator()(Share share) const { return of(share.value); }
      XlsxCell operator()(const Word& word) const { return {.text = word.text.in(lang)}; }
    };
    return std::visit(Made{options_.lang}, cell.value());
  }
};

}  // namespace

std::unique_ptr<Sink> make_indicator_text_sink(std::ostream& out, const Catalog& catalog,
                                               OutputOptions options, IndicatorView view) {
  return std::make_unique<IndicatorTextSink>(out, catalog, std::move(options), std::move(view));
}

std::unique_ptr<Sink> make_indicator_json_sink(std::ostream& out, const Catalog& catalog,
                                               OutputOptions options, IndicatorView view) {
  return std::make_unique<IndicatorJsonSink>(out, catalog, std::move(options), std::move(view));
}

std::unique_ptr<Sink> make_indicator_csv_sink(std::ostream& out, const Catalog& catalog,
                                              OutputOptions options, IndicatorView view) {
  return std::make_unique<IndicatorCsvSink>(out, catalog, std::move(options), std::move(view));
}

std::unique_ptr<Sink> make_indicator_xlsx_sink(std::ostream& out, const Catalog& catalog,
                                               OutputOptions options, IndicatorView view) {
  return std::make_unique<IndicatorXlsxSink>(out, catalog, std::move(options), std::move(view));
}

}  // namespace emrlint
