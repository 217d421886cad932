// SPDX-License-Identifier: Apache-2.0
#include "checks/transfusion/transfusions.h"

#include <algorithm>

#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr WordList kProducts{"输血|红细胞|血小板|血浆|冷沉淀|全血|粒细胞悬液|输注|自体血"};
// Tests, preparations and drugs made of plasma.
constexpr WordList kNoTransfusion{
    "备血|交叉配血|血型|输血前|输血八项|输血全套|计数|检测|检验|测定|常规|血浆D|血浆蛋白|"
    "人血白蛋白|凝血酶原复合物|"
    "输血科会诊|感染"};

}  // namespace

Bilingual name_of(const Transfusion& transfusion) {
  const std::string_view product = transfusion.product.value;
  if (product.empty()) return {"输血", "the transfusion"};
  return {product, product};
}

std::optional<std::chrono::sys_days> day_of(const Transfusion& transfusion) {
  const auto& start = transfusion.start;
  if (!start || start->value.precision < Precision::kDay) return std::nullopt;
  return start->value.local_day();
}

bool in_surgery(const Chart& chart, const Transfusion& transfusion) {
  if (!transfusion.start) return false;
  const Time& start = transfusion.start->value;
  return std::any_of(chart.surgeries.begin(), chart.surgeries.end(), [&](const Surgery& surgery) {
    return !surgery.cancelled && surgery.start && surgery.end &&
           !certainly_before(start, surgery.start.value()) &&
           !certainly_after(start, surgery.end.value());
  });
}

bool gives_blood(const Order& order) {
  if (order.cancelled) return false;
  if (order.kind.value == "transfusion") return true;
  return holds_any(order.content.value, kProducts) &&
         !holds_any(order.content.value, kNoTransfusion);
}

std::optional<Missing> unread(const Chart& chart) {
  if (!chart.complete || chart.cut_off) return missing::kRestOfChart;
  return std::nullopt;
}

}  // namespace emrlint::checks
