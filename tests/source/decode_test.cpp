// SPDX-License-Identifier: Apache-2.0
#include "source/decode.h"

#include <doctest/doctest.h>

#include <string>

namespace emrlint {
namespace {

using namespace std::string_literals;

// "入院" in GB18030, and a character of four bytes (U+20000).
const std::string kAdmission = "\xC8\xEB\xD4\xBA";
const std::string kFourBytes = "\x95\x32\x82\x36";

Decoded good(const std::string& bytes) {
  Result<Decoded> decoded = decode(bytes);
  REQUIRE(decoded.ok());
  return std::move(*decoded);
}

TEST_CASE("the encoding is told by mark, zero bytes, declaration or validity") {
  struct Row {
    const char* what;
    std::string bytes, text;
    Encoding encoding;
  };
  const Row rows[] = {
      {"plain", "<a>入院</a>", "<a>入院</a>", Encoding::kUtf8},
      {"mark", "\xEF\xBB\xBF{}", "{}", Encoding::kUtf8},
      {"UTF-16 LE with mark", "\xFF\xFE<\0a\0\x65\x51"s, "<a入", Encoding::kUtf16Le},
      {"UTF-16 BE with mark", "\xFE\xFF\0<\0a\x51\x65"s, "<a入", Encoding::kUtf16Be},
      {"UTF-16 LE", "<\0a\0\x65\x51"s, "<a入", Encoding::kUtf16Le},
      {"UTF-16 BE", "\0<\0a\x51\x65"s, "<a入", Encoding::kUtf16Be},
      {"UTF-16 pair", "{\0 \0\x3D\xD8\x00\xDE"s, "{ \U0001F600", Encoding::kUtf16Le},
      {"GB18030 by validity", "<a>" + kAdmission + "</a>", "<a>入院</a>", Encoding::kGb18030},
      {"GB2312 declared", "<?xml version='1.0' encoding='GB2312'?><a>" + kAdmission + "</a>",
       "<?xml version='1.0' encoding='GB2312'?><a>入院</a>", Encoding::kGb18030},
      {"four bytes", "<a>" + kFourBytes + kAdmission + "</a>", "<a>\U00020000入院</a>",
       Encoding::kGb18030},
      {"UTF-8 with a stale declaration", "<?xml encoding='GBK'?><a>入院记录</a>",
       "<?xml encoding='GBK'?><a>入院记录</a>", Encoding::kUtf8},
      {"empty", "", "", Encoding::kUtf8},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Decoded decoded = good(row.bytes);
    CHECK(decoded.text == row.text);
    CHECK(decoded.encoding == row.encoding);
    CHECK(decoded.invalid_bytes == 0);
  }
}

TEST_CASE("damaged UTF-8 stays UTF-8, with the first damage named") {
  const Decoded decoded = good("<a>病程记录入院\xFF记录</a>");
  CHECK(decoded.encoding == Encoding::kUtf8);
  CHECK(decoded.text == "<a>病程记录入院\uFFFD记录</a>");
  CHECK(decoded.invalid_bytes == 1);
  CHECK(decoded.first_invalid == 21);
}

TEST_CASE("a text cut inside a character keeps what is whole") {
  const Decoded decoded = good("<a>病程记录\xE5\x85");
  CHECK(decoded.text == "<a>病程记录\uFFFD\uFFFD");
  CHECK(decoded.first_invalid == 15);
}

TEST_CASE("bytes that are no text are refused with an offset") {
  CHECK(decode("\x89PNG\r\n\x1A\n\0\0"s).error().en.find("(byte 8)") != std::string::npos);
  CHECK(decode("\xFF\xFE\0\0<\0\0\0"s).error().en.find("UTF-32") != std::string::npos);
  std::string noise;
  for (int i = 0; i < 1000; ++i) noise += static_cast<char>(1 + (i * 7919 + i / 3) % 255);
  CHECK_FALSE(decode(noise).ok());
  std::string wide = "<\0a\0"s;
  for (int i = 0; i < 1000; ++i) wide += "\x00\xD8"s;
  CHECK_FALSE(decode(wide).ok());
}

TEST_CASE("an offset of the text leads back to the bytes of the input") {
  const auto original = [](const std::string& bytes, std::string_view wanted) {
    Decoded decoded = good(bytes);
    SourceFile file("a", decoded.text);
    file.set_encoding(decoded.encoding);
    for (const auto& [text, offset] : decoded.checkpoints) file.add_checkpoint(text, offset);
    return file.original_offset(static_cast<std::uint32_t>(decoded.text.find(wanted)));
  };
  CHECK(original("<a>入院", "院") == 6);
  CHECK(original("\xEF\xBB\xBF<a>", "a") == 4);
  CHECK(original("<a>" + kAdmission + "x", "x") == 7);
  CHECK(original("<a>" + kFourBytes + kAdmission + "x", "x") == 11);
  CHECK(original("\xFF\xFE<\0a\0\x65\x51x\0"s, "x") == 8);
  const std::string damaged = "<a>病程记录入院\xFF记录</a>";
  CHECK(original(damaged, "</a>") == damaged.find("</a>"));
  std::string large = "<a>";
  for (int i = 0; i < 50000; ++i) large += kAdmission;
  CHECK(original(large + "x", "x") == large.size());
}

}  // namespace
}  // namespace emrlint
