// SPDX-License-Identifier: Apache-2.0
#include "source/line_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

namespace emrlint {
namespace {

// Counts from the start of the text.
Position counted(std::string_view text, std::size_t offset) {
  Position position;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n') {
      position = {position.line + 1, 1};
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u) {
      ++position.column;
    }
  }
  return position;
}

void check_all(std::string_view text, std::size_t step) {
  const LineIndex index{};
  for (std::size_t at = 0; at <= text.size(); at += step) {
    CAPTURE(at);
    const Position expected = counted(text, at), found = index.position(text, at);
    CHECK(found.line == expected.line);
    CHECK(found.column == expected.column);
    const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
    CHECK(index.line_begin(text, at) == (before == text.npos ? 0 : before + 1));
    CHECK(index.line_end(text, at) == std::min(text.find('\n', at), text.size()));
  }
}

TEST_CASE("a line index counts as one counts by hand") {
  check_all("", 1);
  check_all("\n", 1);
  check_all("主诉\n腹痛3天\n\n", 1);
}

TEST_CASE("lines may be shorter and longer than the blocks of the index") {
  std::mt19937 random(7);
  for (const unsigned one_in : {3u, 500u, 9000u}) {
    std::string text;
    while (text.size() < 30'000) text += random() % one_in == 0 ? "\n" : random() % 2 ? "术" : "a";
    check_all(text, 37);
  }
}

TEST_CASE("places may be asked for in any order") {
  std::string text;
  for (int i = 0; i < 9000; ++i) text += i % 800 == 0 ? "\n" : "术";
  const LineIndex index{};
  for (const std::size_t at : {20'000u, 3u, 12'000u, 26'000u, 0u}) {
    CHECK(index.position(text, at).line == counted(text, at).line);
    CHECK(index.position(text, at).column == counted(text, at).column);
  }
}

TEST_CASE("a text that ends with a block") {
  std::string text(8192, 'x');
  check_all(text, 512);
  text[4095] = text[8191] = '\n';
  check_all(text, 1);
}

}  // namespace
}  // namespace emrlint
