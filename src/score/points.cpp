// SPDX-License-Identifier: Apache-2.0
#include "score/points.h"

#include <cstdlib>

namespace emrlint {

std::string to_string(Points points) {
  const std::int32_t size = std::abs(points.hundredths);
  std::string text = points.hundredths < 0 ? "-" : "";
  text += std::to_string(size / 100);
  if (size % 100 == 0) return text;
  text += '.';
  text += static_cast<char>('0' + size / 10 % 10);
  if (size % 10 != 0) text += static_cast<char>('0' + size % 10);
  return text;
}

}  // namespace emrlint
