// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SOURCE_LOAD_H_
#define EMRLINT_SOURCE_LOAD_H_

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "source/byte_stream.h"
#include "source/source_file.h"

namespace emrlint {

enum class LoadFailure : std::uint8_t {
  kNone,
  kUnreadable,  // Not there, no permission, a folder, a failing device.
  kTooLarge,
  kCompression,  // Damaged or truncated; what was unpacked before is there.
  kEncoding,    // No text in any encoding that is read.
  kEmpty,       // No byte but blanks.
};

// A text as far as it could be had, and why not further.
struct Loaded {
  std::optional<SourceFile> file;
  LoadFailure failure = LoadFailure::kNone;
  Error error;
};

// Reads to the end, unpacks, decodes. Stops at `max_bytes` unpacked bytes, so that a small file
// that unpacks to a huge one does no harm.
Loaded load(ByteStream stream, std::string uri, std::uint64_t max_bytes,
            std::uint32_t first_line = 1);
Loaded load_file(const std::string& path, std::string uri, std::uint64_t max_bytes);

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_LOAD_H_
