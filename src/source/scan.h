// SPDX-License-Identifier: Apache-2.0
// Scanning by blocks, for what looks at every byte of a file.
#ifndef EMRLINT_SOURCE_SCAN_H_
#define EMRLINT_SOURCE_SCAN_H_

#include <bit>
#include <cstddef>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace emrlint {

// The first byte from `at` that needs a look inside a JSON string: a quote, a backslash or a
// control character; `end` if there is none.
inline const char* skip_plain_json(const char* at, const char* end) {
#ifdef __SSE2__
  const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\');
  const __m128i control = _mm_set1_epi8(0x1F);
  for (; end - at >= 16; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i controls = _mm_cmpeq_epi8(_mm_max_epu8(bytes, control), control);
    const __m128i marks =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(marks, controls)));
    if (found != 0) return at + std::countr_zero(found);
  }
#endif
  while (at != end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) > 0x1F) ++at;
  return at;
}

// The first byte from `at` that structures JSON: a quote, a bracket, a brace or a comma; `end` if
// there is none.
inline const char* skip_to_json_mark(const char* at, const char* end) {
  const auto marks = [](char c) {
    return c == '"' || c == ',' || c == '{' || c == '}' || c == '[' || c == ']';
  };
#ifdef __SSE2__
  if (at != end && marks(*at)) return at;  // Usual in a compact text.
  const __m128i quote = _mm_set1_epi8('"'), comma = _mm_set1_epi8(',');
  const __m128i open = _mm_set1_epi8('{'), close = _mm_set1_epi8('}');
  const __m128i brace = _mm_set1_epi8('{' ^ '[');  // The bit that tells a bracket from a brace.
  for (; end - at >= 16; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i braces = _mm_or_si128(bytes, brace);
    const __m128i found =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, comma)),
                     _mm_or_si128(_mm_cmpeq_epi8(braces, open), _mm_cmpeq_epi8(braces, close)));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return at + std::countr_zero(mask);
  }
#endif
  while (at != end && !marks(*at)) ++at;
  return at;
}

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_SCAN_H_
