// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_CHART_UNIT_H_
#define EMRLINT_LSP_CHART_UNIT_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/config.h"
#include "engine/lint.h"
#include "lsp/kept_documents.h"
#include "lsp/screen_text.h"
#include "reader/batch.h"
#include "reader/plan_folder.h"
#include "rule/catalog.h"
#include "source/load.h"

namespace emrlint::lsp {

// What charts are judged by.
struct Rules {
  const Catalog& catalog;
  const Config& config;
};

// Where a chart begins: the name of its first file, for settings by path.
std::string_view uri_of(const Batch& batch, const Chart& chart);

// The files that make up a chart, read and judged. Keeps what was read of each, so that of several
// files only the one that changed is read again, and likewise what checks work out of a document by
// itself; the chart is then built anew and judged whole. What it says is what a run over these
// files says.
class ChartUnit {
 public:
  // Where a file of the batch stands: in which file of the plan, and from which byte of its text.
  // The lines of NDJSON are files of their own in the batch.
  struct Origin {
    std::size_t index = 0;
    std::uint32_t begin = 0;
  };

  explicit ChartUnit(UnitPlan plan) : plan_(std::move(plan)) {}

  const UnitPlan& plan() const { return plan_; }

  // Reads file `index` of the plan, as it was loaded from that path. A half-typed text on the
  // screen is read as ScreenText says.
  void read(std::size_t index, const std::string& path, Loaded loaded, bool on_screen,
            const Limits& limits);
  // Builds and judges the charts, once all files were read.
  void judge(const Rules& rules, const Limits& limits);
  // Judges the same charts again, because the rules or the clock changed.
  void judge_again(const Rules& rules);
  // Before the configuration goes, to which findings and what is kept of documents refer.
  void forget_reports();

  // Counts how often the charts were built: with another number they may be others.
  std::uint64_t built() const { return built_; }
  // Whether a text on the screen is broken, and whether such a one was whole when it was read
  // before.
  bool half_typed() const;
  bool was_whole() const;

  // Whether bytes [begin, end) of a file of the plan touch what was passed over in a half-typed
  // text.
  bool passed_over(std::size_t index, std::uint32_t begin, std::uint32_t end) const;

  // The charts and what could not be read, and what the checks say of the charts. Spans point into
  // files of the batch.
  const Batch& batch() const { return batch_; }
  const std::vector<ChartReport>& reports() const { return reports_; }

  Origin origin(std::uint32_t batch_file) const { return origins_[batch_file]; }
  // The text of a file of the plan, as it was read.
  std::string_view text(std::size_t index) const;

 private:
  void resize(std::size_t files);
  template <typename Which>
  bool any_half_typed(Which which) const;
  void read_lines(const std::string& path, SourceFile file, const Limits& limits);
  void read_bulk(const Limits& limits);

  UnitPlan plan_;
  Batch batch_;
  std::vector<Origin> origins_;                 // By file of the batch,
  std::vector<ReadOutput> read_;                // likewise,
  std::vector<ScreenText> screens_;             // likewise,
  std::vector<std::optional<Problem>> losses_;  // likewise: why it was not loaded to its end.
  std::vector<bool> on_screen_;                 // By file of the plan.
  std::uint64_t built_ = 0;
  std::string lines_;  // The text of NDJSON as a whole.
  std::vector<ChartReport> reports_;
  std::vector<KeptDocuments> kept_;  // By file of the batch.
  // Of the chart that stood at that place of the batch when it was judged last.
  std::vector<std::unique_ptr<Derived>> kept_of_charts_;
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_CHART_UNIT_H_
