// SPDX-License-Identifier: Apache-2.0
#include "engine/fingerprint.h"

#include <xxhash.h>

#include <cstdint>

namespace emrlint {

std::string fingerprint(std::string_view check_id, std::string_view message_id,
                        std::string_view chart_key, std::string_view subject_key) {
  // A byte that no name holds stands between them: "a" + "bc" is not "ab" + "c".
  std::string bytes;
  for (const std::string_view part : {check_id, message_id, chart_key, subject_key}) {
    bytes += part;
    bytes += '\x1f';
  }
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  std::string hex;
  for (const std::uint8_t byte : canonical.digest) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

}  // namespace emrlint
