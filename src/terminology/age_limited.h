// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TERMINOLOGY_AGE_LIMITED_H_
#define EMRLINT_TERMINOLOGY_AGE_LIMITED_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "terminology/icd.h"

namespace emrlint {

// The ages for which a diagnosis stands, by category and subcategory of ICD-10. How many years each
// means is for whoever asks.
enum class AgeGroup : std::uint8_t {
  kAny,
  kNewborn,
  kPerinatal,  // Began around birth; chapter XVI goes on into childhood.
  kMaternity,  // Pregnancy, birth and childbed.
  kAdult,
};

AgeGroup age_group(std::string_view code);
// The codes of a group, for tests; none for kAny.
std::span<const CodeRange> codes_of(AgeGroup group);

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_AGE_LIMITED_H_
