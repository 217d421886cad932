// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_INDICATOR_CHART_FACT_H_
#define EMRLINT_INDICATOR_CHART_FACT_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/chart.h"

// The closed vocabulary of what charts state as data and an indicator counts without a check: no
// words of texts are read for it.
namespace emrlint {

enum class ChartFact : std::uint8_t {
  kDied,                  // The patient died in the stay.
  kUnplannedReturn,       // Some surgery is stated as an unplanned return to theatre.
  kPressureInjury,        // A discharge diagnosis L89 that was not there on admission,
  kPressureInjuryStage2,  // of stage II or more.
  kRescueSurvived,        // Of each rescue: 24 hours afterwards, or when the next one began, the
                          // patient lived.
  kLongOrderStopped,  // Of each long-term order: stopped on the day of its start, before the end
                      // of the stay.
  kDaySurgery,        // Of each elective surgery: in a day case.
};

// How often it holds in a chart, does not, or the chart does not tell. A fact of the chart as a
// whole is one of the three, once.
struct FactCount {
  std::uint32_t yes = 0, no = 0, unknown = 0;
};

FactCount count_fact(ChartFact fact, const Chart& chart);
// The things of the chart for which it holds, to be shown to people.
std::vector<Span> places_of_fact(ChartFact fact, const Chart& chart);

std::string_view id(ChartFact fact);  // "died"
std::optional<ChartFact> chart_fact_from_id(std::string_view id);
std::vector<std::string_view> chart_fact_ids();

}  // namespace emrlint

#endif  // EMRLINT_INDICATOR_CHART_FACT_H_
