// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_COMPLETENESS_TUMOUR_WORDS_H_
#define EMRLINT_CHECKS_COMPLETENESS_TUMOUR_WORDS_H_

#include <string_view>

// What a text says of a malignant tumour.
namespace emrlint::checks {

// The stage, by TNM or another classification.
bool states_stage(std::string_view text);
// That there is one: "胃癌", not "胃癌待排" or "胃癌？".
bool says_malignant(std::string_view text);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_COMPLETENESS_TUMOUR_WORDS_H_
