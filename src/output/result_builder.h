// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_RESULT_BUILDER_H_
#define EMRLINT_OUTPUT_RESULT_BUILDER_H_

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/config.h"
#include "engine/lint.h"
#include "reader/batch.h"

namespace emrlint {

// An outcome as a result file tells it. What the file does not hold is empty.
struct ReadFinding {
  struct Note {
    std::string message;
    Site site;
  };
  struct Change {
    std::string message, replacement;
    Site site;
  };

  OutcomeKind kind = OutcomeKind::kFail;
  std::string chart, profile, check, message_id, message, subject, fingerprint;
  std::string document, doctor;  // Of a chart that the file tells.
  std::vector<std::string> arguments;
  std::optional<Severity> severity;  // Else that of the check.
  std::optional<Time> due;
  Site site;
  std::vector<Note> notes;
  bool timeline = false;
  std::vector<Change> fixes;
  std::vector<std::pair<std::string, double>> measures;
  bool superseded = false;
  std::optional<Waiver> waiver;
};

// A chart as a result file tells it.
struct ReadChart {
  std::string key, profile, patient, department, doctor;
  std::uint64_t documents = 0;
  bool complete = false;
  std::vector<std::pair<std::string, std::uint32_t>> passed;  // By check.
};

// Puts what a result file tells together as sinks take it: batches with places and without text, a
// chart each. The charts hold no more than the file tells; a report has none if it tells none.
class ResultBuilder {
 public:
  using Take = std::function<void(const Batch&, const std::vector<ChartReport>&)>;

  ResultBuilder(const Catalog& catalog, Take take) : catalog_(catalog), take_(std::move(take)) {}

  void add(ReadChart chart);
  // An error for a check that the catalog does not have.
  std::optional<Error> add(ReadFinding finding);
  std::optional<Error> add_broken(const std::string& chart, std::string_view check,
                                  std::string what);
  void add(Problem problem, std::optional<Site> site);
  // Hands over what is left.
  void finish() { hand_over(); }

 private:
  ChartReport& report_of(std::string_view chart, bool across);
  ChartReport& begin(std::string_view chart, bool across);
  void hand_over();
  Result<std::uint32_t> check_of(std::string_view id) const;
  void say(const ReadFinding& read, const CheckInfo& info, Outcome& outcome);
  Subject document_of(const ReadFinding& read);
  void name(Person& person, std::string_view text) const;
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  Span keep(Site site);

  const Catalog& catalog_;
  const Take take_;
  Batch batch_;
  std::vector<ChartReport> reports_;
  std::deque<Chart> charts_;  // That reports_ point to.
  std::deque<Waiver> waivers_;
  std::deque<std::string> kept_;
  bool across_ = false;        // The report at hand is of what checks across charts say.
  std::size_t documents_ = 0;  // Of the chart at hand, as the file counts them.
};

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_RESULT_BUILDER_H_
