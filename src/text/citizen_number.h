// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_CITIZEN_NUMBER_H_
#define EMRLINT_TEXT_CITIZEN_NUMBER_H_

#include <optional>
#include <string_view>

#include "base/time.h"
#include "model/person.h"

// The citizen identity number: 6 digits of a region, 8 of the birth date, 3 of a sequence whose
// last is odd for men, and a check character.
namespace emrlint {

// Whether it has the form of one: 17 digits and a digit, x or X.
bool is_citizen_number(std::string_view number);

// The rest is asked of such numbers only.
char check_character(std::string_view number);
std::optional<Time> birth_in(std::string_view number);  // Empty for an impossible date.
Sex sex_in(std::string_view number);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_CITIZEN_NUMBER_H_
