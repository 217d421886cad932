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

void append(NormalText& out, char32_t c, NormalText::Place place) {
  out.points.push_back(c);
  out.source.push_back(place);
}

void append_ascii(NormalText& out, char32_t c, NormalText::Place place) {
  if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) append(out, c, place);
}

void append_folded(NormalText& out, char32_t c, NormalText::Place place) {
  if (c >= 0xFF01 && c <= 0xFF5E) return append_ascii(out, c - 0xFF01 + '!', place);
  if (c >= 0x3000 && c <= 0x303F) return;  // CJK punctuation
  std::array<utf8proc_int32_t, 16> folded{};
  const auto count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), folded.data(), folded.size(),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD),
      nullptr);
  for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(folded.size()); ++i) {
    const auto point = static_cast<char32_t>(folded[static_cast<std::size_t>(i)]);
    if (carries_meaning(point)) append(out, point, place);
  }
}

}  // namespace

NormalText normalise(std::span<const Text> pieces) {
  NormalText out;
  std::size_t bytes = 0;
  for (const Text& piece : pieces) bytes += piece.value.size();
  out.points.reserve(bytes / 3 + 16);
  out.source.reserve(bytes / 3 + 16);
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    const std::string_view text = pieces[p].value;
    for (std::size_t at = 0; at < text.size();) {
      const Decoded d = decode(text, at);
      const NormalText::Place place{static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(at)};
      if (plain_ideograph(d.point)) {
        append(out, d.point, place);
      } else if (d.point < 0x80) {
        append_ascii(out, d.point, place);
      } else {
        append_folded(out, d.point, place);
      }
      at += d.length;
    }
  }
  return out;
}

Part part_of(const NormalText& text, std::span<const Text> pieces, std::size_t from,
             std::size_t to) {
  const NormalText::Place first = text.source[from];
  while (to > from + 1 && text.source[to - 1].piece != first.piece) --to;
  const NormalText::Place last = text.source[to - 1];
  const Text& piece = pieces[first.piece];
  return {piece, first.byte, last.byte + decode(piece.value, last.byte).length};
}

}  // namespace emrlint
