// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CDA_NAMES_H_
#define EMRLINT_READER_CDA_NAMES_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace emrlint {

// The first eight bytes of a name as one number, zero behind its end: short names are compared in
// one step.
constexpr std::uint64_t word_of(std::string_view text) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < text.size() && i < 8; ++i) {
    word |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  }
  return word;
}

// The same of a NUL-terminated name that lies in a buffer ending at `end`.
inline std::uint64_t load_word(const char* name, const char* end) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t word = 0;
  const auto room = static_cast<std::size_t>(end - name);
  if (room >= 8) {
    std::memcpy(&word, name, 8);
  } else {
    std::memcpy(&word, name, room);
  }
  // Cuts off what stands behind the NUL: the lowest zero byte is marked by its highest bit.
  const std::uint64_t zero = (word - 0x0101010101010101ull) & ~word & 0x8080808080808080ull;
  return zero == 0 ? word : word & ((zero & (~zero + 1)) / 0x80 - 1);
}

// Names of CDA elements as numbers, so that a walk can switch on them.
enum class CdaName : std::uint8_t {
  kOther,  // Every name that the reader has no use for.
#define EMRLINT_CDA(enumerator, name) enumerator,
#include "reader/cda_names.def"
#undef EMRLINT_CDA
};

// The number of a NUL-terminated name without prefix that lies in a buffer ending at `end`.
CdaName cda_name(const char* name, const char* end);

}  // namespace emrlint

#endif  // EMRLINT_READER_CDA_NAMES_H_
