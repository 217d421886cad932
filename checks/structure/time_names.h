// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_STRUCTURE_TIME_NAMES_H_
#define EMRLINT_CHECKS_STRUCTURE_TIME_NAMES_H_

#include <string_view>

#include "base/lang.h"

namespace emrlint::checks {

// What a doctor calls a time: 住院（就诊）+ 开始时间, the start + of the stay or visit.
struct TimeName {
  Bilingual of_what;
  Bilingual which;  // The time, or the start or end of an interval.
};

// The name of a time that a reader calls `what` (RawTime::what), such as "author/time" or
// "effectiveTime/low". One that is not listed is the time given at this place.
TimeName time_name(std::string_view what);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_STRUCTURE_TIME_NAMES_H_
