// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_INDICATOR_TABLE_H_
#define EMRLINT_OUTPUT_INDICATOR_TABLE_H_

#include <optional>
#include <string>
#include <vector>

#include "indicator/totals.h"
#include "output/indicator_charts.h"
#include "output/table.h"

namespace emrlint {

// A rate in units of the indicator (per cent, per mille); none without a denominator.
std::optional<double> rate_of(const Indicator& indicator, const IndicatorCount& count);
// "87.5%", "1.80‰"; "≤87.5%" where the true rate is no better; "–" for none.
std::string rate_text(const Indicator& indicator, const IndicatorCount& count);
// The rates that there would be if all that is undecided were against the numerator, or for it;
// none where nothing is undecided.
struct RateRange {
  double lowest = 0, highest = 0;
};
std::optional<RateRange> range_of(const Indicator& indicator, const IndicatorCount& count);
std::string range_text(const Indicator& indicator, const IndicatorCount& count);  // "68.8–93.8%"
// "≥90%"; empty for none.
std::string target_text(const Indicator& indicator);

// Whether the target is met; none without a target or a rate, where what is undecided would tell,
// or where the true rate may be worse.
std::optional<bool> target_met(const Indicator& indicator, const IndicatorCount& count);

// All indicators of a book with their numbers, or those that something was counted of by group.
Table indicator_table(const IndicatorBook& book, const std::vector<IndicatorGroup>& groups,
                      std::optional<Facet> by, Lang lang);

// The charts behind a number: the first row of each has its counts, each row a place.
Table chart_table(const IndicatorCounter& counter, const std::vector<IndicatorChart>& charts);

// What a chart is to an indicator: "numerator", "denominator" (and not in the numerator), "partly"
// in it, "undecided", "not-evaluated".
Word part_of(const IndicatorCount& count);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_INDICATOR_TABLE_H_
