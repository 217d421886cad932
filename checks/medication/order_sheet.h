// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MEDICATION_ORDER_SHEET_H_
#define EMRLINT_CHECKS_MEDICATION_ORDER_SHEET_H_

#include <cstdint>
#include <vector>

#include "check/report.h"

// The orders of a stay, as the article on orders (BL 28) means them.
namespace emrlint::checks {

// Those of a stay in China that were not cancelled and say something, as indexes into
// Chart::orders. Mere text, of which neither kind, time nor physician is told, is no order.
std::vector<std::uint32_t> sheet_orders(const Chart& chart);

inline Subject of_order(std::uint32_t index) { return {SubjectKind::kOrder, index}; }

// Whether one of the words stands in its kind, content, route or frequency.
bool order_says(const Order& order, WordList words);

// Drugs to take home, which nobody gives in the stay.
bool take_home(const Order& order);

// The moment from which nothing is ordered any more, death or discharge; null when not known.
const TimeFact* end_of_orders(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MEDICATION_ORDER_SHEET_H_
