// SPDX-License-Identifier: Apache-2.0
#include "draft/json_append.h"

#include <doctest/doctest.h>

#include <string>

namespace emrlint::draft {
namespace {

// The text of an object with one more item in its "a"; empty where there is no place for it.
std::string appended(const std::string& text,
                     std::string_view item = R"({"x":"1","y":[{"z":2}]})") {
  SourceFile file({}, text);
  const JsonTree tree = JsonTree::parse(file, 0, 16, 1000);
  const auto insertion = append_item(text, tree.root(), "a", item);
  if (!insertion) return {};
  std::string whole = text;
  return whole.replace(insertion->at, insertion->replaces, insertion->text);
}

TEST_CASE("an item goes behind the last one, laid out as it is") {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      // On one line, with blanks and without.
      {R"({"a": [{"x": "0"}]})", R"({"a": [{"x": "0"}, {"x": "1", "y": [{"z": 2}]}]})"},
      {R"({"a":[{"x":"0"}]})", R"({"a":[{"x":"0"},{"x":"1","y":[{"z":2}]}]})"},
      {R"({"a": [{}, {"x": "0"} ] , "b": 1})",
       R"({"a": [{}, {"x": "0"}, {"x": "1", "y": [{"z": 2}]} ] , "b": 1})"},
      // What is no object counts as well.
      {R"({"a": ["]}", null, "\"]"]})",
       R"({"a": ["]}", null, "\"]", {"x": "1", "y": [{"z": 2}]}]})"},
      // The only one of a line gets company below it.
      {"{\"b\": 1,\n  \"a\": [{\"x\": \"0\"}]}",
       "{\"b\": 1,\n  \"a\": [{\"x\": \"0\"},\n   {\"x\": \"1\", \"y\": [{\"z\": 2}]}]}"},
      // Each on a line of its own.
      {"{\"a\": [\n\t{\"x\": \"0\"}\n]}",
       "{\"a\": [\n\t{\"x\": \"0\"},\n\t{\"x\": \"1\", \"y\": [{\"z\": 2}]}\n]}"},
      // Over several lines; so is the line end.
      {"{\r\n \"a\": [\r\n  {\r\n   \"x\": 0\r\n  }\r\n ]\r\n}",
       "{\r\n \"a\": [\r\n  {\r\n   \"x\": 0\r\n  },\r\n  {\r\n   \"x\": \"1\",\r\n   \"y\": [\r\n"
       "    {\r\n     \"z\": 2\r\n    }\r\n   ]\r\n  }\r\n ]\r\n}"},
      {"{\n  \"a\": [{\n    \"x\": 0\n  }]\n}",
       "{\n  \"a\": [{\n    \"x\": 0\n  }, {\n    \"x\": \"1\",\n    \"y\": [\n      {\n"
       "        \"z\": 2\n      }\n    ]\n  }]\n}"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(appended(one.text) == one.expected);
  }
}

TEST_CASE("an array that is empty, null or not there gets a first item") {
  const std::string item = R"({"x":1})";
  CHECK(appended(R"({"a": [ ], "b": 1})", item) == R"({"a": [{"x": 1}], "b": 1})");
  CHECK(appended("{\"b\":[],\"a\":[]}", item) == "{\"b\":[],\"a\":[{\"x\":1}]}");
  CHECK(appended(R"({"a": null})", item) == R"({"a": [{"x": 1}]})");
  CHECK(appended(R"({"b": "1"})", item) == R"({"b": "1", "a": [{"x": 1}]})");
  CHECK(appended(R"({"b":"1"})", item) == R"({"b":"1","a":[{"x":1}]})");
  CHECK(appended("{ }", item) == "{\"a\": [{\"x\": 1}] }");
  CHECK(appended("{\n  \"b\": {\"c\": 1}\n}", item) ==
        "{\n  \"b\": {\"c\": 1},\n  \"a\": [\n    {\n      \"x\": 1\n    }\n  ]\n}");
  CHECK(appended("{\"b\": 1,\n \"c\": 2}", item) ==
        "{\"b\": 1,\n \"c\": 2,\n \"a\": [{\"x\": 1}]}");
  CHECK(appended("{\n  \"a\": []\n}", item) ==
        "{\n  \"a\": [\n    {\n      \"x\": 1\n    }\n  ]\n}");
}

TEST_CASE("what is broken or no array stays as it is") {
  CHECK(appended(R"({"a": {"x": 0}})") == "");
  CHECK(appended(R"({"a": "x"})") == "");
  CHECK(appended(R"({"a": [{"x": 0}, )") == "");
  CHECK(appended(R"({"a": [{"x": 0}], )") == "");
  CHECK(appended("[]") == "");
}

TEST_CASE("strings of an item stay as they are") {
  CHECK(appended(R"({"b": 1})", R"({"x":"a, \"b\": {}\\"})") ==
        R"({"b": 1, "a": [{"x": "a, \"b\": {}\\"}]})");
}

}  // namespace
}  // namespace emrlint::draft
