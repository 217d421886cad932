// SPDX-License-Identifier: Apache-2.0
#include "source/place.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace emrlint {
namespace {

TEST_CASE("place: both ends are where the file says, for short spans and long ones") {
  std::string text;
  for (int i = 0; i < 400; ++i) {
    text += i % 7 == 0 ? "患者a" : "咳嗽，x";
    if (i % 60 == 59) text += i % 120 == 59 ? "\n" : "\r\n\n";
  }
  text += std::string(3000, 'b') + "痰" + std::string(3000, 'c') + "\n末";
  const SourceFile file("a.json", text, 5);
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto whole = [&](std::uint32_t at) { return at == size || (text[at] & 0xC0) != 0x80; };
  for (std::uint32_t begin = 0; begin < size; begin += 37) {
    for (const std::uint32_t length : {0u, 1u, 50u, 700u, 4096u, 4097u, size}) {
      const std::uint32_t end = std::min(begin + length, size);
      if (!whole(begin) || !whole(end)) continue;
      const Place place = place_of(file, {0, begin, end});
      const Position from = file.position(begin), to = file.position(end);
      REQUIRE((place.begin.line == from.line && place.begin.column == from.column));
      REQUIRE((place.end.line == to.line && place.end.column == to.column));
    }
  }
}

}  // namespace
}  // namespace emrlint
