// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_PLACE_H_
#define EMRLINT_OUTPUT_PLACE_H_

#include <cstdint>
#include <string>
#include <string_view>

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

// A path as a URI reference: characters outside the unreserved ones as %XX, "file://" before an
// absolute path.
std::string uri_reference(std::string_view path);

// A path as SARIF names an artifact: relative to `base_uri` ("file:///data/") where it lies below,
// else absolute; without "." and "..". Relative paths are those of the folder `base_uri`.
struct ArtifactUri {
  std::string uri;
  bool relative = false;
};
ArtifactUri artifact_uri(std::string_view path, std::string_view base_uri);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_PLACE_H_
