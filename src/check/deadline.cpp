// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"

namespace emrlint {

Time deadline_of(const Time& from, Duration limit) {
  Time at = from;
  at.earliest += limit;
  return at;
}

void Answers::take(const std::optional<Located<Time>>& done, const Time& from, Duration limit) {
  if (!done) {
    doubt = missing::kCompletionTime;
    return;
  }
  switch (within(from, done->value, limit)) {
    case Within::kYes:
      met = true;
      break;
    case Within::kUnknown:
      doubt = missing::kClockTime;
      break;
    case Within::kNo:
      if (!late) late = done;
  }
}

}  // namespace emrlint
