// SPDX-License-Identifier: Apache-2.0
#include "source/source_file.h"

#include <doctest/doctest.h>

#include <string>

namespace emrlint {
namespace {

Span all_of(const SourceFile& file) {
  return {7, 0, static_cast<std::uint32_t>(file.text().size())};
}

// The source text of the part of `value` that reads `wanted`.
std::string cut(Syntax syntax, const std::string& source, std::string_view value,
                std::string_view wanted) {
  SourceFile file("a", source);
  file.set_syntax(syntax);
  const std::size_t at = value.find(wanted);
  REQUIRE(at != std::string_view::npos);
  const Span span = file.part({value, all_of(file)}, at, at + wanted.size());
  CHECK(span.file == 7);
  return std::string(file.text(span));
}

TEST_CASE("lines and columns count from one, columns in code points") {
  const SourceFile file("a", "甲乙\r\nab\n\n末");
  struct Row {
    std::uint32_t offset, line, column;
  };
  for (const Row& row : {Row{0, 1, 1}, Row{3, 1, 2}, Row{6, 1, 3}, Row{8, 2, 1}, Row{9, 2, 2},
                         Row{11, 3, 1}, Row{12, 4, 1}, Row{15, 4, 2}, Row{999, 4, 2}}) {
    CAPTURE(row.offset);
    CHECK(file.position(row.offset).line == row.line);
    CHECK(file.position(row.offset).column == row.column);
  }
}

TEST_CASE("a column deep in a line of a machine is counted all the same") {
  std::string text = "x\n";
  for (int i = 0; i < 5000; ++i) text += "甲a";
  const SourceFile file("a", text);
  CHECK(file.position(2 + 4 * 4000).column == 8001);
  CHECK(file.position(2 + 4 * 4000 + 3).column == 8002);
  CHECK(file.position(2 + 4 * 4000).line == 2);
}

TEST_CASE("an NDJSON line counts from its line in the file") {
  CHECK(SourceFile("a", "{}", 41).position(1).line == 41);
}

TEST_CASE("the line around an offset has no end of line") {
  const SourceFile file("a", "one\r\ntwo\nthree");
  CHECK(file.text(file.line_at(1)) == "one");
  CHECK(file.text(file.line_at(5)) == "two");
  CHECK(file.text(file.line_at(8)) == "two");
  CHECK(file.text(file.line_at(13)) == "three");
  CHECK(SourceFile("a", "").line_at(0).empty());
}

TEST_CASE("a part of an XML value leads through references and line ends") {
  CHECK(cut(Syntax::kXml, "体温38℃", "体温38℃", "38") == "38");
  CHECK(cut(Syntax::kXml, "a&lt;b&gt;c", "a<b>c", "b>") == "b&gt;");
  CHECK(cut(Syntax::kXml, "a&lt;b", "a<b", "<") == "&lt;");
  CHECK(cut(Syntax::kXml, "&#x80BA;&#28814;症", "肺炎症", "炎") == "&#28814;");
  CHECK(cut(Syntax::kXml, "a\r\nb c", "a\nb c", "b c") == "b c");
  CHECK(cut(Syntax::kXml, "x & y &unknown; z", "x & y &unknown; z", "z") == "z");
}

TEST_CASE("a part of an attribute whose line ends became blanks is found") {
  CHECK(cut(Syntax::kXml, "a\r\nb&amp;c", "a b&c", "b&c") == "b&amp;c");
}

TEST_CASE("inside CDATA an ampersand stands for itself") {
  SourceFile file("a", "<![CDATA[\n a &amp; b\r\nc]]>");
  file.set_syntax(Syntax::kXml);
  const std::string_view value = "a &amp; b\nc";
  const Span span{0, 11, 23};
  CHECK(file.text(file.part({value, span}, 2, 9)) == "&amp; b");
  CHECK(file.text(file.part({value, span}, 10, 11)) == "c");
}

TEST_CASE("a text put together from several elements leads through their tags") {
  const char* source = "<p>主诉：<b>腹痛</b>3天&amp;发热</p>\n  <p>否认过敏</p>";
  CHECK(cut(Syntax::kXml, source, "主诉：腹痛3天&发热\n否认过敏", "腹痛") == "腹痛");
  CHECK(cut(Syntax::kXml, source, "主诉：腹痛3天&发热\n否认过敏", "天&发") == "天&amp;发");
  CHECK(cut(Syntax::kXml, source, "主诉：腹痛3天&发热\n否认过敏", "否认") == "否认");
  CHECK(cut(Syntax::kXml, "<td>甲</td><td>乙</td>", "甲 乙", "甲 ") == "甲");
  CHECK(cut(Syntax::kXml, "甲<!-- > -->乙", "甲乙", "乙") == "乙");
}

TEST_CASE("a part of a JSON string leads through escapes") {
  CHECK(cut(Syntax::kJson, R"(a\nb)", "a\nb", "\nb") == R"(\nb)");
  CHECK(cut(Syntax::kJson, R"(\u80ba\u708e x)", "肺炎 x", "炎") == R"(\u708e)");
  CHECK(cut(Syntax::kJson, R"(x\ud83d\ude00y)", "x\U0001F600y", "\U0001F600") ==
        R"(\ud83d\ude00)");
  CHECK(cut(Syntax::kJson, R"(a\"\\\/b)", "a\"\\/b", "\\/") == R"(\\\/)");
}

TEST_CASE("XHTML inside JSON is walked through both layers") {
  const char* source = R"(<div xmlns=\"x\"><p>\u8179痛 &lt; 3天<\/p></div>)";
  CHECK(cut(Syntax::kJson, source, "腹痛 < 3天", "腹") == R"(\u8179)");
  CHECK(cut(Syntax::kJson, source, "腹痛 < 3天", "<") == "&lt;");
  CHECK(cut(Syntax::kJson, source, "腹痛 < 3天", "3天") == "3天");
}

TEST_CASE("a part of an attachment is its groups of base64") {
  SourceFile file("a", R"({"data":"aGVsbG8g\n5L2g5aW9"})");  // "hello 你好"
  file.set_syntax(Syntax::kJson);
  const Span source{0, 9, 27};
  const std::string_view text = file.keep_base64(source, "hello 你好");
  CHECK(file.text(file.part({text, source}, 0, 3)) == "aGVs");
  CHECK(file.text(file.part({text, source}, 3, 5)) == "bG8g");
  CHECK(file.text(file.part({text.substr(6), source}, 0, 3)) == "5L2g");
  CHECK(file.text(file.part({text.substr(6), source}, 3, 6)) == "5aW9");
}

TEST_CASE("a value that is not in its source has the whole span") {
  CHECK(cut(Syntax::kXml, "一二三", "四五", "五") == "一二三");
  SourceFile file("a", "ab");
  CHECK(file.part({"ab", {0, 0, 2}}, 5, 9) == Span{0, 2, 2});
  CHECK(file.part({"", {0, 0, 2}}, 0, 0) == Span{0, 0, 0});
}

TEST_CASE("the buffer for a parser is a copy that ends in NUL") {
  SourceFile file("a", "text");
  char* buffer = file.parse_buffer();
  CHECK(std::string(buffer) == "text");
  buffer[0] = 'n';
  CHECK(file.text() == "text");
  CHECK(file.parse_buffer() == buffer);
  CHECK(file.parse_buffer_size() == 4);
}

TEST_CASE("a kept text stays where it is") {
  SourceFile file("a", "");
  const std::string_view first = file.keep("short");
  for (int i = 0; i < 100; ++i) file.keep("more");
  SourceFile moved = std::move(file);
  CHECK(first == "short");
}

}  // namespace
}  // namespace emrlint
