// SPDX-License-Identifier: Apache-2.0
#include "text/normal.h"

#include <array>

#include "text/fold.h"

namespace emrlint {
namespace {

// Where a point stands: the piece and the byte in it.
struct Place {
  std::size_t piece = 0;
  std::size_t byte = 0;
};

}  // namespace

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

Part part_of(std::span<const Text> pieces, std::size_t from, std::size_t to) {
  Place first, last;
  std::size_t count = 0;
  for (std::size_t p = 0; p < pieces.size() && count < to; ++p) {
    fold(pieces[p].value, [&](char32_t, std::size_t at) {
      if (count == from) first = {p, at};
      if (count >= from && count < to && p == first.piece) last = {p, at};
      ++count;
    });
  }
  const Text& piece = pieces[first.piece];
  const std::size_t end = last.byte + decode_point(piece.value, last.byte).length;
  return {piece, static_cast<std::uint32_t>(first.byte), static_cast<std::uint32_t>(end)};
}

}  // namespace emrlint
