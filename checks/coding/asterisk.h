// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_ASTERISK_H_
#define EMRLINT_CHECKS_CODING_ASTERISK_H_

#include <span>
#include <string_view>

namespace emrlint::checks {

// A code for a manifestation, and the dagger codes (see code_list.h) that may stand before it by
// volume 1 of ICD-10; blank where volume 1 sets no limit.
struct AsteriskCode {
  std::string_view code, daggers;
};
std::span<const AsteriskCode> asterisk_codes();

// The row of a well-formed code of ICD-10, or null for one that is in no asterisk category. A
// combined code (A01.001+K77.0*) is in that of its first part.
const AsteriskCode* asterisk_code(std::string_view code);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_ASTERISK_H_
