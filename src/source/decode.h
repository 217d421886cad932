// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SOURCE_DECODE_H_
#define EMRLINT_SOURCE_DECODE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "source/source_file.h"

namespace emrlint {

// Bytes as UTF-8 text without a byte order mark.
struct Decoded {
  std::string text;
  Encoding encoding = Encoding::kUtf8;
  std::uint32_t invalid_bytes = 0;  // Each became U+FFFD.
  std::uint32_t first_invalid = 0;  // Offset in `text`.
  std::vector<std::pair<std::uint32_t, std::uint64_t>> checkpoints;  // Text, original offset.
};

// Tells the encoding by byte order mark, zero bytes (UTF-16), validity, and for what is not UTF-8
// by the XML declaration or as GB18030 (of which GBK and GB2312 are parts). UTF-8 with a few
// damaged places stays UTF-8. An error for what is no text at all; it names the offset.
Result<Decoded> decode(std::string bytes);

// Size in bytes of UTF-8 text in another encoding, without a byte order mark.
std::uint64_t encoded_size(std::string_view text, Encoding encoding);

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_DECODE_H_
