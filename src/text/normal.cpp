// SPDX-License-Identifier: Apache-2.0
#include "text/normal.h"

#include <utf8proc.h>

#include <array>
#include <string_view>

namespace emrlint {
namespace {

struct Decoded {
  char32_t point = 0;
  std::uint32_t length = 1;
};

// Text of a SourceFile is valid UTF-8; a stray byte counts as one point of its own all the same.
Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t left = text.size() - at;
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3) {
    return {char32_t((lead & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu)),
            3};
  }
  if (lead >= 0xC0 && lead < 0xE0 && left >= 2) {
    return {char32_t((lead & 0x1Fu) << 6 | (byte(at + 1) & 0x3Fu)), 2};
  }
  if (lead >= 0xF0 && left >= 4) {
    return {char32_t((lead & 0x07u) << 18 | (byte(at + 1) & 0x3Fu) << 12 |
                     (byte(at + 2) & 0x3Fu) << 6 | (byte(at + 3) & 0x3Fu)),
            4};
  }
  return {0xFFFD, 1};
}

// Unified ideographs: nothing to fold and never punctuation. The bulk of a Chinese record.
bool plain_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

bool carries_meaning(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

char32_t folded_ascii(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
}

// Gives `sink` the points that carry meaning, with the byte where each one's character begins.
template <typename Sink>
void fold_rare(char32_t c, std::size_t at, Sink& sink) {
  if (c >= 0x3000 && c <= 0x303F) return;  // CJK punctuation
  if (c >= 0xFF01 && c <= 0xFF5E) {
    if (const char32_t narrow = folded_ascii(c - 0xFF01 + '!')) sink(narrow, at);
    return;
  }
  std::array<utf8proc_int32_t, 16> folded{};
  const auto count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), folded.data(), folded.size(),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD),
      nullptr);
  for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(folded.size()); ++i) {
    const auto point = static_cast<char32_t>(folded[static_cast<std::size_t>(i)]);
    if (carries_meaning(point)) sink(point, at);
  }
}

template <typename Sink>
void fold(std::string_view text, Sink sink) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    if (plain_ideograph(d.point)) {
      sink(d.point, at);
    } else if (d.point >= 0x80) {
      fold_rare(d.point, at, sink);
    } else if (const char32_t point = folded_ascii(d.point)) {
      sink(point, at);
    }
    at += d.length;
  }
}

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
  const std::size_t end = last.byte + decode(piece.value, last.byte).length;
  return {piece, static_cast<std::uint32_t>(first.byte), static_cast<std::uint32_t>(end)};
}

}  // namespace emrlint
