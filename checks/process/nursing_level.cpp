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
    {{"特级|特护|ICU护理|ICU常规护理|重症监护|监护室护理"}, NursingLevel::kSpecial},
    {{"三级|叁级|Ⅲ级|Ⅲ 级|III级|III 级|3级"}, NursingLevel::kThird},
    {{"二级|贰级|Ⅱ级|Ⅱ 级|II级|II 级|2级"}, NursingLevel::kSecond},
    {{"一级|壹级|Ⅰ级|Ⅰ 级|I级|I 级|1级"}, NursingLevel::kFirst},
};
// Grades of something else that is nursed.
constexpr WordList kOtherGrades{
    "压疮|褥疮|压力性|静脉炎|烧伤|烫伤|皮炎|心功能|疼痛|肌力|伤口|创面|口腔|会诊|费"};

}  // namespace

NursingLevel nursing_level(const Order& order) {
  const std::string_view content = order.content.value;
  if (order.cancelled || holds_any(content, kOtherGrades)) return NursingLevel::kNone;
  if (!holds_any(content, {"护理|特护|重症监护"}) && order.kind.value != "nursing-level") {
    return NursingLevel::kNone;
  }
  for (const Form& form : kForms) {
    if (holds_any(content, form.words)) return form.level;
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
