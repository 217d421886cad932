// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/asterisk.h"

#include "terminology/icd.h"

namespace emrlint::checks {
namespace {

constexpr AsteriskCode kCodes[] = {
#define EMRLINT_ASTERISK(code, daggers) {code, daggers},
#include "checks/coding/asterisk.def"
#undef EMRLINT_ASTERISK
};

}  // namespace

std::span<const AsteriskCode> asterisk_codes() { return kCodes; }

const AsteriskCode* asterisk_code(std::string_view code) {
  for (const AsteriskCode& row : kCodes) {
    const CodeRange range{row.code, row.code};
    if (in_ranges({&range, 1}, code)) return &row;
  }
  return nullptr;
}

}  // namespace emrlint::checks
