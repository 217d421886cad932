// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"

namespace emrlint {

Time deadline_of(const Time& from, Duration limit) {
  Time at = from;
  at.earliest += limit;
  return at;
}

DeadlineState judge_deadline(const Time& from, Duration limit, const std::optional<Time>& done,
                             const Report& report) {
  if (!done) {
    return report.still_open(deadline_of(from, limit)) ? DeadlineState::kOpen
                                                       : DeadlineState::kMissed;
  }
  switch (within(from, *done, limit)) {
    case Within::kYes: return DeadlineState::kMet;
    case Within::kNo: return DeadlineState::kMissed;
    case Within::kUnknown: break;
  }
  return DeadlineState::kUnclear;
}

}  // namespace emrlint
