// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_SINK_H_
#define EMRLINT_OUTPUT_SINK_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lint.h"
#include "engine/summary.h"
#include "reader/batch.h"

namespace emrlint {

struct ScoreSheet;  // score/sheet.h

enum class Snippets : std::uint8_t { kNone, kMasked, kFull };

struct OutputOptions {
  Lang lang = Lang::kZh;
  Snippets snippets = Snippets::kMasked;
  bool colour = false;
  std::size_t columns = 102;    // Text: the widest source line that is shown, number included.
  bool show_undecided = false;  // Text: print undecided outcomes in full, not only their count.
  bool show_waived = false;
  Severity fail_on = Severity::kError;  // For the exit code that SARIF states.
  const ScoreSheet* sheet = nullptr;  // CSV, XLSX: what each finding costs by it.
  std::string base_uri;         // What relative URIs in the output are relative to: "file:///a/".
};

// The exit code of a run (design.md 7): 3 when something was not read or judged, else 1 when there
// is a finding at or above `fail_on`, else 0.
int exit_code(const RunSummary& summary, Severity fail_on);

// Writes the results of a run in one form.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void begin() = 0;
  // A batch in this form. Called by several threads at once.
  virtual std::string render(const Batch& batch,
                             const std::vector<ChartReport>& reports) const = 0;
  // Writes what render() made of a batch: one call at a time, in order of input. The batch is gone
  // afterwards.
  virtual void add(const Batch& batch, const std::vector<ChartReport>& reports,
                   std::string_view rendered) = 0;
  virtual void end(const RunSummary& summary) = 0;

  void batch(const Batch& batch, const std::vector<ChartReport>& reports) {
    add(batch, reports, render(batch, reports));
  }
};

std::unique_ptr<Sink> make_text_sink(std::ostream& out, const Catalog& catalog, OutputOptions);
std::unique_ptr<Sink> make_json_sink(std::ostream& out, const Catalog& catalog, OutputOptions);
std::unique_ptr<Sink> make_sarif_sink(std::ostream& out, const Catalog& catalog, OutputOptions);
std::unique_ptr<Sink> make_csv_sink(std::ostream& out, const Catalog& catalog, OutputOptions);
std::unique_ptr<Sink> make_xlsx_sink(std::ostream& out, const Catalog& catalog, OutputOptions);
std::unique_ptr<Sink> make_junit_sink(std::ostream& out, const Catalog& catalog, OutputOptions);
std::unique_ptr<Sink> make_fhir_sink(std::ostream& out, const Catalog& catalog, OutputOptions);
// A [[waiver]] for each finding, valid for 90 days from `today`: --write-waivers.
std::unique_ptr<Sink> make_waiver_sink(std::ostream& out, const Catalog& catalog, OutputOptions,
                                       const Time& today);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_SINK_H_
