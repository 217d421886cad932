// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_DIAGNOSIS_ITEMS_H_
#define EMRLINT_CHECKS_CONSISTENCY_DIAGNOSIS_ITEMS_H_

#include <string>
#include <vector>

#include "base/span.h"

// Lists of diagnoses by the Chinese characters of their names.
namespace emrlint::checks {

struct DiagnosisItem {
  Part place;
  std::u32string han;  // Its Chinese characters, in order.
};

// The items of a list as written: 1.… 2.…, or one a line or between semicolons.
std::vector<DiagnosisItem> items_of(const Text& list);
// The same cut at every mark and blank, so that no part holds two diagnoses.
std::vector<DiagnosisItem> parts_of(const Text& list);
DiagnosisItem item_of(const Text& name);

// They have no character in common.
bool apart(const DiagnosisItem& a, const DiagnosisItem& b);
// They have two characters in a row in common.
bool alike(const DiagnosisItem& a, const DiagnosisItem& b);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_DIAGNOSIS_ITEMS_H_
