// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_ANALYTE_NAMES_H_
#define EMRLINT_CHECKS_CONSISTENCY_ANALYTE_NAMES_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/lang.h"

// What the laboratory measures, by the names in use (analytes.def).
namespace emrlint::checks {

enum class Analyte : std::uint8_t {};
inline constexpr Analyte kNoAnalyte{255};

std::string_view id(Analyte analyte);  // "wbc"
Bilingual name(Analyte analyte);

// By the whole name of an item in a report.
Analyte analyte_of(std::string_view name);

struct AnalyteName {
  Analyte analyte = kNoAnalyte;
  std::size_t length = 0;  // Bytes of the name; 0 for none.
};

// The longest name that ends right before byte `at` of the text.
AnalyteName name_before(std::string_view text, std::size_t at);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_ANALYTE_NAMES_H_
