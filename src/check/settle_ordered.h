// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_SETTLE_ORDERED_H_
#define EMRLINT_CHECK_SETTLE_ORDERED_H_

#include "check/report.h"

namespace emrlint {

namespace missing {
inline constexpr Missing kOperation{
    "operation", "手术记录或麻醉记录（仅见手术医嘱，未知手术是否实施）",
    "an operation or anaesthesia record (only an order tells of the surgery; whether it took place "
    "is not known)"};
}  // namespace missing

// What a check said of a chart with surgeries that only an order tells of (model/ordered.h). Of
// these only stays what they owe, or have, before their planned time comes; all else is undecided,
// since nothing tells that they took place.
void settle_ordered(const Chart& chart, Report& report);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_SETTLE_ORDERED_H_
