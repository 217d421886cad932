// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_INDICATOR_COUNTER_H_
#define EMRLINT_INDICATOR_COUNTER_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/lint.h"
#include "indicator/indicator.h"
#include "score/score.h"

namespace emrlint {

// What one chart, or all charts of a table, add to an indicator.
struct IndicatorCount {
  std::uint32_t indicator = 0;  // Index into IndicatorBook::indicators.
  std::uint32_t numerator = 0;
  std::uint32_t denominator = 0;
  std::uint32_t undecided = 0;    // In neither: not to be judged, or not due yet.
  std::uint32_t unevaluated = 0;  // Charts, in neither: a check of it is off, or broke.

  friend bool operator==(const IndicatorCount&, const IndicatorCount&) = default;
};

// What was judged of one chart for one indicator, before it is counted: so that what checks across
// charts say later can be added.
struct IndicatorState {
  std::uint32_t indicator = 0;
  std::uint32_t pass = 0, fail = 0, open = 0;  // Of unit kChart 0 or 1 each.
  bool unevaluated = false;
  // Of an indicator of grades, what the chart loses: whatever was not judged in full (`open`), it
  // failed once it is worse. None for a chart that gets no grade.
  std::optional<std::vector<Mark>> lost;

  void add(const IndicatorState& later);
};

// Counts charts by the indicators of a book, which must outlive it, as must the catalog. Immutable,
// thread-safe.
class IndicatorCounter {
 public:
  IndicatorCounter(const IndicatorBook& book, const Catalog& catalog);

  // What the chart adds, without the rows that are all 0. `report` is what lint() says of a chart:
  // checks across charts count for nothing in it.
  std::vector<IndicatorCount> count(const ChartReport& report) const;

  // The same in two steps. Of a report of lint() a state for each indicator to whose population the
  // chart belongs; of one of judge_across() for each of which it says something. What it says of a
  // chart that the indicator is not about is for the caller to leave out.
  std::vector<IndicatorState> states(const ChartReport& report) const;
  IndicatorCount count(const IndicatorState& state) const;

  // The findings of the report that count for the indicator: failed and undecided ones, as indices.
  std::vector<std::uint32_t> findings(const ChartReport& report, std::uint32_t indicator) const;

  // Whether some check of it judges across charts, so that count() alone is not the whole of it.
  bool across(std::uint32_t indicator) const { return across_[indicator]; }

  const IndicatorBook& book() const { return book_; }

 private:
  class Outcomes;
  struct Judged;

  Holds belongs(const Indicator& indicator, const ChartReport& report) const;
  IndicatorState of_chart(std::uint32_t indicator, const Outcomes& outcomes) const;
  IndicatorState of_fact(std::uint32_t indicator, const Chart& chart) const;
  IndicatorState of_grade(std::uint32_t indicator, const ChartReport& report) const;
  bool worse(const IndicatorState& state) const;
  std::vector<std::uint32_t> graded_findings(const ChartReport& report) const;
  IndicatorState of_across(std::uint32_t indicator, const Outcomes& outcomes) const;
  bool can_be_absent(const Indicator& indicator, const Chart& chart) const;

  const IndicatorBook& book_;
  const Catalog& catalog_;
  std::vector<bool> across_;
  std::vector<bool> checks_;      // By check: some indicator counts its outcomes.
  std::optional<Marker> marker_;  // Where the book has a sheet.
};

}  // namespace emrlint

#endif  // EMRLINT_INDICATOR_COUNTER_H_
