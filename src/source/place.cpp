// SPDX-License-Identifier: Apache-2.0
#include "source/place.h"

namespace emrlint {

Place place_of(const SourceFile& file, Span span) {
  Place place{file.position(span.begin), file.position(span.end)};
  const std::string_view uri = file.uri();
  if (file.first_line() == 1 && !uri.ends_with(".gz") && !uri.ends_with(".zst")) {
    place.bytes = true;
    place.byte_offset = file.original_offset(span.begin);
    place.byte_length = file.original_offset(span.end) - place.byte_offset;
  }
  return place;
}

}  // namespace emrlint
