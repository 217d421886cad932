// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_PROPHYLAXIS_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_PROPHYLAXIS_H_

#include <vector>

#include "check/report.h"
#include "model/chart.h"

// Antibacterials around an incision.
namespace emrlint::checks {

// When a dose was given: carried out, else ordered.
const std::optional<Located<Time>>& given_at(const Order& order);

// The orders of antibacterials from the day before surgery to a day after it, in order of the
// chart. Empty too where the patient is treated for an infection: an antibacterial runs since
// earlier, the incision is contaminated or infected, a diagnosis is an infection.
std::vector<const Order*> prophylactic_orders(const Chart& chart, const Surgery& surgery);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_PROPHYLAXIS_H_
