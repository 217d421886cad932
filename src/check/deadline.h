// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_DEADLINE_H_
#define EMRLINT_CHECK_DEADLINE_H_

#include <optional>

#include "base/time.h"
#include "check/report.h"

namespace emrlint {

// The last moment in time, for messages and for "due at".
Time deadline_of(const Time& from, Duration limit);

// How those that may answer a duty stand to its limit, taken one after the other. Precision
// decides: a day-only time is a doubt unless the whole day lies on one side of the limit.
struct Answers {
  bool met = false;
  std::optional<Located<Time>> late;  // The first that is certainly too late.
  std::optional<Missing> doubt;       // Why one of them may be in time all the same.

  void take(const std::optional<Located<Time>>& done, const Time& from, Duration limit);
};

}  // namespace emrlint

#endif  // EMRLINT_CHECK_DEADLINE_H_
