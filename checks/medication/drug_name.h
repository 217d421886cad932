// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MEDICATION_DRUG_NAME_H_
#define EMRLINT_CHECKS_MEDICATION_DRUG_NAME_H_

#include <cstddef>
#include <string_view>

namespace emrlint::checks {

// Whether what stands at bytes [from, to) of an order is the name of the drug, not a part of
// another one: 红霉素 in 罗红霉素, 头孢哌酮 in 头孢哌酮舒巴坦. Salts and forms may stand beside it.
bool whole_drug_name(std::string_view text, std::size_t from, std::size_t to);

// The first half of it: no other name goes on where byte `from` begins.
bool drug_name_begins(std::string_view text, std::size_t from);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MEDICATION_DRUG_NAME_H_
