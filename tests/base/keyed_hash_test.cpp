// SPDX-License-Identifier: Apache-2.0
#include "base/keyed_hash.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

TEST_CASE("keyed hash: the test cases of RFC 4231") {
  CHECK(KeyedHash(std::string(20, '\x0b')).hex("Hi There") == "b0344c61d8db38535ca8afceaf0bf12b");
  CHECK(KeyedHash("Jefe").hex("what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c7");
  CHECK(KeyedHash(std::string(20, '\xaa')).hex(std::string(50, '\xdd')) ==
        "773ea91e36800e46854db8ebd09181a7");
  CHECK(KeyedHash(std::string(131, '\xaa'))
            .hex("Test Using Larger Than Block-Size Key - Hash Key First") ==
        "60e431591ee0b67f0d8a26aacbf5b77f");
  CHECK(KeyedHash(std::string(131, '\xaa'))
            .hex("This is a test using a larger than block-size key and a larger than block-size "
                 "data. The key needs to be hashed before being used by the HMAC algorithm.") ==
        "9b09ffa71b942fcb27635fbcd5b0e944");
}

TEST_CASE("keyed hash: another key, another hash") {
  CHECK(KeyedHash("a").hex("D1") != KeyedHash("b").hex("D1"));
  CHECK(KeyedHash("a").hex("D1") == KeyedHash("a").hex("D1"));
}

}  // namespace
}  // namespace emrlint
