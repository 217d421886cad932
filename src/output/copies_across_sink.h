// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_COPIES_ACROSS_SINK_H_
#define EMRLINT_OUTPUT_COPIES_ACROSS_SINK_H_

#include <memory>
#include <ostream>

#include "corpus/find_copies.h"
#include "output/sink.h"
#include "output/wording.h"

namespace emrlint {

// What came of reading charts into a store.
struct IndexedRun {
  IndexCounts counts;
  bool indexed = false;  // Else an earlier call did it.
};

// A sink for copies across charts: of a run it takes what could not be read, then what was found.
class CopiesAcrossSink : public Sink, public CopyReceiver {
 public:
  void begin() override {}
  void add(const Batch&, const std::vector<ChartReport>&, std::string_view) override {}
  void end(const RunSummary&) override {}
  std::string render(const Batch&, const std::vector<ChartReport>&) const override { return {}; }

  using CopyReceiver::add;
  virtual void add(const Problem& problem) = 0;
  // One of these, last.
  virtual void finish(const IndexedRun& run, const FindCounts* found) = 0;
  virtual void finish(const WhereCounts& counts) = 0;
};

// For people: templates, then each copy with both places, counts last.
std::unique_ptr<CopiesAcrossSink> make_copies_across_text_sink(std::ostream& out,
                                                               const Catalog& catalog,
                                                               OutputOptions options);
// One JSON object a line; the keys are described in docs/copies-across.md.
std::unique_ptr<CopiesAcrossSink> make_copies_across_json_sink(std::ostream& out,
                                                               const Catalog& catalog,
                                                               OutputOptions options);

// The text of a place as the options let it be shown, hidden characters as stars; pieces apart by a
// line end. It may hold names of the chart where the text stands too.
std::string shown_text(const CopyPlace& place, const Chart& other, const OutputOptions& options);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_COPIES_ACROSS_SINK_H_
