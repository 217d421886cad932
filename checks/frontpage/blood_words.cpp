// SPDX-License-Identifier: Apache-2.0
#include "checks/frontpage/blood_words.h"

#include <algorithm>

#include "check/words.h"

namespace emrlint::checks {
namespace {

struct Form {
  std::string_view words;  // Whole values, '|' between them.
  BloodGroup group;
};

constexpr Form kAbo[] = {
    {"1|A|A型|Ａ|Ａ型|a|A型血", BloodGroup::kA},
    {"2|B|B型|Ｂ|Ｂ型|b|B型血", BloodGroup::kB},
    {"3|O|O型|Ｏ|Ｏ型|o|O型血|0型", BloodGroup::kO},
    {"4|AB|AB型|ＡＢ|ＡＢ型|ab|AB型血", BloodGroup::kAB},
    {"5|6|不详|未查|未检测", BloodGroup::kUntested},
};
constexpr Form kRh[] = {
    {"1|阴|阴性|-|阴性(-)|阴性（-）|Rh阴性|RhD阴性|neg|negative", BloodGroup::kNegative},
    {"2|阳|阳性|+|阳性(+)|阳性（+）|Rh阳性|RhD阳性|pos|positive", BloodGroup::kPositive},
    {"3|4|不详|未查|未检测", BloodGroup::kUntested},
};
constexpr WordList kAboNames{
    "ABO血型|血型|ABO|ABO血型鉴定|ABO正反定型|血型(ABO)|ABO血型代码|患者血型|受血者血型"};
constexpr WordList kRhNames{
    "Rh|RH|Rh血型|RhD|Rh(D)|Rh(D)血型|RhD血型|RH血型|Rh(D)抗原|Rh血型代码|患者Rh血型"};

}  // namespace

BloodGroup blood_group_in(BloodSystem system, std::string_view value) {
  const std::span<const Form> forms =
      system == BloodSystem::kAbo ? std::span<const Form>(kAbo) : std::span<const Form>(kRh);
  const auto found = std::find_if(forms.begin(), forms.end(),
                                  [&](const Form& form) { return lists({form.words}, value); });
  return found == forms.end() ? BloodGroup::kUnreadable : found->group;
}

Bilingual name(BloodGroup group) {
  switch (group) {
    case BloodGroup::kA:
      return {"A型", "A"};
    case BloodGroup::kB:
      return {"B型", "B"};
    case BloodGroup::kO:
      return {"O型", "O"};
    case BloodGroup::kAB:
      return {"AB型", "AB"};
    case BloodGroup::kNegative:
      return {"阴性", "negative"};
    case BloodGroup::kPositive:
      return {"阳性", "positive"};
    default:
      return {};
  }
}

bool is_blood_group(BloodGroup group) {
  return group != BloodGroup::kUnreadable && group != BloodGroup::kUntested;
}

bool names_blood_group(BloodSystem system, std::string_view name) {
  return lists(system == BloodSystem::kAbo ? kAboNames : kRhNames, name);
}

bool is_blood_code(std::string_view value) {
  return value.size() == 1 && value[0] >= '0' && value[0] <= '9';
}

}  // namespace emrlint::checks
