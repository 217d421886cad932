// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_NAMES_H_
#define EMRLINT_CHECKS_CONSISTENCY_NAMES_H_

#include <cstdint>
#include <string_view>

#include "model/chart.h"

// When two ways to write who a patient is mean the same person.
namespace emrlint::checks {

// Blanks, width, points between the parts (买买提·艾力) and case make no difference; of a name in
// words some behind the first may be left out: Testa (Ann) Sampleson (Jr.).
bool same_name(std::string_view a, std::string_view b);

// Numbers of identity cards; the check character may be x or X.
bool same_card(std::string_view a, std::string_view b);

// Hidden in part by stars, so that nothing can be said: 张*, 110101********1234.
bool masked(std::string_view text);

// How a name in a document stands to that of the chart's patient. A newborn goes by its mother's
// (张三之女) until it has its own, in her chart as in its own.
enum class NameIs : std::uint8_t {
  kToCompare,
  kOfRelative,  // The document is the newborn's in the chart of the mother, or hers in its chart.
  kChanging,    // The newborn is named in one place and not yet in the other.
};
NameIs name_in(const Chart& chart, std::string_view name);
// The mother's name in that of a newborn, 张三之女; empty for any other name.
std::string_view mother_in(std::string_view name);

// Whether the header of a document speaks of somebody else than the chart's patient, and does not
// just have a wrong number.
bool header_of_other(const Chart& chart, const HeaderClaims& claims);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_NAMES_H_
