// SPDX-License-Identifier: Apache-2.0
#include "source/utf8.h"

#include <algorithm>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "source/scan.h"

namespace emrlint {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

bool continues(std::string_view text, std::size_t i) {
  return i < text.size() && (byte_at(text, i) & 0xC0u) == 0x80u;
}

// Walks whole blocks that hold nothing but ASCII and characters of three bytes whose second byte
// has no rules of its own: that is nearly all of a Chinese record. Returns the start of the first
// character that is not known to be right.
std::size_t skip_plain_blocks(std::string_view text, std::size_t from) {
#ifdef __SSE2__
  constexpr std::size_t kBlock = sizeof(__m128i);
  const auto mask = [](__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); };
  const __m128i high = _mm_set1_epi8(-16), three = _mm_set1_epi8(-32);
  const __m128i strict = _mm_set1_epi8(-19), lead = _mm_set1_epi8(-64);
  unsigned due = 0;  // The bits of the bytes in the next block that have to continue a character.
  std::size_t i = from;
  for (; i + kBlock <= text.size(); i += kBlock) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
    const unsigned beyond = mask(bytes);
    if ((beyond | due) == 0) continue;
    const __m128i rules = _mm_or_si128(_mm_cmpeq_epi8(bytes, three), _mm_cmpeq_epi8(bytes, strict));
    const unsigned leads =
        mask(_mm_andnot_si128(rules, _mm_cmpeq_epi8(_mm_and_si128(bytes, high), three)));
    const unsigned continuations = mask(_mm_cmplt_epi8(bytes, lead));
    const unsigned expected = leads << 1 | leads << 2 | due;
    if ((expected & 0xFFFFu) != continuations || (leads | continuations) != beyond) break;
    due = expected >> kBlock;
  }
  // A character that the last block began is looked at anew.
  return due == 0 ? i : due == 1 ? i - 2 : i - 1;
#else
  constexpr std::size_t kBlock = sizeof(std::uint64_t);
  for (; from + kBlock <= text.size(); from += kBlock) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + from, kBlock);
    if ((word & 0x8080808080808080ull) != 0) break;
  }
  return from;
#endif
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const unsigned lead = byte_at(text, 0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !continues(text, 1)) return 0;
  if (lead < 0xE0) return 2;
  const unsigned second = byte_at(text, 1);
  if (!continues(text, 2)) return 0;
  if (lead < 0xF0) {
    const bool overlong = lead == 0xE0 && second < 0xA0;
    const bool surrogate = lead == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool out_of_range = (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return out_of_range || !continues(text, 3) ? 0 : 4;
}

std::size_t first_invalid_utf8(std::string_view text) {
  constexpr std::size_t kStretch = 16;  // What is no plain block is gone through by characters.
  std::size_t i = 0;
  while (i < text.size()) {
    i = skip_plain_blocks(text, i);
    const std::size_t stop = std::min(i + kStretch, text.size());
    while (i < stop) {
      const std::size_t length = utf8_length(text.substr(i));
      if (length == 0) return i;
      i += length;
    }
  }
  return i;
}

void append_utf8(std::string& out, std::uint32_t c) {
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  const auto leads = [](char c) { return static_cast<signed char>(c) >= -0x40; };  // Not 10xxxxxx.
  return count_bytes(text, leads);
}

}  // namespace emrlint
