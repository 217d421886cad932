// SPDX-License-Identifier: Apache-2.0
#include "check/fact.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

TEST_CASE("parts of a key do not run into each other") {
  CHECK(key_of({"a", "bc"}) != key_of({"ab", "c"}));
  CHECK(key_of({"a", "b"}) == key_of({"a", "b"}));
}

TEST_CASE("only a valid identity card number is a key, however its x is written") {
  CHECK_FALSE(card_key("110105196005010014").empty());
  CHECK(card_key("11010519491231002x") == card_key("11010519491231002X"));
  CHECK_FALSE(card_key("11010519491231002X").empty());
  for (const char* const none :
       {"", "110105196005010015", "1101051960050100", "11010519******0014"}) {
    CHECK(card_key(none).empty());
  }
}

TEST_CASE("what fills a field tells nobody apart") {
  for (const char* const one : {"D1", "007", "李医师", "钱一"}) CHECK(tells_apart(one));
  for (const char* const none :
       {"", "0", "000", "-", "/", "无", "李*", "D＊＊", "手术者签名", "医师"}) {
    CAPTURE(none);
    CHECK_FALSE(tells_apart(none));
  }
}

}  // namespace
}  // namespace emrlint
