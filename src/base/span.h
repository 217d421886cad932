// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BASE_SPAN_H_
#define EMRLINT_BASE_SPAN_H_

#include <cstdint>
#include <string_view>

namespace emrlint {

// Half-open byte range [begin, end) of the UTF-8 text of one source file. `file` is the index of
// the file in its batch (see reader/batch.h). A span with begin == end marks a place.
struct Span {
  std::uint32_t file = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr bool empty() const { return begin == end; }
  friend constexpr bool operator==(const Span&, const Span&) = default;
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// A value together with the place that it was read from.
template <typename T>
struct Located {
  T value{};
  Span span{};
};

// Text as the document means it (entities and escapes decoded). The view points into the parse
// buffer of its source file and lives as long as the batch.
using Text = Located<std::string_view>;

// Bytes [from, to) of a decoded value, for pointing inside it. Where the value holds entities or
// escapes, its source bytes are counted off later, by engine/places.h, for findings only.
struct Part {
  Text value;
  std::uint32_t from = 0;
  std::uint32_t to = 0;

  // The source bytes, when the value was written without entities and escapes.
  constexpr bool direct() const { return value.span.end - value.span.begin == value.value.size(); }
  constexpr Span direct_span() const {
    return {value.span.file, value.span.begin + from, value.span.begin + to};
  }
};

}  // namespace emrlint

#endif  // EMRLINT_BASE_SPAN_H_
