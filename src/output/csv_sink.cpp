// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "output/finding_cells.h"
#include "tables/csv.h"

namespace emrlint {
namespace {

template <typename Row, typename Text>
void add_row(std::string& out, const Row& row, const Text& text) {
  bool first = true;
  for (const auto& cell : row) {
    if (!first) out += ',';
    first = false;
    append_csv_cell(out, text(cell));
  }
  out += "\r\n";
}

// A table of the findings as CSV, in UTF-8 with the mark by which spreadsheets know it.
class CsvSink final : public Sink {
 public:
  CsvSink(std::ostream& out, const Catalog& catalog, OutputOptions options)
      : out_(out), catalog_(catalog), options_(std::move(options)) {}

  void begin() override {
    std::string line = "\xEF\xBB\xBF";
    add_row(line, finding_columns(options_),
            [&](const FindingColumn& column) { return column.heading.in(options_.lang); });
    out_ << line;
  }

  std::string render(const Batch& batch, const std::vector<ChartReport>& reports) const override {
    std::string lines;
    for (const CellRow& row : finding_rows(catalog_, options_, batch, reports)) {
      add_row(lines, row, [](const std::string& cell) -> std::string_view { return cell; });
    }
    return lines;
  }

  void add(const Batch&, const std::vector<ChartReport>&, std::string_view rendered) override {
    out_ << rendered;
  }

  void end(const RunSummary&) override { out_.flush(); }

 private:
  std::ostream& out_;
  const Catalog& catalog_;
  const OutputOptions options_;
};

}  // namespace

std::unique_ptr<Sink> make_csv_sink(std::ostream& out, const Catalog& catalog,
                                    OutputOptions options) {
  return std::make_unique<CsvSink>(out, catalog, std::move(options));
}

}  // namespace emrlint
