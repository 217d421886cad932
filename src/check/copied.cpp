// SPDX-License-Identifier: Apache-2.0
#include "check/copied.h"

#include "tables/tables.h"

namespace emrlint {

const ChartCopies& copies_of(const Chart& chart, Report& report) {
  return report.derived().get<ChartCopies>(
      [&] { return ChartCopies(chart, report.tables().boilerplate()); });
}

}  // namespace emrlint
