// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TERMINOLOGY_SEX_LIMITED_H_
#define EMRLINT_TERMINOLOGY_SEX_LIMITED_H_

#include <string_view>

#include "model/person.h"
#include "terminology/icd.h"

namespace emrlint {

// The only sex for which a diagnosis can stand, by chapter, category and subcategory of ICD-10;
// kUnknown when it is not limited. Subcategories that ICD-10-CM gives another meaning (M80, M81,
// M83) are limited in ICD-10 alone. Breast, sterilisation and chromosome codes are not limited.
Sex sex_of_diagnosis(CodeSystem system, std::string_view code);

// The same for ICD-9-CM-3: chapters 12 (60-64) and 13 to 14 (65-75); 64.5 is not limited.
Sex sex_of_procedure(std::string_view code);

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_SEX_LIMITED_H_
