// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_SESSIONS_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_SESSIONS_H_

#include <cstddef>

#include "model/chart.h"

// Visits to the operating room in one stay.
namespace emrlint::checks {

// The last surgery of the stay that was surely over when surgery `index` began, null for none. The
// procedures of one session have no earlier one among them.
const Surgery* session_before(const Chart& chart, std::size_t index);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_SESSIONS_H_
