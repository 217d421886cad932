// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BASE_SHORT_HASH_H_
#define EMRLINT_BASE_SHORT_HASH_H_

#include <bit>
#include <cstdint>

#include "base/keyed_hash.h"

namespace emrlint {

// A hash of 64 bits that nobody without the key can compute, for numbers of which there are
// millions: SipHash-2-4 (Aumasson and Bernstein 2012), some nanoseconds each.
class ShortHash {
 public:
  constexpr ShortHash(std::uint64_t low, std::uint64_t high) : low_(low), high_(high) {}
  // Its key is what the keyed hash makes of the purpose: two purposes have hashes that do not
  // match.
  ShortHash(const KeyedHash& hash, std::string_view purpose);

  constexpr std::uint64_t operator()(std::uint64_t number) const {
    State s{low_ ^ 0x736F6D6570736575ull, high_ ^ 0x646F72616E646F6Dull,
            low_ ^ 0x6C7967656E657261ull, high_ ^ 0x7465646279746573ull};
    s.take(number);
    s.take(std::uint64_t{8} << 56);  // So many bytes, and none left over.
    s.c ^= 0xFF;
    for (int i = 0; i < 4; ++i) s.round();
    return s.a ^ s.b ^ s.c ^ s.d;
  }

 private:
  struct State {
    std::uint64_t a, b, c, d;

    constexpr void round() {
      a += b, c += d;
      b = std::rotl(b, 13) ^ a, d = std::rotl(d, 16) ^ c;
      a = std::rotl(a, 32);
      c += b, a += d;
      b = std::rotl(b, 17) ^ c, d = std::rotl(d, 21) ^ a;
      c = std::rotl(c, 32);
    }
    constexpr void take(std::uint64_t word) {
      d ^= word;
      round(), round();
      a ^= word;
    }
  };

  std::uint64_t low_, high_;
};

}  // namespace emrlint

#endif  // EMRLINT_BASE_SHORT_HASH_H_
