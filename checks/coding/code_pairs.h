// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_CODE_PAIRS_H_
#define EMRLINT_CHECKS_CODING_CODE_PAIRS_H_

#include <optional>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "check/missing.h"
#include "check/option.h"
#include "terminology/icd.h"

namespace emrlint::checks {

// Diagnoses of ICD-10 that do not stand beside each other: one of `codes` and one of `others`.
struct CodePair {
  std::vector<CodeRange> codes, others;
  std::string_view instead;  // The code that says both; blank where they exclude each other.
  std::string_view basis;    // Where that is written: "ICD-10 K81"; blank: by an option.
};

// What stands in checks/coding/exclusions.csv, and in combinations.csv; read on the first call.
const std::vector<CodePair>& excluding_pairs();
const std::vector<CodePair>& combining_pairs();

// The pairs of an option, each word "E10/E11,E13-E14" or "N20.0/N20.1=N20.2"; empty where a word
// has another form, or one side is no code of ICD-10. Views into the option.
std::optional<std::vector<CodePair>> pairs_of(WordList option);
inline constexpr Missing kPairsForm{"pairs-form", "写法正确的选项pairs",
                                    "the option pairs in its right form"};

// For messages: where the pair is written, else that the hospital says so.
Bilingual basis_of(const CodePair& pair);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_CODE_PAIRS_H_
