// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_CODE_PAIRS_H_
#define EMRLINT_CHECKS_CODING_CODE_PAIRS_H_

#include <string_view>
#include <vector>

#include "terminology/icd.h"

namespace emrlint::checks {

// Diagnoses of ICD-10 that do not stand beside each other: one of `codes` and one of `others`.
struct CodePair {
  std::vector<CodeRange> codes, others;
  std::string_view instead;  // The code that says both; blank where they exclude each other.
  std::string_view basis;    // Where that is written: "ICD-10 K81".
};

// What stands in checks/coding/exclusions.csv, and in combinations.csv; read on the first call.
const std::vector<CodePair>& excluding_pairs();
const std::vector<CodePair>& combining_pairs();

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_CODE_PAIRS_H_
