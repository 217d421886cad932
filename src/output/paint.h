// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_PAINT_H_
#define EMRLINT_OUTPUT_PAINT_H_

#include <string>
#include <string_view>

namespace emrlint {

// The text in a colour of the terminal ("1;31"), or as it is where none are wanted.
inline std::string paint(bool colour, const char* code, std::string_view text) {
  if (!colour) return std::string(text);
  return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
}

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_PAINT_H_
