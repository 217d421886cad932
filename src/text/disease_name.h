// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_DISEASE_NAME_H_
#define EMRLINT_TEXT_DISEASE_NAME_H_

#include <string>
#include <string_view>
#include <vector>

// The name of a disease, apart from what else a diagnosis says of it.
namespace emrlint {

// What is left of a written diagnosis without what only grades it: 高血压病3级（极高危） is
// 高血压病, 慢性肾脏病（CKD）5期 is 慢性肾脏病, 2.左侧腹股沟疝 is 腹股沟疝. Numbers of items and
// sides at the front, brackets, grades, stages, groups of risk and phases at the end. Never empty
// unless the text is. A part of the text.
std::string_view core_name(std::string_view written);

// The text without the number of an item at its front, "2." or "3、", and without marks at its ends;
// the 2 of 2型糖尿病 stays. A part of the text.
std::string_view without_item_number(std::string_view text);

// Whether the text does nothing but grade a disease: 3级, 极高危, 急性加重期.
bool only_grades(std::string_view text);

// The parts that are each a diagnosis of their own: between marks and blanks, outside brackets.
// 冠心病 不稳定型心绞痛 心功能Ⅲ级 has three of them. In order, none of them empty.
std::vector<std::string_view> diagnosis_parts(std::string_view written);

// The ways in which a text may write the title of a code: as it stands, without 未特指 and the like
// at the end, without its brackets, and by the other name that stands in brackets at its end.
std::vector<std::string> name_forms(std::string_view title);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_DISEASE_NAME_H_
