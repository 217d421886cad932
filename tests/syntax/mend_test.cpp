// SPDX-License-Identifier: Apache-2.0
#include "syntax/mend.h"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <pugixml.hpp>
#include <random>
#include <string>

namespace emrlint {
namespace {

std::string cut(std::string_view text, TextRange range) {
  return std::string(text.substr(range.begin, range.end - range.begin));
}

bool sound_xml(const std::string& text) { return pugi::xml_document().load_string(text.c_str()); }

bool sound_json(const std::string& text) {
  rapidjson::Document document;
  return !document.Parse(text.data(), text.size()).HasParseError();
}

struct Case {
  const char *text, *mended, *broken;
};

TEST_CASE("what breaks an XML text gives way, and nothing else moves") {
  const Case cases[] = {
      {"<a>x</a>", "<a>x</a>", ""},
      {"<a>x < y</a>", "<a>x   y</a>", "<"},
      {"<a><b>x</a>", "<a>   x</a>", "<b>"},
      {"<a>x</b></a>", "<a>x    </a>", "</b>"},
      {"<a><b c=\"1>x</b><d/></a>", "<a>             <d/></a>", "<b c=\"1>x"},
      {"<a><b c=1/><d/></a>", "<a>        <d/></a>", "<b c=1/>"},
      {"<a><!-- x<d/></a>", "<a>     x<d/></a>", "<!--"},
      {"<a><en</a>", "<a>   </a>", "<en"},
      {"<a><b>x", "<a><b>x</b></a>", ""},
      {"<a>病<历</a>", "<a>病 历</a>", "<"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const MendedText mended = mend_xml(one.text);
    CHECK(mended.text == one.mended);
    CHECK(sound_xml(mended.text));
    if (mended.text.size() == std::string(one.text).size()) {
      CHECK(cut(one.text, mended.broken) == one.broken);
    }
  }
}

TEST_CASE("what breaks a JSON text gives way, and nothing else moves") {
  const Case cases[] = {
      {R"({"a":1})", R"({"a":1})", ""},
      {R"({"a":1,})", R"({"a":1 })", ","},
      {R"({"a":,"b":2})", R"({     "b":2})", nullptr},
      {R"({"a":1 "b":2})", R"({"a":1,"b":2})", nullptr},
      {R"({"a" "b":2})", R"({    "b":2})", nullptr},
      {R"({"a":[1,2,],"b":{)", R"({"a":[1,2 ],"b":{}})", nullptr},
      {R"({"a":x,"b":2})", nullptr, nullptr},
      {R"({"a":[1 },"b":2})", nullptr, nullptr},
      {"{\"a\":\"病历},\n\"b\":2}", nullptr, nullptr},
      {R"({"a":1}})", R"({"a":1} )", "}"},
      {R"({"a":1,"b)", nullptr, nullptr},
      {R"({"a":"是\否","b":2})", R"({"a":"是 否","b":2})", "\\"},
      {R"({"a":"\u00e9\n\u00g9"})", R"({"a":"\u00e9\n u00g9"})", "\\"},
      {R"({"a":[{"x":1}},{"y":2}],"b":2})", R"({"a":[{"x":1} ,{"y":2}],"b":2})", "}"},
      {R"({"a":[1,"x"} ,"y"],"b":2})", R"({"a":[1,"x"  ,"y"],"b":2})", "}"},
      {R"({"a":[{"x":1},} {"x":2}],"b":2})", R"({"a":[{"x":1},  {"x":2}],"b":2})", "}"},
      {R"({"a":{"x":1},"b":[1,2}]})", R"({"a":{"x":1},"b":[1,2 ]})", "}"},
      {R"({"a":{"x":1],"y":2},"b":2})", R"({"a":{"x":1 ,"y":2},"b":2})", "]"},
      {R"({"a":{"x":1}},"b":2})", R"({"a":{"x":1} ,"b":2})", "}"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const auto mended = mend_json(one.text);
    REQUIRE(mended);
    CAPTURE(mended->text);
    CHECK(sound_json(mended->text));
    if (one.mended != nullptr) CHECK(mended->text == one.mended);
    if (one.broken != nullptr) CHECK(cut(one.text, mended->broken) == one.broken);
  }
}

TEST_CASE("no text brings the menders down, and their offsets stay") {
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp): the same on every run.
  const std::string marks = "<>/=\"'{}[]:,\\ a1\n!-?";
  for (int i = 0; i < 20000; ++i) {
    std::string text(random() % 40, ' ');
    for (char& c : text) c = marks[random() % marks.size()];
    CAPTURE(text);
    const MendedText xml = mend_xml(text);
    CHECK(xml.text.size() >= text.size());
    CHECK(xml.broken.end <= text.size());
    if (const auto json = mend_json("{" + text)) CHECK(json->text.size() > text.size());
  }
}

// Where each step looked through all that is open, these would take minutes to hours.
TEST_CASE("what nothing ends does not take the square of the text") {
  const auto times = [](std::string_view part, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
  };
  constexpr std::size_t kMany = 500'000;
  const std::string comments = mend_xml("<a>" + times("<!--", kMany) + "</a>").text;
  CHECK(comments == "<a>" + times("    ", kMany) + "</a>");
  const std::string tags = mend_xml(times("<b>", kMany) + times("</c>", kMany)).text;
  CHECK(tags == times("<b>", kMany) + times("    ", kMany) + times("</b>", kMany));
  const auto marks = mend_json(times("[", kMany) + times("}", kMany));
  REQUIRE(marks);
  CHECK(marks->text == times("[", kMany) + times(" ", kMany) + times("]", kMany));
}

}  // namespace
}  // namespace emrlint
