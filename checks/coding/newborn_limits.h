// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_NEWBORN_LIMITS_H_
#define EMRLINT_CHECKS_CODING_NEWBORN_LIMITS_H_

#include <string_view>

#include "base/lang.h"
#include "terminology/icd.h"

namespace emrlint::checks {

// What a category says of the birth weight in grams or of the completed weeks; both ends count.
struct NewbornLimit {
  CodeRange codes;
  int from, to;
  Bilingual name;
};

// Those of a code of ICD-10, null for one that says nothing of it.
const NewbornLimit* weight_limit(std::string_view code);
const NewbornLimit* weeks_limit(std::string_view code);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_NEWBORN_LIMITS_H_
