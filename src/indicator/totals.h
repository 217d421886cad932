// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_INDICATOR_TOTALS_H_
#define EMRLINT_INDICATOR_TOTALS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/facets.h"
#include "indicator/counter.h"

namespace emrlint {

// The numbers of all charts with one value of a facet.
struct IndicatorGroup {
  std::string name;  // Empty where the charts do not tell it, or nothing is broken down.
  std::uint64_t charts = 0;
  std::vector<IndicatorCount> counts;  // By indicator.
};

// Adds up the charts of a run. Charts are not kept, but for what checks across charts have yet to
// say of some of their indicators. Not thread-safe.
class IndicatorTotals {
 public:
  IndicatorTotals(const IndicatorCounter& counter, std::optional<Facet> by);

  // A report of lint(), or later of judge_across().
  void add(const ChartReport& report);
  // The totals, by name of the group. Once, after all reports.
  std::vector<IndicatorGroup> take();

 private:
  // States that checks across charts may add to.
  struct Waiting {
    IndicatorGroup* group;
    std::vector<IndicatorState> states;
  };

  void add_later(const ChartReport& report);
  void count(IndicatorGroup& group, const IndicatorState& state) const;

  const IndicatorCounter& counter_;
  const std::optional<Facet> by_;
  std::map<std::string, IndicatorGroup> groups_;
  std::unordered_map<std::string, Waiting> waiting_;  // By chart key.
};

}  // namespace emrlint

#endif  // EMRLINT_INDICATOR_TOTALS_H_
