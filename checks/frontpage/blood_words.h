// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_FRONTPAGE_BLOOD_WORDS_H_
#define EMRLINT_CHECKS_FRONTPAGE_BLOOD_WORDS_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "base/lang.h"

// How ABO and Rh groups are written.
namespace emrlint::checks {

// What a value says; kUntested also stands for 不详.
enum class BloodGroup : std::uint8_t {
  kUnreadable,
  kA,
  kB,
  kO,
  kAB,
  kNegative,
  kPositive,
  kUntested,
};

enum class BloodSystem : std::uint8_t { kAbo, kRh };

BloodGroup blood_group_in(BloodSystem system, std::string_view value);
// A, B, O, AB, 阴性, 阳性; empty for the others.
Bilingual name(BloodGroup group);
// Whether it says one of the groups.
bool is_blood_group(BloodGroup group);
// Whether a test, an item of a form or a data element of that name holds the group.
bool names_blood_group(BloodSystem system, std::string_view name);
// A code of the front page, which a result is not.
bool is_blood_code(std::string_view value);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_FRONTPAGE_BLOOD_WORDS_H_
