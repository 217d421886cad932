// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MEDICATION_ALLERGEN_WORDS_H_
#define EMRLINT_CHECKS_MEDICATION_ALLERGEN_WORDS_H_

#include <string_view>

// The words by which histories name what somebody is allergic to.
namespace emrlint::checks {

// The name in one item of a list: 头孢曲松 of 曾静滴头孢曲松后, 青霉素 of 有青霉素类药物.
std::string_view allergen_in(std::string_view item);

// Without 类, 药物 and the like behind it.
std::string_view bare_drug_word(std::string_view word);

// Whether such a name may be that of a drug or of a class: no food, no pollen, no word for all
// drugs against something (止痛), no denial, no doubt.
bool may_name_drug(std::string_view word);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MEDICATION_ALLERGEN_WORDS_H_
