// SPDX-License-Identifier: Apache-2.0
// Scanning by blocks, for what looks at every byte of a file.
#ifndef EMRLINT_SOURCE_SCAN_H_
#define EMRLINT_SOURCE_SCAN_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

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

// How many bytes `test` holds for. They are counted in runs whose count fits into a byte, since
// compilers make vector code of that.
template <typename Test>
std::size_t count_bytes(std::string_view text, Test test) {
  constexpr std::size_t kRun = 128;
  std::size_t count = 0;
  while (!text.empty()) {
    const std::string_view run = text.substr(0, kRun);
    std::uint8_t some = 0;
    for (const char c : run) some = static_cast<std::uint8_t>(some + (test(c) ? 1 : 0));
    count += some;
    text.remove_prefix(run.size());
  }
  return count;
}

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_SCAN_H_
