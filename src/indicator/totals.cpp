// SPDX-License-Identifier: Apache-2.0
#include "indicator/totals.h"

#include <algorithm>

namespace emrlint {

IndicatorTotals::IndicatorTotals(const IndicatorCounter& counter, std::optional<Facet> by)
    : counter_(counter), by_(by) {}

void IndicatorTotals::add(const ChartReport& report) {
  if (report.chart == nullptr) return add_later(report);
  const std::string name = by_ ? facets_of(*report.chart).*member(*by_) : std::string();
  IndicatorGroup& group = groups_[name];
  if (group.counts.empty()) {
    group.name = name;
    for (std::uint32_t i = 0; i < counter_.book().indicators.size(); ++i) {
      group.counts.push_back({i});
    }
  }
  ++group.charts;
  Waiting waiting{&group, {}};
  for (const IndicatorState& state : counter_.states(report)) {
    if (counter_.across(state.indicator)) {
      waiting.states.push_back(state);
    } else {
      count(group, state);
    }
  }
  if (waiting.states.empty()) return;
  const auto [known, fresh] = waiting_.try_emplace(report.key, waiting);
  if (fresh) return;
  // Two charts of one key: what is said of it later counts for the first.
  for (const IndicatorState& state : waiting.states) count(group, state);
}

void IndicatorTotals::add_later(const ChartReport& report) {
  const auto known = waiting_.find(report.key);
  if (known == waiting_.end()) return;
  for (const IndicatorState& later : counter_.states(report)) {
    for (IndicatorState& state : known->second.states) {
      if (state.indicator == later.indicator) state.add(later);
    }
  }
}

void IndicatorTotals::count(IndicatorGroup& group, const IndicatorState& state) const {
  const IndicatorCount one = counter_.count(state);
  IndicatorCount& sum = group.counts[state.indicator];
  sum.numerator += one.numerator;
  sum.denominator += one.denominator;
  sum.undecided += one.undecided;
  sum.unevaluated += one.unevaluated;
}

std::vector<IndicatorGroup> IndicatorTotals::take() {
  for (const auto& [key, waiting] : waiting_) {
    for (const IndicatorState& state : waiting.states) count(*waiting.group, state);
  }
  waiting_.clear();
  std::vector<IndicatorGroup> groups;
  for (auto& [name, group] : groups_) groups.push_back(std::move(group));
  groups_.clear();
  return groups;
}

}  // namespace emrlint
