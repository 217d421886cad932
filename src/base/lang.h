// SPDX-License-Identifier: Apache-2.0
// The languages that messages, titles and names exist in.
#ifndef EMRLINT_BASE_LANG_H_
#define EMRLINT_BASE_LANG_H_

#include <cstdint>

namespace emrlint {

enum class Lang : std::uint8_t { kZh, kEn };

}  // namespace emrlint

#endif  // EMRLINT_BASE_LANG_H_
