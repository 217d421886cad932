// SPDX-License-Identifier: Apache-2.0
#include "source/place.h"

#include "source/utf8.h"

namespace emrlint {
namespace {

constexpr std::uint32_t kShort = 4096;

// Where a span ends that begins there. A short one on one line is counted on.
Position end_of(const SourceFile& file, Span span, Position begin) {
  if (span.end < span.begin || span.end - span.begin > kShort || span.end > file.text().size()) {
    return file.position(span.end);
  }
  const std::string_view text = file.text(span);
  if (text.find('\n') != text.npos) return file.position(span.end);
  return {begin.line, begin.column + static_cast<std::uint32_t>(count_code_points(text))};
}

}  // namespace

Place place_of(const SourceFile& file, Span span) {
  const Position begin = file.position(span.begin);
  Place place{begin, end_of(file, span, begin)};
  const std::string_view uri = file.uri();
  if (file.first_line() == 1 && !uri.ends_with(".gz") && !uri.ends_with(".zst")) {
    place.bytes = true;
    place.byte_offset = file.original_offset(span.begin);
    place.byte_length = file.original_offset(span.end) - place.byte_offset;
  }
  return place;
}

}  // namespace emrlint
