// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_AGE_WORDS_H_
#define EMRLINT_TEXT_AGE_WORDS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/narrative.h"

// Ages that a narrative states.
namespace emrlint {

enum class SaidSex : std::uint8_t { kNone, kMale, kFemale };

// Bytes [from, to) of the text: "45岁".
struct AgeMention {
  std::size_t from = 0;
  std::size_t to = 0;
  int years = 0;
  bool of_patient_now = false;  // 患者，男，45岁; false for 30岁时, 70岁去世, 40岁以上, his father.
  SaidSex sex = SaidSex::kNone;          // Stated together with it, where of_patient_now.
  std::size_t sex_from = 0, sex_to = 0;  // Where: "男", "女性".
};

// The first age in years at or behind byte `at`. What it says of the present is certain: an age in
// another sentence pattern than those of 患者，男，45岁 / 45岁男性患者 / 年龄45岁 / The patient is a
// 45-year-old man is not taken for it.
std::optional<AgeMention> next_age(const Narrative& narrative, std::size_t at);

// Whether there may be one; cheap.
bool tells_ages(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_AGE_WORDS_H_
