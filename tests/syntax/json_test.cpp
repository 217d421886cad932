// SPDX-License-Identifier: Apache-2.0
#include "syntax/json.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "syntax/json_reference.h"
#include "syntax/tolerant_tree.h"

namespace emrlint {
namespace {

constexpr std::uint32_t kDepth = 256;
constexpr std::uint32_t kNodes = 1'000'000;

struct Parsed {
  explicit Parsed(std::string text, std::uint32_t depth = kDepth, std::uint32_t nodes = kNodes)
      : file("test.json", std::move(text)), tree(JsonTree::parse(file, 3, depth, nodes)) {}

  SourceFile file;
  JsonTree tree;
};

TEST_CASE("json: kinds and values") {
  const Parsed parsed(R"( {"s": "text", "n": -1.5e2, "i": 42, "t": true, "f": false, "z": null,
                           "a": [1, [], {}], "o": {"in": "side"}} )");
  REQUIRE(!parsed.tree.error());
  const JsonValue root = parsed.tree.root();
  CHECK(root.is_object());
  CHECK(root["s"].str() == "text");
  CHECK(root["s"].is_string());
  CHECK(root["n"].number() == -150.0);
  CHECK(root["n"].str() == "-1.5e2");
  CHECK(!root["n"].integer());
  CHECK(root["i"].integer() == 42);
  CHECK(root["t"].boolean() == true);
  CHECK(root["f"].boolean() == false);
  CHECK(root["z"].kind() == JsonKind::kNull);
  CHECK(!root["z"].boolean());
  CHECK(root["a"].first().integer() == 1);
  CHECK(root["a"].first().next().is_array());
  CHECK(!root["a"].first().next().first());
  CHECK(root["a"].first().next().next().is_object());
  CHECK(!root["a"].first().next().next().next());
  CHECK(root["o"]["in"].str() == "side");
  CHECK(parsed.tree.size() == 13);
}

TEST_CASE("json: a missing value answers every question with nothing") {
  const Parsed parsed(R"({"a": {"b": 1}, "s": "x"})");
  const JsonValue missing = parsed.tree.root()["no"]["such"].first().next();
  CHECK(!missing);
  CHECK(missing.str().empty());
  CHECK(missing.key().empty());
  CHECK(!missing.number());
  CHECK(!missing.integer());
  CHECK(!missing.boolean());
  CHECK(missing.span() == Span{});
  CHECK(missing.key_span() == Span{});
  CHECK(!parsed.tree.root()["s"]["x"]);
  CHECK(!parsed.tree.root()["s"].first());
}

TEST_CASE("json: a repeated member is found by its first") {
  const Parsed parsed(R"({"a": 1, "a": 2})");
  CHECK(parsed.tree.root()["a"].integer() == 1);
}

TEST_CASE("json: spans are the source bytes") {
  const std::string text =
      R"({ "键\u0041" : "第\n一\u4e8c\"", "empty":"", "n" :12.50 ,"l":[ true,null ] })";
  const Parsed parsed(text);
  REQUIRE(!parsed.tree.error());
  const JsonValue root = parsed.tree.root();
  const auto source = [&](Span span) { return std::string(parsed.file.text(span)); };

  const JsonValue first = root.first();
  CHECK(first.key() == "键A");
  CHECK(source(first.key_span()) == R"(键\u0041)");
  CHECK(first.str() == "第\n一二\"");
  CHECK(source(first.span()) == R"(第\n一\u4e8c\")");
  CHECK(first.span().file == 3);
  CHECK(first.text().span == first.span());

  CHECK(root["empty"].str().empty());
  CHECK(root["empty"].span().empty());
  CHECK(source(root["empty"].key_span()) == "empty");
  CHECK(text[root["empty"].span().begin] == '"');
  CHECK(source(root["n"].span()) == "12.50");
  CHECK(root["n"].str() == "12.50");
  CHECK(source(root["l"].span()) == "[ true,null ]");
  CHECK(source(root["l"].first().span()) == "true");
  CHECK(root["l"].first().key().empty());
  CHECK(source(root["l"].first().next().span()) == "null");
  CHECK(source(root.span()) == text);
}

