// SPDX-License-Identifier: Apache-2.0
#include "output/indicator_charts.h"

#include <algorithm>
#include <utility>

#include "output/place.h"

namespace emrlint {

void IndicatorCharts::add(const Batch& batch, const ChartReport& report) {
  const std::vector<IndicatorState> states = counter_.states(report);
  const auto state = std::find_if(states.begin(), states.end(), [&](const IndicatorState& one) {
    return one.indicator == indicator_;
  });
  if (state == states.end()) return;
  if (report.chart == nullptr) {
    const auto known = by_key_.find(report.key);
    if (known == by_key_.end()) return;
    charts_[known->second].state.add(*state);
    return add_places(batch, report, charts_[known->second]);
  }
  by_key_.try_emplace(report.key, charts_.size());
  IndicatorChart& chart = charts_.emplace_back();
  chart.key = report.key;
  chart.facets = facets_of(*report.chart);
  chart.state = *state;
  add_places(batch, report, chart);
}

void IndicatorCharts::add_places(const Batch& batch, const ChartReport& report,
                                 IndicatorChart& chart) const {
  const Indicator& indicator = counter_.book().indicators[indicator_];
  const auto place = [&](Span span) {
    const Whereabouts where = whereabouts(batch, span);
    return IndicatorPlace{std::string(where.uri), where.place.begin, {}, {}, false};
  };
  if (indicator.fact) {
    for (const Span span : places_of_fact(*indicator.fact, *report.chart)) {
      chart.places.push_back(place(span));
    }
    return;
  }
  Wording wording(options_, report.chart);
  for (const std::uint32_t index : counter_.findings(report, indicator_)) {
    const Finding& finding = report.findings[index];
    IndicatorPlace one = place(finding.outcome.span);
    one.check = catalog_.entries()[finding.check].info.id;
    one.message = wording.message(finding.outcome);
    one.open = finding.outcome.kind != OutcomeKind::kFail;
    chart.places.push_back(std::move(one));
  }
}

std::vector<IndicatorChart> IndicatorCharts::take() {
  std::erase_if(charts_, [&](const IndicatorChart& chart) {
    return counter_.count(chart.state) == IndicatorCount{indicator_};
  });
  return std::move(charts_);
}

}  // namespace emrlint
