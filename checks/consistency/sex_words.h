// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_SEX_WORDS_H_
#define EMRLINT_CHECKS_CONSISTENCY_SEX_WORDS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/chart.h"
#include "text/narrative.h"

// Words for what only one sex has.
namespace emrlint::checks {

// Bytes [from, to) of the text.
struct SexWord {
  std::size_t from = 0;
  std::size_t to = 0;
  Sex only = Sex::kUnknown;
};

// The first at or behind byte `at`: 月经, 子宫, 卵巢 ...; 前列腺, 睾丸, 阴茎 ... Not 前列腺素,
// 前列腺特异抗原.
std::optional<SexWord> next_sex_word(std::string_view text, std::size_t at);

// Whether it is stated as a fact of the patient.
bool on_own_body(const Narrative& narrative, const SexWord& word);

// Sections in which such a word speaks of the patient: history, examination, diagnoses, operation,
// course. Not family and marital history, differential diagnoses, consents and advice.
bool tells_of_own_body(SectionType section);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_SEX_WORDS_H_
