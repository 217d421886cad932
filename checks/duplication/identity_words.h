// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_IDENTITY_WORDS_H_
#define EMRLINT_CHECKS_DUPLICATION_IDENTITY_WORDS_H_

#include <string_view>
#include <vector>

#include "checks/consistency/pieces.h"

// Where a text says who the patient is.
namespace emrlint::checks {

// Whether a name begins with a surname that nine of ten people have.
bool surname(std::string_view name);

// 患者姓名：李四 and 患者李四，男，: the names. Those with a rare surname are left out: what stands
// behind 患者 may be no name.
std::vector<Part> names_in(const Piece& piece);

// 住院号：12345678: the numbers, but for those of an earlier stay.
std::vector<Part> stay_numbers_in(const Piece& piece);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_IDENTITY_WORDS_H_
