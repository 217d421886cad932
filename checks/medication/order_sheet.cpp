// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/order_sheet.h"

#include "check/words.h"

namespace emrlint::checks {
namespace {

// A section of text that stands where orders do (见医嘱单) is none.
bool entry(const Order& order) {
  return !order.kind.value.empty() || !order.term.value.empty() || order.by.known() ||
         order.start || order.executed;
}

}  // namespace

std::vector<std::uint32_t> sheet_orders(const Chart& chart) {
  std::vector<std::uint32_t> found;
  if (!chart.inpatient() || chart.realm == Realm::kOther) return found;
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    const Order& order = chart.orders[i];
    if (!order.cancelled && !order.content.value.empty() && entry(order)) {
      found.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return found;
}

bool order_says(const Order& order, WordList words) {
  return holds_any(order.kind.value, words) || holds_any(order.content.value, words) ||
         holds_any(order.route.value, words) || holds_any(order.frequency.value, words);
}

bool take_home(const Order& order) { return order_says(order, {"带药|discharge"}); }

const TimeFact* end_of_orders(const Chart& chart) {
  const Encounter& stay = chart.encounter;
  if (chart.dead() && stay.died.known()) return &stay.died;
  return stay.discharged.known() ? &stay.discharged : nullptr;
}

}  // namespace emrlint::checks
