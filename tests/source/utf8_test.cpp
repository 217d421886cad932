// SPDX-License-Identifier: Apache-2.0
#include "source/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace emrlint {
namespace {

// One character after the other, without the blocks of the real one.
std::size_t first_invalid_slowly(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t length = utf8_length(text.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return i;
}

TEST_CASE("a wrong byte is found wherever it stands") {
  const std::string text =
      "入院记录，主诉：反复胸闷3年。é BP 120/80mmHg, 体温36.5℃；𠮷先生\xEE\x80\x80否认药物过敏史，"
      "admission at 08:30 for chest pain\xED\x9F\xBF预防接种史不详。";
  REQUIRE(first_invalid_utf8(text) == text.size());
  std::size_t wrong = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string changed = text;
    for (int byte = 0; byte < 256; ++byte) {
      changed[at] = static_cast<char>(byte);
      const std::size_t expected = first_invalid_slowly(changed);
      if (expected != text.size()) ++wrong;
      CAPTURE(at);
      CAPTURE(byte);
      REQUIRE(first_invalid_utf8(changed) == expected);
    }
  }
  CHECK(wrong > text.size() * 128);
}

TEST_CASE("a text may end within a character") {
  const std::string text = "患者于今日上午入院治疗";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    CAPTURE(size);
    CHECK(first_invalid_utf8(std::string_view(text).substr(0, size)) == size - size % 3);
  }
}

}  // namespace
}  // namespace emrlint
