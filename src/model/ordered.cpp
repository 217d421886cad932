// SPDX-License-Identifier: Apache-2.0
#include "model/ordered.h"

#include <algorithm>

namespace emrlint {

bool ordered_only(const Surgery& surgery) {
  if (!surgery.start.known() || surgery.end.known()) return false;
  const auto& claims = surgery.start.claims();
  return std::all_of(claims.begin(), claims.end(),
                     [](const TimeClaim& claim) { return claim.origin == Origin::kOrders; });
}

std::span<const Surgery> told_surgeries(const Chart& chart) {
  const auto& all = chart.surgeries;
  return {all.begin(), std::find_if(all.begin(), all.end(), &ordered_only)};
}

bool only_surgery(const Chart& chart, std::size_t index) {
  return index == 0 && (chart.surgeries.size() == 1 || told_surgeries(chart).size() == 1);
}

}  // namespace emrlint
