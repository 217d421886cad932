// SPDX-License-Identifier: Apache-2.0
#include "rule/citation.h"
#include "rule/rule_fixture.h"

namespace emrlint {
namespace {

TEST_CASE("the card of a rule is what its file says") {
  const Catalog catalog = catalog_with("deadline", R"(core = [2, 15]
needs = ["documents"]
supersedes = ["other-rule"]
event = "admission"
document = "admission-record"
limit = "24h"
[rule.messages.late]
zh = "{0}迟了{6}"
en = "{0} is {6} late"
)");
  const CatalogEntry& entry = catalog.entries().front();
  CHECK(entry.kind == "deadline");
  CHECK(entry.origin == "test.toml");
  CHECK(entry.family == "test");
  const CheckInfo& info = entry.info;
  CHECK(info.id == "test-rule");
  CHECK(info.severity == Severity::kError);
  CHECK(info.title.zh == "标题");
  CHECK(info.advice.en == "advice");
  REQUIRE(info.basis.size() == 1);
  CHECK(info.basis[0].source == "BL");
  CHECK(info.basis[0].article == "22(15)");
  CHECK(info.core_systems.size() == 2);
  CHECK(info.needs[0] == Source::kDocuments);
  CHECK(info.supersedes[0] == "other-rule");
  REQUIRE(info.options.size() == 1);
  CHECK(info.options[0].name == "limit");
  CHECK(info.messages[0].id == "late");
  CHECK(info.messages[0].en == "{0} is {6} late");
}

TEST_CASE("citations: the longest known key, then the article") {
  struct Case {
    std::string_view text, source, article;
  };
  for (const auto& [text, source, article] :
       {Case{"BL 22(15)", "BL", "22(15)"}, Case{"ZB-5", "ZB", "5"}, Case{"KC25-7", "KC25", "7"},
        Case{"XD指标15", "XD", "指标15"}, Case{"ZJM 3", "ZJM", "3"}, Case{"SA3", "SA", "3"}}) {
    const auto& shown_text = text;
    CAPTURE(shown_text);
    const auto citation = parse_citation(text);
    REQUIRE(citation);
    CHECK(citation->source == source);
    CHECK(citation->article == article);
  }
  CHECK_FALSE(parse_citation("BL"));
  CHECK_FALSE(parse_citation("QQ 5"));
}

TEST_CASE("an error points and guesses what was meant") {
  constexpr std::string_view kGood = "event = \"admission\"\ndocument = \"admission-record\"\n";
  const auto keys = [&](std::string_view more) { return std::string(kGood) + std::string(more); };
  struct Case {
    std::string keys;
    std::string_view message;
  };
  const Case cases[] = {
      {keys("limit = \"24h\"\nlimits = 3\n"),
       "test.toml:13:1: unknown key \"limits\"; did you mean \"limit\"?"},
      {keys("limit = \"24hours\"\n"),
       "test.toml:12:9: \"24hours\" is no duration; write 30min, 24h, 7d or 2w"},
      {keys("limit = 24\n"), "test.toml:12:9: limit must be a text, not an integer"},
      {keys(""), "test.toml:1:1: limit is missing"},
      {"event = \"admision\"\ndocument = \"admission-record\"\nlimit = \"24h\"\n",
       "test.toml:10:9: there is no event or document type \"admision\"; did you mean "
       "\"admission\"?"},
      {"event = \"admission\"\ndocument = \"admission-recod\"\nlimit = \"24h\"\n",
       "test.toml:11:12: there is no document type \"admission-recod\"; did you mean "
       "\"admission-record\"?"},
      {keys("limit = \"24h\"\nhaving = [\"chief-complain\"]\n"),
       "test.toml:13:11: there is no section \"chief-complain\"; did you mean "
       "\"chief-complaint\"?"},
      {keys("limit = \"24h\"\napplies = { inpatent = true }\n"),
       "test.toml:13:13: unknown key \"inpatent\"; did you mean \"inpatient\"?"},
      {keys("limit = \"24h\"\n[rule.messages.lat]\nzh = \"\"\nen = \"\"\n"),
       "test.toml:13:16: the rule has no message lat; did you mean \"late\"?"},
      {keys("limit = \"24h\"\n[rule.messages.late]\nzh = \"{0}\"\nen = \"{1}\"\n"),
       "test.toml:13:16: both languages must use the same placeholders, up to {6}"},
      {keys("limit = \"24h\"\n[rule.messages.late]\nzh = \"{0}\"\n"),
       "test.toml:13:16: messages.late.en is missing"},
      {keys("limit = \"24h\"\nlimit = \"24h\"\n"), "test.toml:13:"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.keys);
    const std::string error = error_of("deadline", c.keys);
    if (c.message.ends_with(':')) {
      CHECK(error.starts_with(c.message));
    } else {
      CHECK(error == c.message);
    }
  }
  CHECK(error_of("dedline", "") ==
        "test.toml:3:8: there is no kind of rule \"dedline\"; did you mean \"deadline\"?");
}

TEST_CASE("an unknown source of law is an error") {
  Catalog catalog;
  std::string text = rule_text("deadline", "");
  text.replace(text.find("BL 22"), 2, "BM");
  const auto error = catalog.add_rules("test.toml", text);
  REQUIRE(error);
  CHECK(error->en == "test.toml:9:10: no known source in \"BM 22(15)\"; did you mean \"BL\"?");
}

TEST_CASE("an id can be used once") {
  constexpr std::string_view kKeys =
      "event = \"admission\"\ndocument = \"admission-record\"\nlimit = \"24h\"\n";
  Catalog catalog = catalog_with("deadline", kKeys);
  const auto error = catalog.add_rules("again.toml", rule_text("deadline", kKeys));
  REQUIRE(error);
  CHECK(error->en == "again.toml:1:1: the check test-rule exists already (test.toml)");
}

TEST_CASE("a file without rules is an error") {
  Catalog catalog;
  CHECK(catalog.add_rules("a.toml", "")->en == "a.toml:1:1: rule is missing");
  CHECK(catalog.add_rules("a.toml", "rule = 3")->en == "a.toml:1:8: rules are written as [[rule]]");
}

}  // namespace
}  // namespace emrlint
