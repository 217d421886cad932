// SPDX-License-Identifier: Apache-2.0
#include "base/short_hash.h"

#include <doctest/doctest.h>

namespace emrlint {

TEST_CASE("short hash: the vector of the paper's reference implementation") {
  // Key 00 01 ... 0f, input 00 01 ... 07, little endian.
  const ShortHash hash(0x0706050403020100ull, 0x0F0E0D0C0B0A0908ull);
  CHECK(hash(0x0706050403020100ull) == 0x93F5F5799A932462ull);
}

TEST_CASE("short hash: keys and purposes differ") {
  const KeyedHash one("a secret of sixteen bytes or more"), two("another secret of as many bytes");
  CHECK(ShortHash(one, "a")(1) == ShortHash(one, "a")(1));
  CHECK(ShortHash(one, "a")(1) != ShortHash(one, "b")(1));
  CHECK(ShortHash(one, "a")(1) != ShortHash(two, "a")(1));
}

}  // namespace emrlint
