// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_DEADLINE_H_
#define EMRLINT_CHECK_DEADLINE_H_

#include <cstdint>
#include <optional>

#include "base/time.h"
#include "check/report.h"

namespace emrlint {

// How "done within `limit` of `from`" stands. Precision decides: a day-only time leaves it
// unclear unless the whole interval lies on one side of the limit (catalogue 0.3-9).
enum class DeadlineState : std::uint8_t {
  kMet,      // done in time
  kMissed,   // done too late, or not done and the time is over
  kUnclear,  // a time is not precise enough
  kOpen,     // not done, and the clock of the run has not passed the limit
};

DeadlineState judge_deadline(const Time& from, Duration limit, const std::optional<Time>& done,
                             const Report& report);

// The last moment in time, for messages and for "due at".
Time deadline_of(const Time& from, Duration limit);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_DEADLINE_H_
