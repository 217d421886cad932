// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/prophylaxis.h"

#include <algorithm>

#include "check/words.h"
#include "checks/consistency/operation_statements.h"
#include "checks/medication/kind_of_order.h"

namespace emrlint::checks {
namespace {

using std::chrono::hours;

bool infected(const Chart& chart) {
  return std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(), [](const Diagnosis& one) {
    return holds_any(one.name.value,
                     {"感染|脓|坏疽|穿孔|腹膜炎|肺炎|急性胆囊炎|急性阑尾炎|急性胆管炎|"
                      "败血症|脓毒|蜂窝织炎|坏死性|骨髓炎|化脓"});
  });
}

}  // namespace

const std::optional<Located<Time>>& given_at(const Order& order) {
  return order.executed ? order.executed : order.start;
}

std::vector<const Order*> prophylactic_orders(const Chart& chart, const Surgery& surgery) {
  if (!surgery.start || incision_class(surgery.incision.value) > 2 || infected(chart)) return {};
  const Instant start = surgery.start.value().earliest;
  std::vector<const Order*> found;
  for (const Order& order : chart.orders) {
    if (order.cancelled || !gives_antibacterial(order)) continue;
    const std::optional<Located<Time>>& at = given_at(order);
    if (!at) continue;
    if (at->value.latest() < start - hours(24)) return {};  // Treatment.
    if (at->value.earliest < start + hours(24)) found.push_back(&order);
  }
  return found;
}

}  // namespace emrlint::checks
