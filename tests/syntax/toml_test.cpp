// SPDX-License-Identifier: Apache-2.0
#include "syntax/toml.h"

#include <doctest/doctest.h>

#include <string>

namespace emrlint {
namespace {

TEST_CASE("toml: values have their kind and place") {
  const Result<TomlValue> root = parse_toml("a.toml", "b = \"张三\"\n[c]\nd = [1, 2.5, true]\n");
  REQUIRE(root.ok());
  REQUIRE(root->member("b") != nullptr);
  CHECK(root->member("b")->value.text == "张三");
  const TomlMember* c = root->member("c");
  REQUIRE(c != nullptr);
  const TomlMember* d = c->value.member("d");
  REQUIRE(d != nullptr);
  CHECK(d->place.line == 3);
  REQUIRE(d->value.items.size() == 3);
  CHECK(d->value.items[0].integer == 1);
  CHECK(d->value.items[1].number == 2.5);
  CHECK(d->value.items[2].boolean);
  CHECK(d->value.items[2].place.column == 14);
}

// The parser looks up every character outside a text among the blanks of Unicode; of some it had
// no answer, which was undefined behaviour.
TEST_CASE("toml: Chinese characters and marks outside a text are a syntax error with a place") {
  for (const char* mark : {"、", "，", "。", "：", "“", "”", "…", "　", "张", "\u00A0", "\u2028",
                           "\u200B", "\uFEFF", "\U00020000"}) {
    for (const char* before :
         {"a = 1\nb = ", "a = 1\nb = [1", "a = 1\nb = 1 ", "a = 1\n[b", "a = 1\nb = \"x\"",
          "a = 1\nb", "a = 1\n", "a = 1\nb = 2024-03-01"}) {
      for (const char* after : {"", "2]\n", "\nc = 2\n"}) {
        const std::string text = std::string(before) + mark + after;
        CAPTURE(text);
        const Result<TomlValue> root = parse_toml("a.toml", text);
        if (root.ok()) continue;  // Some are blanks to TOML.
        CHECK(root.error().en.find("a.toml:") == 0);
        CHECK(root.error().en.find(": TOML syntax: ") != std::string::npos);
      }
    }
  }
  const Result<TomlValue> listed = parse_toml("a.toml", "a = [\"1\"、\"2\"]\n");
  REQUIRE_FALSE(listed.ok());
  CHECK(listed.error().en.find("a.toml:1:") == 0);
}

TEST_CASE("toml: a table header without a key is a syntax error with a place") {
  for (const char* text : {"[\nrule]]\n", "[[\nrule]]\n", "[", "[[", "[ ", "[、]\n", "[=]\n",
                           "[#]\n", "[a.\nb]\n", "[a.、]\n", "[]\n"}) {
    CAPTURE(text);
    const Result<TomlValue> root = parse_toml("a.toml", text);
    REQUIRE_FALSE(root.ok());
    CHECK(root.error().en.find("a.toml:") == 0);
  }
}

TEST_CASE("toml: characters of all planes inside texts and comments are read") {
  const std::string written = "、，。：“”…　张\U00020000";
  const Result<TomlValue> root =
      parse_toml("a.toml", "# " + written + "\nb = \"" + written + "\"  # " + written + "\n");
  REQUIRE(root.ok());
  CHECK(root->member("b")->value.text == written);
}

}  // namespace
}  // namespace emrlint
