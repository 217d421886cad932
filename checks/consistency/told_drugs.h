// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_TOLD_DRUGS_H_
#define EMRLINT_CHECKS_CONSISTENCY_TOLD_DRUGS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "check/option.h"

namespace emrlint::checks {

// The number of a row of drug_names.def.
enum class Drug : std::uint8_t {};
inline constexpr std::size_t kMostDrugs = 128;

std::string_view id(Drug drug);
Bilingual name(Drug drug);

// Bytes [from, to) of the text.
struct DrugMention {
  Drug drug{};
  std::size_t from = 0;
  std::size_t to = 0;
};

// Every drug that the text names.
std::vector<DrugMention> drugs_in(std::string_view text);

// Those that it tells to have been given to the patient in this stay: behind 予, 静滴, 继续 and the
// like or before 抗感染, 治疗. Not in a sentence with one of the `other` words (建议, 停用, 过敏,
// 外院).
std::vector<DrugMention> given_drugs(std::string_view text, WordList other);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_TOLD_DRUGS_H_
