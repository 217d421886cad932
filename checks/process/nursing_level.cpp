// SPDX-License-Identifier: Apache-2.0
#include "checks/process/nursing_level.h"

#include "check/words.h"

namespace emrlint::checks {
namespace {

struct Form {
  WordList words;
  NursingLevel level;
};

// The longer words first: II级 holds I级.
constexpr Form kForms[] = {
    {{"特级护理|特护|ICU护理|重症监护护理"}, NursingLevel::kSpecial},
    {{"三级护理|Ⅲ级护理|III级护理|3级护理|三级整体护理"}, NursingLevel::kThird},
    {{"二级护理|Ⅱ级护理|II级护理|2级护理|二级整体护理"}, NursingLevel::kSecond},
    {{"一级护理|Ⅰ级护理|I级护理|1级护理|一级整体护理"}, NursingLevel::kFirst},
};

}  // namespace

NursingLevel nursing_level(const Order& order) {
  if (order.cancelled) return NursingLevel::kNone;
  for (const Form& form : kForms) {
    if (holds_any(order.content.value, form.words)) return form.level;
  }
  return NursingLevel::kNone;
}

Bilingual name(NursingLevel level) {
  switch (level) {
    case NursingLevel::kSpecial:
      return {"特级护理", "special nursing"};
    case NursingLevel::kFirst:
      return {"一级护理", "first-level nursing"};
    case NursingLevel::kSecond:
      return {"二级护理", "second-level nursing"};
    case NursingLevel::kThird:
      return {"三级护理", "third-level nursing"};
    case NursingLevel::kNone:
      break;
  }
  return {};
}

}  // namespace emrlint::checks
