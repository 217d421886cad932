// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TERMINOLOGY_SEX_LIMITED_H_
#define EMRLINT_TERMINOLOGY_SEX_LIMITED_H_

#include <span>
#include <string_view>

#include "model/person.h"
#include "terminology/icd.h"

namespace emrlint {

// The only sex for which a diagnosis can stand, by chapter, category and subcategory of ICD-10;
// kUnknown when it is not limited. Subcategories that ICD-10-CM gives another meaning (M80, M81,
// M83) are limited in ICD-10 alone. Breast, sterilisation and chromosome codes are not limited.
Sex sex_of_diagnosis(CodeSystem system, std::string_view code);

// The categories of ICD-10 that are for one sex only, for tests.
std::span<const CodeRange> codes_for(Sex sex);

// Whether a diagnosis (Q56 indeterminate sex, Q96-Q99, E25, E29.1, E34.5, F64) means that organs of
// either sex say nothing against the recorded one.
bool leaves_sex_in_doubt(std::string_view code);

// As sex_of_diagnosis(), for ICD-9-CM-3: chapters 12 (60-64) and 13 to 14 (65-75); 64.5 is not
// limited.
Sex sex_of_procedure(std::string_view code);

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_SEX_LIMITED_H_
