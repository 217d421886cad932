// SPDX-License-Identifier: Apache-2.0
#include "syntax/tolerant_tree.h"

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <random>
#include <string>

namespace emrlint {
namespace {

constexpr std::string_view kNames[] = {"entry", "section"};

std::string times(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

std::string cut(std::string_view text, TextRange range) {
  return std::string(text.substr(range.begin, range.end - range.begin));
}

std::vector<std::string> elements(const TolerantTree& tree, std::string_view text) {
  std::vector<std::string> found;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (const TextRange& range : tree.elements(0, size, kNames)) found.push_back(cut(text, range));
  return found;
}

TEST_CASE("whole elements of a broken XML text") {
  const std::string text = "<a><entry>1</entry><b c=1><cda:entry x='2'/><section><entry/>";
  TolerantTree tree;
  tree.update(text, Syntax::kXml);
  CHECK(elements(tree, text) ==
        std::vector<std::string>{"<entry>1</entry>", "<cda:entry x='2'/>", "<entry/>"});
  CHECK(!tree.errors().ranges.empty());
}

TEST_CASE("what tree-sitter cannot place") {
  const std::string text = R"({"a": [1, 2, }, 3], "b": 4})";
  TolerantTree tree;
  tree.update(text, Syntax::kJson);
  const TolerantTree::Errors errors = tree.errors();
  CHECK(errors.placed);
  REQUIRE(errors.ranges.size() == 1);
  CHECK(cut(text, errors.ranges[0]).find('}') != std::string::npos);
  tree.update(R"({"a": [1, 2, 3], "b": 4})", Syntax::kJson);
  CHECK(tree.errors().ranges.empty());
}

TEST_CASE("whole members and items of a broken JSON text") {
  const std::string text = R"({"a": [{"x": 1}, {"y" 2}, {"z": 3}],
                               "b": {"c": 1 "d": "e"}, "f": [4]})";
  TolerantTree tree;
  tree.update(text, Syntax::kJson);
  const auto children = [&](std::string_view container, std::uint32_t from) {
    return tree.children(static_cast<std::uint32_t>(text.find(container)), from);
  };
  const auto begins = [&](const TolerantTree::Children& found) {
    std::string marks;
    for (const std::uint32_t offset : found.begins) marks += text.substr(offset, 4) + "|";
    return marks;
  };
  CHECK(begins(children("{\"a\"", 0)) == "\"f\":|");
  CHECK(!children("{\"a\"", 0).sound);
  CHECK(begins(children("[{", 0)) == "{\"x\"|{\"z\"|");
  const std::uint32_t behind = 26;
  CHECK(begins(children("[{", behind)) == "{\"z\"|");
  CHECK(children("[{", behind).sound);
  CHECK(!children("1}", 0).sound);  // No container begins there.
}

// Parsers of other kinds than the text needs no longer have anything to say.
TEST_CASE("another syntax begins anew") {
  TolerantTree tree;
  tree.update("<a><entry/>", Syntax::kXml);
  tree.update("[1, [2]", Syntax::kJson);
  CHECK(tree.children(0, 0).begins.size() == 2);
}

TEST_CASE("nothing is found where tree-sitter would take too long or come down") {
  const std::pair<Syntax, std::string> texts[] = {
      {Syntax::kJson, times("[", 70'000)},
      {Syntax::kJson, times("[}", 70'000)},
      {Syntax::kJson, "[" + times("1 2,", 50'000) + "]"},
      {Syntax::kXml, "<a>" + times("<section>", 400)},
      {Syntax::kXml, "<a>" + times("<b/></c>", 50'000) + "</a>"},
      {Syntax::kXml, "<a>" + times("<b><c></b>", 1000) + "</a>"},
      {Syntax::kXml, "<a>" + times("<entry/>", 600'000)},
  };
  TolerantTree tree;
  for (const auto& [syntax, text] : texts) {
    tree.update(text, syntax);
    CHECK(tree.errors().ranges.empty());
    CHECK(tree.children(0, 0).begins.empty());
    CHECK(elements(tree, text).empty());
  }
  tree.update("<a><entry/>", Syntax::kXml);
  CHECK(elements(tree, "<a><entry/>") == std::vector<std::string>{"<entry/>"});
}

// One text that changes a little again and again, now and then back to a sound one.
class Changing {
 public:
  Changing(std::string text, std::vector<std::string> pieces)
      : sound_(std::move(text)), pieces_(std::move(pieces)), now_(sound_) {}

  const std::string& change(std::mt19937& random) {
    const std::size_t at = random() % (now_.size() + 1);
    if (random() % 6 == 0) {
      now_ = sound_;
    } else if (random() % 3 == 0) {
      now_.erase(at, random() % 12);
    } else {
      now_.insert(at, pieces_[random() % pieces_.size()]);
    }
    return now_;
  }
  bool is_sound() const { return now_ == sound_; }

 private:
  std::string sound_;
  std::vector<std::string> pieces_;
  std::string now_;
};

TEST_CASE("a tree that followed the changes finds what a new one finds in a sound text") {
  std::mt19937 random(11);  // NOLINT(cert-msc51-cpp): the same on every run.
  const std::string section = "<section><entry>甲\n<v x=\"1\"/></entry><entry>乙</entry></section>\n";
  Changing text("<doc>\n" + times(section, 20) + "</doc>",
                {"<", ">", "\"", "x", "𠮷", "</entry>", "<entry>", "\n", "<!--", "-->", "&"});
  TolerantTree tree;
  for (int i = 0; i < 3000; ++i) {
    const std::string& now = text.change(random);
    CAPTURE(now);
    tree.update(now, Syntax::kXml);
    for (const std::string& element : elements(tree, now)) {
      CHECK(pugi::xml_document().load_string(element.c_str()));
    }
    if (!text.is_sound()) continue;
    CHECK(tree.errors().ranges.empty());
    CHECK(elements(tree, now).size() == 20);
  }
}

TEST_CASE("the same of JSON") {
  std::mt19937 random(12);  // NOLINT(cert-msc51-cpp): the same on every run.
  Changing text("[" + times("{\"a\": [1, \"甲\"],\n\"b\": {\"c\": true}}, ", 40) + "0]",
                {"{", "}", "[", "]", "\"", ":", ",", "1", "𠮷", "\\", "\n", "null"});
  TolerantTree tree;
  for (int i = 0; i < 3000; ++i) {
    const std::string& now = text.change(random);
    tree.update(now, Syntax::kJson);
    for (const std::uint32_t at : tree.children(0, 0).begins) CHECK(at < now.size());
    if (!text.is_sound()) continue;
    CHECK(tree.errors().ranges.empty());
    CHECK(tree.children(0, 0).sound);
    CHECK(tree.children(0, 0).begins.size() == 41);
  }
}

}  // namespace
}  // namespace emrlint
