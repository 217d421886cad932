// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BASE_KEYED_HASH_H_
#define EMRLINT_BASE_KEYED_HASH_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace emrlint {

// A hash that nobody without the key can compute: HMAC-SHA-256 (RFC 2104), cut to 128 bits. For
// what may leave a process only unreadable: the number of a physician has few values, and a hash
// without a key would be undone by trying them all.
class KeyedHash {
 public:
  explicit KeyedHash(std::string_view key);

  // 32 hexadecimal digits.
  std::string hex(std::string_view text) const;

 private:
  using State = std::array<std::uint32_t, 8>;
  State inner_, outer_;  // After the block of the key.
};

// SHA-256 (FIPS 180-4) as 64 hexadecimal digits: what a file was, for people who compare.
std::string sha256_hex(std::string_view bytes);
// The same in base64 (RFC 4648), as a Content-Security-Policy names a script.
std::string sha256_base64(std::string_view bytes);

}  // namespace emrlint

#endif  // EMRLINT_BASE_KEYED_HASH_H_
