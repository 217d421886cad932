// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_FOLD_H_
#define EMRLINT_TEXT_FOLD_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace emrlint {

struct DecodedPoint {
  char32_t point = 0;
  std::uint32_t length = 1;  // Bytes.
};

// The code point at byte `at`, which is inside the text. Text of a SourceFile is valid UTF-8; a
// stray byte counts as one point of its own all the same.
inline DecodedPoint decode_point(std::string_view text, std::size_t at) {
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
inline bool plain_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

// The folded form of a letter or digit of ASCII, 0 for everything else of it.
inline char32_t folded_ascii(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
}

// What a point becomes that is neither ASCII nor a plain ideograph.
struct FoldedPoints {
  std::array<char32_t, 16> points{};
  std::size_t count = 0;
};
FoldedPoints fold_rare(char32_t c);

// Gives `sink(point, at)` the code points of a text that carry meaning, each with the byte where
// its character begins: compatibility forms and width folded (NFKC), Latin letters in lower case,
// without punctuation and blanks.
template <typename Sink>
void fold(std::string_view text, Sink sink) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint d = decode_point(text, at);
    if (plain_ideograph(d.point)) {
      sink(d.point, at);
    } else if (d.point < 0x80) {
      if (const char32_t point = folded_ascii(d.point)) sink(point, at);
    } else {
      const FoldedPoints folded = fold_rare(d.point);
      for (std::size_t i = 0; i < folded.count; ++i) sink(folded.points[i], at);
    }
    at += d.length;
  }
}

}  // namespace emrlint

#endif  // EMRLINT_TEXT_FOLD_H_
