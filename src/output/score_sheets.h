// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_SCORE_SHEETS_H_
#define EMRLINT_OUTPUT_SCORE_SHEETS_H_

#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "output/chart_head.h"
#include "output/sink.h"
#include "output/wording.h"
#include "score/score.h"

namespace emrlint {

// What a mark of a chart says to people.
struct MarkText {
  Mark mark;
  std::string message;      // Masked as the options ask for.
  std::string uri;          // Where it stands,
  Position position;        // from 1.
  std::string fingerprint;  // Of the finding.
};

// A chart by one sheet, with all that is to be shown of it.
struct ScoredChart {
  std::string key;
  ChartHead head;
  const ScoreSheet* sheet = nullptr;
  ChartMarks marks;
  std::vector<MarkText> lost;  // By row.
  std::vector<MarkText> open;  // By row.
};

// An input that could not be read: it has no score.
struct UnscoredInput {
  std::string uri;
  std::string message;
};

// The sheets that a run scores charts by.
using SheetList = std::shared_ptr<const std::vector<ScoreSheet>>;

// Collects the charts of a run by sheet, in order of input. They are kept to the end: what checks
// across charts say of a chart comes when all were read.
class ScoreSheets {
 public:
  ScoreSheets(const Catalog& catalog, OutputOptions options, SheetList sheets);

  void add(const Batch& batch, const std::vector<ChartReport>& reports);

  const std::vector<ScoredChart>& charts() const { return charts_; }
  const std::vector<UnscoredInput>& unread() const { return unread_; }
  const std::vector<ScoreSheet>& sheets() const { return *sheets_; }

 private:
  void add_chart(const Batch& batch, const ChartReport& report);
  void add_across(const Batch& batch, const ChartReport& report);
  static MarkText text_of(const Batch& batch, const Finding& finding, const Mark& mark,
                          Wording& wording);

  const OutputOptions options_;
  SheetList sheets_;
  std::vector<Marker> markers_;  // By sheet.
  std::vector<ScoredChart> charts_;
  std::unordered_map<std::string, std::size_t> first_;  // By chart key: its first sheet.
  std::vector<UnscoredInput> unread_;
};

std::unique_ptr<Sink> make_score_text_sink(std::ostream& out, const Catalog& catalog, OutputOptions,
                                           SheetList sheets);
std::unique_ptr<Sink> make_score_json_sink(std::ostream& out, const Catalog& catalog, OutputOptions,
                                           SheetList sheets);

// The forms that score_xlsx writes at most, one a worksheet; the table before them has all charts.
inline constexpr std::size_t kMostScoreForms = 200;
// A workbook: a table of the charts where there are several, and each chart on a form as reviewers
// fill it in, with the columns 项目, 标准分, 扣分标准, 扣分及理由.
std::unique_ptr<Sink> make_score_xlsx_sink(std::ostream& out, const Catalog& catalog, OutputOptions,
                                           SheetList sheets);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_SCORE_SHEETS_H_
