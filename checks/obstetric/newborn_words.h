// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_OBSTETRIC_NEWBORN_WORDS_H_
#define EMRLINT_CHECKS_OBSTETRIC_NEWBORN_WORDS_H_

#include <optional>
#include <string_view>

#include "checks/obstetric/newborn.h"

namespace emrlint::checks {

// A weight in grams that a newborn can have; empty for other units and quantities.
std::optional<int> in_grams(double value, std::string_view unit);

// Adds the sexes and the weights of newborns that the narrative of a document states.
void add_words(const Document& document, bool sexes, bool weights, SaidNewborns& said);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_OBSTETRIC_NEWBORN_WORDS_H_
