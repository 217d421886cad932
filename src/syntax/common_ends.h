// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_COMMON_ENDS_H_
#define EMRLINT_SYNTAX_COMMON_ENDS_H_

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace emrlint {

// How many bytes two texts have in common at their beginning, and at their end of what is left; of
// UTF-8 in whole characters.
struct CommonEnds {
  std::size_t front = 0, back = 0;
};

inline CommonEnds common_ends(std::string_view a, std::string_view b) {
  constexpr std::size_t kStep = 256;
  const std::size_t shorter = std::min(a.size(), b.size());
  CommonEnds ends;
  auto& [front, back] = ends;
  const auto same = [](const char* x, const char* y) { return std::memcmp(x, y, kStep) == 0; };
  while (shorter - front >= kStep && same(a.data() + front, b.data() + front)) front += kStep;
  while (front < shorter && a[front] == b[front]) ++front;
  const auto inside = [](std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  while (front > 0 && (inside(a, front) || inside(b, front))) --front;
  const std::size_t rest = shorter - front;
  const char *a_end = a.data() + a.size(), *b_end = b.data() + b.size();
  while (rest - back >= kStep && same(a_end - back - kStep, b_end - back - kStep)) back += kStep;
  while (back < rest && *(a_end - back - 1) == *(b_end - back - 1)) ++back;
  while (back > 0 && inside(a, a.size() - back)) --back;
  return ends;
}

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_COMMON_ENDS_H_
