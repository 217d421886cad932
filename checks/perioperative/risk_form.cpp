// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/risk_form.h"

#include "check/words.h"
#include "checks/perioperative/grades.h"

namespace emrlint::checks {
namespace {

std::optional<Located<int>> grade_of(const ResultItem& item, int least, int most) {
  const Grade grade = grade_in(item.value.value);
  if (!grade.value || *grade.value < least || *grade.value > most) return std::nullopt;
  return Located<int>{*grade.value, item.value.span};
}

// "≤3小时", "超过3小时"; empty for another limit (the T time of the surgery) or an unclear value.
std::optional<bool> over_three_hours(std::string_view value) {
  if (!holds_any(value, {"3|三|３"})) return std::nullopt;
  if (holds_any(value, {"≤|<|＜|未超|不超|以内|少于|小于|不足"})) return false;
  if (holds_any(value, {">|＞|超过|大于|以上"})) return true;
  return std::nullopt;
}

}  // namespace

std::optional<int> RiskForm::sum() const {
  if (!wound || !asa || !long_surgery) return std::nullopt;
  return (wound->value >= 3 ? 1 : 0) + (asa->value >= 3 ? 1 : 0) + (*long_surgery ? 1 : 0);
}

RiskForm risk_form(const Checklist& form) {
  RiskForm read;
  for (const ResultItem& item : form.items) {
    const std::string_view name = item.name.value;
    if (holds_any(name, {"NNIS|手术风险分级|风险等级|风险指数"})) {
      read.index = grade_of(item, 0, 3);
    } else if (holds_any(name, {"ASA|麻醉分级"})) {
      read.asa = grade_of(item, 1, 6);
    } else if (holds_any(name, {"切口|清洁程度"})) {
      read.wound = grade_of(item, 1, 4);
    } else if (holds_any(name, {"持续时间|手术时间|手术时长"})) {
      read.long_surgery = over_three_hours(item.value.value);
    }
  }
  return read;
}

}  // namespace emrlint::checks
