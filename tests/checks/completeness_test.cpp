// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "checks/completeness/take_home_drugs.h"
#include "checks/completeness/tumour_words.h"
#include "checks/completeness/word_groups.h"

namespace emrlint::checks {
namespace {

TEST_CASE("groups of words are found in one walk") {
  constexpr WordList kGroups[] = {{"疼痛|腹痛"}, {"疼痛评分"}, {"治疗|BP"}};
  const WordGroups groups(kGroups, {"进一步治疗"});
  CHECK(groups.in("") == 0);
  CHECK(groups.in("无发热") == 0);
  CHECK(groups.in("上腹痛") == 1);
  CHECK(groups.in("疼痛评分2分") == 3);  // The longer word does not hide the shorter one.
  CHECK(groups.in("为求进一步治疗来院") == 0);
  CHECK(groups.in("进一步治疗前曾治疗") == 4);
  CHECK(groups.in("BP 120/80") == 4);
  CHECK(groups.in("进一步\xE6") == 0);  // Cut off inside a character.
}

TEST_CASE("take-home drugs are told from advice") {
  struct Row {
    std::string_view text;
    bool listed;
    std::size_t count;
    bool dose, frequency;
  };
  const Row rows[] = {
      {"低脂饮食，1月后复查。", false, 0, false, false},
      {"出院带药：阿莫西林胶囊0.5g tid", false, 1, true, true},
      {"出院带药：阿莫西林胶囊", false, 1, false, false},
      {"阿司匹林 100mg 每日一次", true, 1, true, true},
      {"甘精胰岛素12单位睡前", false, 1, true, true},
      {"红霉素软膏 外用 bid", true, 1, true, true},
      {"胸部平片复查", false, 0, false, false},
      {"出院带药：无", false, 0, false, false},
      {"出院带药：塞来昔布、利伐沙班。多吃水果。", false, 1, false, false},
      {"带药：\n祛痰：乙酰半胱氨酸片 一片 一天两次\n主管医师：李一", false, 1, true, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto drugs = take_home_drugs(row.text, row.listed);
    REQUIRE(drugs.size() == row.count);
    if (drugs.empty()) continue;
    CHECK(drugs.front().dose == row.dose);
    CHECK(drugs.front().frequency == row.frequency);
  }
}

TEST_CASE("the entries of a list of drugs") {
  const std::string_view text = "出院带药：1.氨氯地平片5mg qd 2.二甲双胍片；3、不适随诊。";
  const auto drugs = take_home_drugs(text, false);
  REQUIRE(drugs.size() == 2);
  CHECK(text.substr(drugs[0].from, drugs[0].to - drugs[0].from) == "氨氯地平片5mg qd");
  CHECK(text.substr(drugs[1].from, drugs[1].to - drugs[1].from) == "二甲双胍片");
}

TEST_CASE("stages of tumours") {
  for (const std::string_view text :
       {"cT3N1M0", "考虑T2aNxM0", "TisN0M0", "临床分期Ⅱ期", "BCLC A期"}) {
    CAPTURE(text);
    CHECK(states_stage(text));
  }
  for (const std::string_view text : {"", "T 36.5℃", "T3", "CT未见转移", "TNT阴性", "NT-proBNP"}) {
    CAPTURE(text);
    CHECK_FALSE(states_stage(text));
  }
  CHECK(says_malignant("胃恶性肿瘤"));
  CHECK_FALSE(says_malignant("胃癌？"));
  CHECK_FALSE(says_malignant("胃溃疡"));
}

}  // namespace
}  // namespace emrlint::checks
