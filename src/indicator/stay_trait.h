// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_INDICATOR_STAY_TRAIT_H_
#define EMRLINT_INDICATOR_STAY_TRAIT_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "model/chart.h"

// The closed vocabulary of what a stay is, by which an indicator names the charts that it is about.
namespace emrlint {

enum class StayTrait : std::uint8_t {
  kInpatient,      // In hospital, day cases too.
  kEnded,          // Discharged or dead by the clock of the run.
  kSurgery,        // Operated on: an order alone is no surgery, a cancelled one neither.
  kLevel3Surgery,  // The highest level of its surgeries is 3,
  kLevel4Surgery,  // or 4.
};
inline constexpr int kStayTraits = 5;

enum class Holds : std::uint8_t { kNo, kYes, kUnknown };

// kUnknown where the chart does not tell, or is not whole and what is here does not settle it.
Holds holds(StayTrait trait, const Chart& chart, const Clock& clock);

std::string_view id(StayTrait trait);  // "inpatient"
std::optional<StayTrait> stay_trait_from_id(std::string_view id);
std::vector<std::string_view> stay_trait_ids();

// Whether all of the chart is here, so that what is not in it did not happen.
inline bool whole(const Chart& chart) { return chart.complete && !chart.cut_off; }

}  // namespace emrlint

#endif  // EMRLINT_INDICATOR_STAY_TRAIT_H_
