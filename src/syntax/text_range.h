// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_TEXT_RANGE_H_
#define EMRLINT_SYNTAX_TEXT_RANGE_H_

#include <cstdint>

namespace emrlint {

// Bytes [begin, end) of a text.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_TEXT_RANGE_H_
