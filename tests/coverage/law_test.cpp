// SPDX-License-Identifier: Apache-2.0
#include "coverage/law.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

const Reasons kReasons = {{"organisation", {{"机构的组织。", "Organisation."}}}};

constexpr std::string_view kLaw = R"toml([[series]]
title = { zh = "条文", en = "Articles" }
numbers = ["1..2", "2(1..2)"]

[[clause]]
number = "1"
title = { zh = "甲", en = "A" }
unseen = "organisation"

[[clause]]
number = "2"
title = { zh = "乙", en = "B" }
checks = ["consent-*"]
systems = [2, 15]

[[clause]]
number = "2(1)"
title = { zh = "丙", en = "C" }
unseen = { zh = "理由", en = "reason" }

[[clause]]
number = "2(2)"
title = { zh = "丁", en = "D" }
open = { zh = "待写", en = "to come" }
)toml";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("ranges of numbers") {
  using Numbers = std::vector<std::string>;
  CHECK(counted_numbers("二") == Numbers{"二"});
  CHECK(counted_numbers("1..3") == Numbers{"1", "2", "3"});
  CHECK(counted_numbers("22(9..11)") == Numbers{"22(9)", "22(10)", "22(11)"});
  CHECK(counted_numbers("8-1..2") == Numbers{"8-1", "8-2"});
  CHECK(counted_numbers("指标1..2") == Numbers{"指标1", "指标2"});
  CHECK(counted_numbers("3..2").empty());
}

TEST_CASE("a law text is what its file says") {
  const Result<Law> law = read_law("BL", "bl.toml", kLaw, kReasons);
  REQUIRE(law.ok());
  REQUIRE(law->series.size() == 1);
  CHECK(law->series[0].title.en == "Articles");
  const std::vector<Clause>& clauses = law->series[0].clauses;
  REQUIRE(clauses.size() == 4);
  CHECK(clauses[0].remark.unseen.zh == "机构的组织。");
  CHECK(clauses[1].remark.checks[0].text == "consent-*");
  CHECK(clauses[1].remark.systems == std::vector<int>{2, 15});
  CHECK(clauses[2].remark.unseen.en == "reason");
  CHECK(clauses[3].remark.open.en == "to come");
  CHECK(law->find("2(1)") == &clauses[2]);
  CHECK(law->find("3") == nullptr);
  CHECK(law->find("1(4)") == &clauses[0]);  // A passage of article 1,
  CHECK(law->find("2(4)") == nullptr);      // but those of article 2 are counted.
  CHECK(law->find("2(1)(a)") == &clauses[2]);
}

TEST_CASE("a citation may shorten the name of a row") {
  const Result<Law> law = read_law("ZJ", "zj.toml", R"toml([[series]]
title = { zh = "围手术期", en = "Surgery" }
numbers = ["围手术期相关记录1..2"]
[names]
"围术" = "围手术期相关记录"
"围手术期" = "围手术期相关记录"
[[clause]]
number = "围手术期相关记录1"
title = { zh = "甲", en = "A" }
unseen = "organisation"
[[clause]]
number = "围手术期相关记录2"
title = { zh = "乙", en = "B" }
unseen = "organisation"
)toml",
                                   kReasons);
  REQUIRE(law.ok());
  const Clause* const second = &law->series[0].clauses[1];
  for (const char* number : {"围手术期相关记录2", "围手术期2", "围术2"}) {
    CAPTURE(number);
    CHECK(law->find(number) == second);
  }
  CHECK(law->find("围术3") == nullptr);
}

TEST_CASE("wrong data are errors that point") {
  const std::string law(kLaw);
  struct Case {
    std::string text;
    std::string_view message;
  };
  const Case cases[] = {
      {replaced(law, "number = \"2\"", "number = \"3\""),
       "bl.toml:10:1: clause 2 is expected here, not 3"},
      {replaced(law, "2(1..2)", "2(1..3)"), "bl.toml:1:1: clause 2(3) is missing"},
      {replaced(law, "2(1..2)", "2(1..1)"), "bl.toml:21:1: no series counts this clause"},
      {replaced(law, "\"organisation\"", "\"organization\""),
       "bl.toml:8:10: there is no reason \"organization\"; did you mean \"organisation\"?"},
      {replaced(law, "[2, 15]", "[2, 19]"),
       "bl.toml:14:15: a core system is a number from 1 to 18"},
      {replaced(law, ", en = \"reason\"", ""), "bl.toml:19:1: unseen.en is missing"},
      {replaced(law, "title = { zh = \"丙\", en = \"C\" }\n", ""),
       "bl.toml:16:1: title is missing"},
      {replaced(law, "open =", "opn ="),
       "bl.toml:24:1: unknown key \"opn\"; did you mean \"open\"?"},
      {replaced(law, "[[series]]", "[series]"), "bl.toml:1:1: it is written as [[series]]"},
      {"series = ", "bl.toml:1:10: "},
  };
  for (const Case& one : cases) {
    const Result<Law> read = read_law("BL", "bl.toml", one.text, kReasons);
    REQUIRE_FALSE(read.ok());
    CAPTURE(read.error().en);
    CHECK(read.error().en.find(one.message) == 0);
  }
}

TEST_CASE("reasons have names") {
  const auto reasons = read_reasons("r.toml", R"([organisation]
zh = "组织"
en = "organisation"
[provision]
zh = "规定"
en = "provision"
alone = true
)");
  REQUIRE(reasons.ok());
  CHECK(reasons->find("organisation")->second.zh == "组织");
  CHECK_FALSE(reasons->find("organisation")->second.alone);
  CHECK(reasons->find("provision")->second.alone);
  const auto wrong = read_reasons("r.toml", "[a]\nzh = \"组织\"\nen = \"x\"\nalne = true\n");
  REQUIRE_FALSE(wrong.ok());
  CHECK(wrong.error().en == "r.toml:4:1: unknown key \"alne\"; did you mean \"alone\"?");
}

TEST_CASE("the core systems are 18, in order") {
  std::string text;
  for (int number = 1; number <= 18; ++number) {
    text += "[[system]]\nnumber = " + std::to_string(number) + "\nunseen = \"organisation\"\n";
  }
  const auto all = read_system_remarks("s.toml", text, kReasons);
  REQUIRE(all.ok());
  CHECK(all->size() == 18);
  const auto twice = read_system_remarks("s.toml", replaced(text, "= 3\n", "= 2\n"), kReasons);
  REQUIRE_FALSE(twice.ok());
  CHECK(twice.error().en == "s.toml:7:1: core system 3 is expected here");
  const auto few = read_system_remarks("s.toml", text.substr(0, 30), kReasons);
  REQUIRE_FALSE(few.ok());
}

}  // namespace
}  // namespace emrlint
