// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_COPIED_H_
#define EMRLINT_CHECK_COPIED_H_

#include "check/report.h"
#include "copies/chart_copies.h"

namespace emrlint {

// The copied passages of the chart, worked out once for all its checks.
const ChartCopies& copies_of(const Chart& chart, Report& report);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_COPIED_H_
