// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SOURCE_PLACE_H_
#define EMRLINT_SOURCE_PLACE_H_

#include <cstdint>

#include "source/source_file.h"

namespace emrlint {

// A span in the terms of other programs: lines and columns from 1, columns in code points, the end
// behind the last character; bytes where they mean the input as it lies on disk.
struct Place {
  Position begin, end;
  bool bytes = false;  // Not for lines of NDJSON and compressed input.
  std::uint64_t byte_offset = 0;
  std::uint64_t byte_length = 0;
};

Place place_of(const SourceFile& file, Span span);

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_PLACE_H_
