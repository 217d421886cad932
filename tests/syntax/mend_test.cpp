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
      {"<a>T<36.5</a>", "<a>T 36.5</a>", "<"},
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
      {R"({"a":2024-03-01,"b":-1.5e+3,"c":007,"d":0})",
       R"({               "b":-1.5e+3,        "d":0})", "\"a\":2024-03-01"},
      {R"({"a":{"x":1}},"b":2})", R"({"a":{"x":1} ,"b":2})", "}"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const MendedText mended = mend_json(one.text);
    CAPTURE(mended.text);
    CHECK(sound_json(mended.text));
    if (one.mended != nullptr) CHECK(mended.text == one.mended);
    if (one.broken != nullptr) CHECK(cut(one.text, mended.broken) == one.broken);
  }
}

TEST_CASE("parts that have no place give way first") {
  const std::string text = R"({"a": [1, {"b": oops 2}, 3, ]})";
  const auto at = static_cast<std::uint32_t>(text.find("oops"));
  const TextRange parts[] = {{at, at + 4}};
  const MendedText mended = mend_without(text, parts, Syntax::kJson);
  CHECK(mended.text == R"({"a": [1, {"b":      2}, 3  ]})");
  CHECK(cut(text, mended.broken) == "oops");
  CHECK(mended.gaps > 1);
  const MendedText whole = mend_without("<a>x<b/></a>", {}, Syntax::kXml);
  CHECK(whole.text == "<a>x<b/></a>");
  CHECK(whole.gaps == 0);
}

TEST_CASE("a text is as it was before a change, and what stands around keeps its place") {
  const struct {
    Syntax syntax;
    const char *before, *now, *mended, *broken;
  } cases[] = {
      {Syntax::kXml, "<a><sect>x</sect><b/></a>", "<a><sect>x</se𠮷ct><b/></a>",
       "<a><sect>x</sect>    <b/></a>", "𠮷"},
      {Syntax::kXml, "<a>x<b c=\"1>2\"/></a>", "<a>x<b c=\"1\">2\"/></a>",
       "<a>x<b c=\"1>2\"/> </a>", "\""},
      {Syntax::kXml, "<a>病历</a>", "<a>病<历</a>", "<a>病历 </a>", "<"},
      {Syntax::kXml, "<a>病</a>", "<a>症<</a>", "<a>病 </a>", "症<"},
      {Syntax::kXml, "<a>甲</a>", "<a>由<甲</a>", "<a>    甲</a>", "由<"},
      {Syntax::kXml, "<a>\n    <b>x</b>\n    <c/></a>",
       "<a>\n    <b>x\n    <c/></a>", "<a>\n    <b>x</b> <c/></a>", nullptr},
      {Syntax::kXml, "<a><b>x</b><c/></a>", "<a><b>x<c/></a>", nullptr, nullptr},
      {Syntax::kJson, R"({"a": "x", "b": 1})", R"({"a": "x"", "b": 1})", R"({"a": "x" , "b": 1})",
       "\""},
      {Syntax::kJson, R"({"a": "x\"y", "b": 1})", R"({"a": "x\qq"y", "b": 1})",
       R"({"a": "x\"y"  , "b": 1})", "qq"},
      {Syntax::kJson, "{\"a\": [1],\n  \"b\": 2}", "{\"a\": [1\n  \"b\": 2}",
       "{\"a\": [1], \"b\": 2}", nullptr},
      {Syntax::kJson, R"({"a":[1],"b":2})", R"({"a":[1"b":2})", nullptr, nullptr},
      {Syntax::kJson, R"({"a":1})", R"({"a":1])", R"({"a":1})", "]"},
      {Syntax::kJson, R"({"a":1})", R"({"a":1}})", R"({"a":1} )", "}"},
  };
  for (const auto& one : cases) {
    CAPTURE(std::string(one.now));
    const auto mended = mend_as_before(one.now, one.before, one.syntax);
    REQUIRE(mended.has_value() == (one.mended != nullptr));
    if (!mended) continue;
    CHECK(mended->text == one.mended);
    if (one.broken != nullptr) CHECK(cut(one.now, mended->broken) == one.broken);
  }
}

TEST_CASE("whatever changed, a text as it was is sound, and only its broken place moves") {
  std::mt19937 random(6);  // NOLINT(cert-msc51-cpp): the same on every run.
  const std::string marks = "<>/=\"'{}[]:,\\ a1\n!-?";
  const std::string xml = "<?xml version='1.0'?>\n<a x='1' y=\"<&gt;'>\">\n  <!-- \"c> -->\n  <b>甲"
                          "</b> <![CDATA[<x>]]>\n  <c/>\n    </a>\n";
  const std::string json = "{\n  \"a\\\"b\": [1, -2.5e3, true,\n    \"甲 {\"],\n  \"c\": {}\n}\n";
  std::size_t made = 0;
  for (int i = 0; i < 20000; ++i) {
    const bool is_xml = i % 2 == 0;
    const std::string& before = is_xml ? xml : json;
    std::string now = before;
    for (std::size_t edits = 1 + random() % 3; edits > 0; --edits) {
      const std::size_t at = random() % (now.size() + 1);
      if (random() % 3 == 0) now.erase(at, random() % 5);
      else now.insert(at, std::string(1 + random() % 2, marks[random() % marks.size()]));
    }
    const auto mended = mend_as_before(now, before, is_xml ? Syntax::kXml : Syntax::kJson);
    if (!mended) continue;
    ++made;
    CAPTURE(now);
    CAPTURE(mended->text);
    REQUIRE(mended->text.size() == now.size());
    CHECK((is_xml ? sound_xml(mended->text) : sound_json(mended->text)));
    CHECK(mended->text.substr(0, mended->broken.begin) == now.substr(0, mended->broken.begin));
    CHECK(mended->broken.begin <= mended->broken.end);
    CHECK(mended->broken.end <= mended->last);
    CHECK(mended->text.substr(mended->last) == now.substr(mended->last));
  }
  CHECK(made > 15000);
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
    const MendedText json = mend_json("{" + text);
    CHECK(json.text.size() > text.size());
    CHECK(json.broken.end <= text.size() + 1);
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
  const MendedText marks = mend_json(times("[", kMany) + times("}", kMany));
  CHECK(marks.text == times("[", kMany) + times(" ", kMany) + times("]", kMany));
}

}  // namespace
}  // namespace emrlint
