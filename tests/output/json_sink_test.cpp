// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <limits>
#include <set>
#include <sstream>
#include <string>

#include "output/json_writer.h"
#include "output/sample_run.h"

namespace emrlint {
namespace {

TEST_CASE("JSON lines: one object a line, the keys of docs/output.md") {
  CHECK(SampleRun().write(make_json_sink, {}) == golden("lines.jsonl"));
}

TEST_CASE("JSON lines: each line is an object with a known type") {
  std::istringstream lines(SampleRun().write(make_json_sink, {}));
  std::multiset<std::string> types;
  for (std::string line; std::getline(lines, line);) {
    rapidjson::Document document;
    document.Parse(line.c_str());
    REQUIRE_FALSE(document.HasParseError());
    types.insert(document["type"].GetString());
  }
  CHECK(types == std::multiset<std::string>{"chart", "due", "finding", "finding", "problem",
                                            "summary", "undecided"});
}

TEST_CASE("JSON: bytes that are no UTF-8 become replacement characters") {
  std::ostringstream out;
  JsonWriter json(out);
  json.begin_array();
  json.text("a\xFF\xE4\xBD");
  json.text("中\n\x01");
  json.end_array();
  json.flush();
  CHECK(out.str() == "[\"a\uFFFD\uFFFD\uFFFD\",\"中\\n\\u0001\"]");
}

TEST_CASE("JSON: a number that is none is null") {
  std::ostringstream out;
  JsonWriter json(out);
  json.begin_object();
  json.decimal("ratio", 0.0 / 1);
  json.decimal("none", std::numeric_limits<double>::quiet_NaN());
  json.decimal("last", 0.25);
  json.end_object();
  json.flush();
  CHECK(out.str() == R"({"ratio":0,"none":null,"last":0.25})");
}

}  // namespace
}  // namespace emrlint
