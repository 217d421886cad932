// SPDX-License-Identifier: Apache-2.0
#include "engine/line_fields.h"

#include <doctest/doctest.h>

#include "source/utf8.h"

namespace emrlint {
namespace {

TEST_CASE("line fields: any bytes come back, from lines of UTF-8 without line ends") {
  const std::vector<std::string> texts = {
      "",
      "病历/1.json",
      std::string("\t\n\r\0|\\", 6),
      "\\x41 as it stands",
      "\xb2\xa1\xc0\xfa/1.json",
      "病\xe7\x97 cut off \xff",
  };
  LineWriter writer;
  for (const std::string& text : texts) writer.text(text);
  writer.list(texts);
  const std::string& line = writer.line();
  CHECK(first_invalid_utf8(line) == line.size());
  CHECK(line.find_first_of(std::string_view("\n\r\0", 3)) == line.npos);
  CHECK(line.find("\\xb2\\xa1\\xc0\\xfa/1.json") != line.npos);
  const std::vector<std::string_view> fields = split_fields(line);
  REQUIRE(fields.size() == texts.size() + 1);
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(text_of(fields[i]) == texts[i]);
  CHECK(list_of(fields.back()) == texts);
}

TEST_CASE("line fields: what looks like an escape and is none stays as readable as can be") {
  CHECK(text_of("\\x4") == "x4");
  CHECK(text_of("\\xzz") == "xzz");
  CHECK(text_of("\\q") == "q");
  CHECK(text_of("end\\") == "end\\");
}

}  // namespace
}  // namespace emrlint