TEST_CASE("json: siblings of every level are linked") {
  const Parsed parsed(R"([[1,2],[3,[4]],5,{"a":{"b":[]},"c":6}])");
  std::string seen;
  for (const JsonValue item : children(parsed.tree.root())) {
    seen += parsed.file.text(item.span());
    seen += ';';
  }
  CHECK(seen == R"([1,2];[3,[4]];5;{"a":{"b":[]},"c":6};)");
  CHECK(parsed.tree.root().first().next().next().next()["c"].integer() == 6);
}

TEST_CASE("json: blanks of every kind and length stand between values") {
  for (std::size_t n = 0; n < 40; ++n) {
    CAPTURE(n);
    const std::string blanks = "\n" + std::string(n, ' ') + "\t\r\n" + std::string(n, ' ');
    const Parsed parsed(blanks + "[" + blanks + "1" + blanks + "," + blanks + "2" + blanks + "]" +
                        blanks);
    REQUIRE(!parsed.tree.error());
    CHECK(parsed.tree.root().first().integer() == 1);
    CHECK(parsed.tree.root().first().next().integer() == 2);
  }
}

TEST_CASE("json: any value may be the root") {
  for (const char* text : {"1", "\"x\"", "true", "null", "[]", " {} \n"}) {
    CAPTURE(text);
    const Parsed parsed(text);
    CHECK(!parsed.tree.error());
    CHECK(parsed.tree.size() == 1);
  }
}

struct ErrorCase {
  std::string_view text;
  std::uint32_t offset;
  std::string_view en;
};

TEST_CASE("json: errors say what and where") {
  const ErrorCase cases[] = {
      {"", 0, "the text is empty or breaks off: there is no whole JSON value"},
      {"  ", 2, "the text is empty or breaks off: there is no whole JSON value"},
      {"tru", 3, "the text is empty or breaks off: there is no whole JSON value"},
      {R"({"a": 1)", 7, "the text breaks off: 1 objects or arrays are still open"},
      {R"([[{"a")", 6, "the text breaks off: 3 objects or arrays are still open"},
      {R"({"a": 1 "b": 2})", 8, "a comma or '}' is missing after a member; found '\"'"},
      {R"({"a" 1})", 5, "a colon is missing after the name of a member; found '1'"},
      {R"([1 2])", 3, "a comma or ']' is missing after an array item; found '2'"},
      {R"({a: 1})", 1,
       "a member name in double quotes is expected here; found text without quotes"},
      {R"({"a": 张})", 6, "a value is expected here; found a character outside ASCII"},
      {R"({"a": 1,})", 8, "a comma too many before '}'"},
      {R"([1, ])", 4, "a comma too many before ']'"},
      {R"({"a": 1} x)", 9, "text follows the end of the JSON value; found text without quotes"},
      {R"({"a": 1}{})", 8, "text follows the end of the JSON value; found '{'"},
      {R"({'a': 1})", 1, "use double quotes, not single ones"},
      {"{\"a\": 1 // c\n}", 8, "JSON has no comments"},
      {R"({"a"：1})", 4, "： is a full-width sign; JSON uses ASCII ones"},
      {R"([None])", 1, "None is no JSON value: write true, false, null, a number or a string"},
      {R"(["abc)", 1, "this string has no closing quote: the text breaks off inside it"},
      {R"(["ab\)", 1, "this string has no closing quote: the text breaks off inside it"},
      {R"(["ab\u12)", 1, "this string has no closing quote: the text breaks off inside it"},
      {"[\"abc\n\"]", 1,
       "this string has no closing quote on its line (write a line break as \\n)"},
      {"[\"abc\t\"]", 5, "control character U+0009 in a string is not escaped"},
      {R"(["a\x"])", 3, "the character after the backslash is no JSON escape"},
      {R"(["a\u12g4"])", 3, "\\u must be followed by four hexadecimal digits"},
      {R"(["a\ud800b"])", 3, "a surrogate escape \\u has no partner"},
      {R"([1.])", 3, "digits are missing after a decimal point; found ']'"},
      {R"([1e])", 3, "digits are missing in the exponent of a number; found ']'"},
      {R"([-])", 2, "a value is expected here; found ']'"},
  };
  for (const ErrorCase& c : cases) {
    CAPTURE(c.text);
    const Parsed parsed{std::string(c.text)};
    REQUIRE(parsed.tree.error());
    CHECK(parsed.tree.error()->en == c.en);
    CHECK(parsed.tree.error()->offset == c.offset);
    CHECK(!parsed.tree.error()->zh.empty());
    CHECK(!parsed.tree.error()->limit);
  }
}

