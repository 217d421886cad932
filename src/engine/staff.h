// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_STAFF_H_
#define EMRLINT_ENGINE_STAFF_H_

#include "model/chart.h"
#include "tables/tables.h"

namespace emrlint {

// Adds to the staff of a chart what the hospital's table of staff says of the people in it on the
// day of admission: those that the chart has no entry of, and what its entries leave open. Nothing
// of namesakes. The texts are the table's and have no place in the chart.
void supplement_staff(Chart& chart, const Tables& tables);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_STAFF_H_
