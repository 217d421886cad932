// SPDX-License-Identifier: Apache-2.0
#include "lsp/line_map.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "lsp/text_buffer.h"

namespace emrlint::lsp {
namespace {

constexpr PositionEncoding kAll[] = {PositionEncoding::kUtf8, PositionEncoding::kUtf16,
                                     PositionEncoding::kUtf32};

TEST_CASE("a place behind Chinese and an astral character, in every encoding") {
  const std::string text = "第一行\n姓名𠮷田，同前\n";
  const std::size_t at = text.find("同前");
  const LineMap lines(text);
  CHECK(lines.position(text, at, PositionEncoding::kUtf8) == TextPosition{1, 16});
  CHECK(lines.position(text, at, PositionEncoding::kUtf16) == TextPosition{1, 6});
  CHECK(lines.position(text, at, PositionEncoding::kUtf32) == TextPosition{1, 5});
  for (const PositionEncoding encoding : kAll) {
    CHECK(lines.offset(text, lines.position(text, at, encoding), encoding) == at);
  }
}

TEST_CASE("a position inside a character is its front, one behind the line its end") {
  const std::string text = "a𠮷b\r\nc";
  const LineMap lines(text);
  CHECK(lines.offset(text, {0, 2}, PositionEncoding::kUtf16) == 1);
  CHECK(lines.offset(text, {0, 3}, PositionEncoding::kUtf8) == 1);
  CHECK(lines.offset(text, {0, 99}, PositionEncoding::kUtf16) == 6);
  CHECK(lines.offset(text, {9, 0}, PositionEncoding::kUtf16) == text.size());
  CHECK(lines.position(text, 7, PositionEncoding::kUtf16) == TextPosition{0, 4});
}

TEST_CASE("lines end with LF, CR LF or CR") {
  const std::string text = "a\nb\r\nc\rd\r\r\n";
  const LineMap lines(text);
  CHECK(lines.lines() == 6);
  CHECK(lines.position(text, text.find('d'), PositionEncoding::kUtf16) == TextPosition{3, 0});
}

TEST_CASE("a line of many blocks is counted as a short one is") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "病𠮷a";
  text += "\n" + text;
  const LineMap lines(text);
  for (std::size_t i = 0; i <= text.size(); i += 8 * 111) {
    if (i >= 24000) break;
    const auto character = static_cast<std::uint32_t>(i / 8);
    CHECK(lines.position(text, i, PositionEncoding::kUtf16) == TextPosition{0, character * 4});
    CHECK(lines.position(text, i, PositionEncoding::kUtf32) == TextPosition{0, character * 3});
    CHECK(lines.offset(text, {0, character * 4}, PositionEncoding::kUtf16) == i);
    CHECK(lines.offset(text, {0, character * 3}, PositionEncoding::kUtf32) == i);
    CHECK(lines.position(text, 24001 + i, PositionEncoding::kUtf16) ==
          TextPosition{1, character * 4});
  }
}

TEST_CASE("edits keep text and lines as a new buffer has them") {
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same on every run.
  const auto any = [&](std::size_t below) { return random() % below; };
  const std::string pieces[] = {"𠮷", "病历\n", "x", "\n\n", "\r\n", "\r", ""};
  TextBuffer buffer("一\n二\n三\n");
  for (int i = 0; i < 2000; ++i) {
    const PositionEncoding encoding = kAll[any(3)];
    TextRange range;
    range.start = {static_cast<std::uint32_t>(any(8)), static_cast<std::uint32_t>(any(9))};
    range.end = {range.start.line + static_cast<std::uint32_t>(any(2)),
                 static_cast<std::uint32_t>(any(9))};
    if (i % 200 == 0) range.end = {999, 0};
    std::string wanted = buffer.text();
    const std::size_t a = buffer.offset(range.start, encoding);
    const std::size_t b = buffer.offset(range.end, encoding);
    const std::string& piece = pieces[any(i % 400 < 300 ? 4 : 7)];
    wanted.replace(std::min(a, b), std::max(a, b) - std::min(a, b), piece);
    buffer.replace(range, piece, encoding);
    REQUIRE(buffer.text() == wanted);
    const LineMap fresh(wanted);
    REQUIRE(buffer.lines().lines() == fresh.lines());
    for (std::size_t at = 0; at <= wanted.size(); at += 3) {
      REQUIRE(buffer.lines().position(wanted, at, encoding) ==
              fresh.position(wanted, at, encoding));
    }
  }
}

TEST_CASE("half a character becomes a replacement character") {
  TextBuffer buffer("a");
  buffer.replace(TextRange{{0, 1}, {0, 1}}, "\xED\xA1\x82", PositionEncoding::kUtf16);
  CHECK(buffer.text() == "a\uFFFD\uFFFD\uFFFD");
}

}  // namespace
}  // namespace emrlint::lsp