TEST_CASE("json: a NUL does not hide what follows it") {
  const Parsed after(std::string("{}\0{", 4));
  REQUIRE(after.tree.error());
  CHECK(after.tree.error()->offset == 2);
  CHECK(after.tree.error()->en == "text follows the end of the JSON value; found U+0000");

  const Parsed inside(std::string("[\"a\0b\"]", 7));
  REQUIRE(inside.tree.error());
  CHECK(inside.tree.error()->offset == 3);
  CHECK(inside.tree.error()->en == "control character U+0000 in a string is not escaped");
}

TEST_CASE("json: what was read before an error stays") {
  const Parsed parsed(R"({"a": 1, "b": {"c": ["x", "y" "z"], "d": 2}})");
  REQUIRE(parsed.tree.error());
  const std::uint32_t stop = parsed.tree.error()->offset;
  CHECK(stop == 30);
  const JsonValue root = parsed.tree.root();
  CHECK(root["a"].integer() == 1);
  CHECK(root["b"]["c"].first().next().str() == "y");
  CHECK(!root["b"]["c"].first().next().next());
  CHECK(!root["b"]["d"]);
  CHECK(!root["b"].next());
  CHECK(root["b"]["c"].span().end == stop);
  CHECK(root.span().end == stop);
}

// Reads on behind the error.
std::size_t read_behind(Parsed& parsed, std::uint32_t nodes = kNodes) {
  TolerantTree tolerant;
  tolerant.update(parsed.file.text(), Syntax::kJson);
  return parsed.tree.read_behind(parsed.file, tolerant, kDepth, nodes);
}

TEST_CASE("json: what is whole behind an error joins what the error cut off") {
  Parsed parsed(R"({"a": 1, "b": {"c": ["x" "y", {"z": "\u4e00\n"}, [5]], "d": 2}, "f": [6, {}]})");
  REQUIRE(parsed.tree.error());
  CHECK(read_behind(parsed) == 5);
  const JsonValue root = parsed.tree.root();
  std::string items;
  for (JsonValue item : children(root["b"]["c"])) {
    items += std::string(parsed.file.text(item.span())) + "|";
  }
  CHECK(items == R"(x|y|{"z": "\u4e00\n"}|[5]|)");
  CHECK(root["b"]["c"].first().next().next()["z"].str() == "一\n");
  CHECK(root["b"]["d"].integer() == 2);
  CHECK(root["f"].first().next().is_object());
  CHECK(root.broken());
  CHECK(root["b"].broken());
  CHECK(root["b"]["c"].broken());
  CHECK(!root["f"].broken());
}

// With a mark too few, what follows may be taken for the part of something else; with two errors
// what is between them.
TEST_CASE("json: nothing is read behind an error where its place is not certain") {
  for (const char* const text :
       {R"({"a": {"b": 1, "c": [2}, "d": 3})", R"({"a": {"b": [1 2], "c": [3}, "d": 4})",
        R"({"a": {"b" 1, "c": 2}, "d": 3})", R"([{"a": "x}, {"b": 2}, {"c": 3}])", "[1 2", "}"}) {
    CAPTURE(std::string(text));
    Parsed parsed(text);
    const std::size_t size = parsed.tree.size();
    CHECK(read_behind(parsed) == 0);
    CHECK(parsed.tree.size() == size);
  }
}

