// SPDX-License-Identifier: Apache-2.0
#include "check/survival.h"

namespace emrlint {

std::optional<bool> left_theatre_alive(const Chart& chart, const Surgery& surgery) {
  if (!chart.dead()) return true;
  const TimeFact& died = chart.encounter.died;
  const TimeFact& end = surgery.left_room ? surgery.left_room : surgery.end;
  if (!died || !end) return std::nullopt;
  if (within(end.value(), died.value(), Duration(0)) == Within::kYes) return false;
  return certainly_after(died.value(), end.value()) ? std::optional(true) : std::nullopt;
}

}  // namespace emrlint
