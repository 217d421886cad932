// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/sessions.h"

#include "model/ordered.h"

namespace emrlint::checks {
namespace {

// Of a surgery without an end, that it began on an earlier day.
bool over_before(const Surgery& other, const Surgery& own) {
  if (other.cancelled || !other.start || !own.start) return false;
  const Time& start = own.start.value();
  const TimeFact& end = other.left_room ? other.left_room : other.end;
  if (end) {
    return certainly_before(end.value(), start) && certainly_before(other.start.value(), start);
  }
  return other.start.value().latest() < start.earliest &&
         other.start.value().local_day() < start.local_day();
}

}  // namespace

const Surgery* session_before(const Chart& chart, std::size_t index) {
  const Surgery* last = nullptr;
  for (const Surgery& other : told_surgeries(chart)) {
    if (!over_before(other, chart.surgeries[index])) continue;
    if (last == nullptr || !certainly_before(other.start.value(), last->start.value())) {
      last = &other;
    }
  }
  return last;
}

}  // namespace emrlint::checks
