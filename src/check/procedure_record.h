// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_PROCEDURE_RECORD_H_
#define EMRLINT_CHECK_PROCEDURE_RECORD_H_

#include <cstddef>
#include <vector>

#include "model/chart.h"

namespace emrlint {

// Whether the procedure is a surgery of the chart as well: it then has an operation record.
bool in_operating_room(const Chart& chart, const Procedure& procedure);

// Records that name procedure `index`, by reference or in words; of a kind that exists for this
// alone also the only one of the chart.
std::vector<const Document*> records_of_procedure(const Chart& chart, std::size_t index);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_PROCEDURE_RECORD_H_
