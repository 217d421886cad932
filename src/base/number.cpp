// SPDX-License-Identifier: Apache-2.0
#include "base/number.h"

#include <array>
#include <charconv>

namespace emrlint {

std::string shortest(double value) {
  std::array<char, 32> text;  // At most 24: sign, 17 digits, point, exponent of 5.
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

double decimal_of(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace emrlint
