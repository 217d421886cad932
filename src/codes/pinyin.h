// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_PINYIN_H_
#define EMRLINT_CODES_PINYIN_H_

#include <span>

#include "base/result.h"
#include "codes/code_row.h"

namespace emrlint {

// The first letters of the readings of all ideographs in the names of these rows, by ICU's
// transform Han-Latin: of a character with several readings the most common one. An error where the
// library of ICU is not installed.
Result<PinyinInitials> pinyin_initials(std::span<const CodeRow> rows);

}  // namespace emrlint

#endif  // EMRLINT_CODES_PINYIN_H_
