// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/drug_details.h"

#include <string_view>

#include "checks/completeness/take_home_drugs.h"
#include "checks/completeness/word_groups.h"
#include "checks/medication/kind_of_order.h"
#include "checks/medication/order_sheet.h"

namespace emrlint::checks {
namespace {

constexpr WordList kRoutes{
    "口服|皮下|皮内|肌注|肌肉|肌内|静脉|静滴|静推|静注|静点|滴注|注射|入壶|泵|吸入|雾化|舌下|含服|"
    "嚼服|冲服|顿服|送服|鼻饲|纳肛|灌肠|塞|外用|涂|滴眼|滴鼻|滴耳|喷|贴|po|PO|ih|im|iv"};
constexpr WordList kForms{"注射液|注射用|注射剂|口服液|口服溶液|口服混悬|口服乳"};

// "0.5", "1-2": the unit is not in the dose itself.
bool bare_number(std::string_view dose) {
  return dose.find_first_not_of("0123456789.,-~/ ") == dose.npos;
}

}  // namespace

DrugDetails details_in_fields(const Order& order) {
  const std::string_view dose = order.dose.value;
  return {{!dose.empty(), !order.dose_unit.value.empty() || (!dose.empty() && !bare_number(dose)),
           !order.route.value.empty(), !order.frequency.value.empty()}};
}

DrugDetails details_in_content(const Order& order) {
  static const WordGroups kRouteWords({&kRoutes, 1}, kForms);
  const DrugUse use = drug_use(order.content.value);
  return {{use.dose, use.dose, kRouteWords.in(order.content.value) != 0, use.frequency}};
}

DrugDetails details_not_needed(const Order& order) {
  const bool local = given_locally(order) || order_says(order, {"气雾剂|喷雾|胶浆|开塞露"});
  const bool running = order_says(order, {"持续|维持|泵|即刻|立即"});
  return {{local, local, local, order.term.value != "long" || running}};
}

}  // namespace emrlint::checks