TEST_CASE("json: what the parser rejects behind an error leaves nothing") {
  Parsed parsed(R"([1 2, {"a": [01]}, "\u12", {"b": "tab	"}, {"c": 3}])");  // A tab in a string.
  CHECK(read_behind(parsed) == 2);
  CHECK(parsed.tree.root().first().next().integer() == 2);
  CHECK(parsed.tree.root().first().next().next()["c"].integer() == 3);
  CHECK(!parsed.tree.root().first().next().next().next());
}

TEST_CASE("json: limits hold behind an error too") {
  Parsed parsed("[1 2, 3, 4, 5]", kDepth, 4);
  CHECK(read_behind(parsed, 4) == 2);
  CHECK(parsed.tree.size() == 4);
  Parsed sound("[1, 2]");
  CHECK(read_behind(sound) == 0);
}

TEST_CASE("json: limits are errors with a place") {
  const std::string deep(100'000, '[');
  const Parsed nested(deep);
  REQUIRE(nested.tree.error());
  CHECK(nested.tree.error()->limit);
  CHECK(nested.tree.error()->offset == kDepth);
  CHECK(nested.tree.error()->en == "nested more than 256 levels deep");
  CHECK(nested.tree.size() == kDepth);

  const Parsed many("[1, 2, 3, 4]", kDepth, 4);
  REQUIRE(many.tree.error());
  CHECK(many.tree.error()->limit);
  CHECK(many.tree.error()->offset == 10);
  CHECK(many.tree.error()->en == "there are more values than allowed");
  CHECK(many.tree.size() == 4);

  const Parsed enough("[1, 2, 3]", kDepth, 4);
  CHECK(!enough.tree.error());
}

TEST_CASE("json: 100,000 levels within the limit do not recurse") {
  std::string text(100'000, '[');
  text.append(100'000, ']');
  const Parsed parsed(std::move(text), 100'000);
  CHECK(!parsed.tree.error());
  CHECK(parsed.tree.size() == 100'000);
}

TEST_CASE("json: one byte changed anywhere is read as RapidJSON reads it") {
  const std::string text =
      "{ \"key\" : [true, false,null , -0.5e+10, 120,{}],\n    \"主诉\": "
      "\"反复\\u80f8\\u95F7\\n3\\\\年"
      "\\ud842\\udfb7\", \"a\":{\"b\":[[],[0]]}}";
  REQUIRE(json_difference(text).empty());
  std::size_t accepted = 0, rejected = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char byte : std::string_view("\"\\{}[],:/01-+.eEtfnuxD \n\x01")) {
      std::string changed = text;
      changed[at] = byte;
      CAPTURE(changed);
      CHECK(json_difference(changed) == "");
      SourceFile file("changed.json", changed);
      ++(JsonTree::parse(file, 0, kDepth, kNodes).error() ? rejected : accepted);
    }
    const std::string cut = text.substr(0, at);
    CAPTURE(cut);
    CHECK(json_difference(cut) == "");
  }
  CHECK(accepted > 500);
  CHECK(rejected > 500);
}

TEST_CASE("json: a number that no double holds stays as it is written") {
  const Parsed parsed("[1e999]");
  REQUIRE(!parsed.tree.error());
  CHECK(parsed.tree.root().first().str() == "1e999");
  CHECK(!parsed.tree.root().first().number());
}

TEST_CASE("json: a surrogate without its partner is an error") {
  for (const char* text :
       {R"(["\ud842"])", R"(["\udfb7"])", R"(["\ud842\ud842"])", R"(["\ud842x"])"}) {
    const Parsed parsed(text);
    CAPTURE(text);
    REQUIRE(parsed.tree.error());
    CHECK(parsed.tree.error()->offset == 2);
  }
  CHECK(Parsed(R"(["\ud842\udfb7"])").tree.root().first().str() == "𠮷");
}

}  // namespace
}  // namespace emrlint
