// SPDX-License-Identifier: Apache-2.0
#include "text/normal.h"

#include <array>

#include "text/fold.h"

namespace emrlint {
std::u32string normalise(std::span<const Text> pieces) {
  std::u32string out;
  std::size_t bytes = 0;
  for (const Text& piece : pieces) bytes += piece.value.size();
  out.reserve(bytes / 3 + 16);
  std::array<char32_t, 256> block;
  std::size_t filled = 0;
  for (const Text& piece : pieces) {
    fold(piece.value, [&](char32_t point, std::size_t) {
      if (filled == block.size()) {
        out.append(block.data(), filled);
        filled = 0;
      }
      block[filled++] = point;
    });
  }
  return out.append(block.data(), filled);
}

}  // namespace emrlint
