// SPDX-License-Identifier: Apache-2.0
#include "engine/near_text.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/fact_line.h"

namespace emrlint {
namespace {

KeptText sample() {
  KeptText kept;
  kept.id = "0123456789abcdef";
  kept.unit.paths = {"/a/1.json", "/a/ 2|.json"};
  kept.unit.line_at = 4096;
  kept.unit.first_line = 7;
  kept.unit.gaps = true;
  kept.bytes = 5'000'000'000;
  kept.in_unit = 3;
  kept.document = 2;
  kept.pieces = {4, 5};
  kept.samples = 12;
  kept.boilerplate = {{0, 9}, {20, 31}};
  return kept;
}

}  // namespace

TEST_CASE("near texts: what is kept comes back") {
  const KeptText kept = sample();
  const auto back = KeptText::of(kept.items());
  REQUIRE(back);
  CHECK(back->items() == kept.items());
  CHECK(back->unit == kept.unit);
  CHECK(back->bytes == kept.bytes);
  CHECK(back->boilerplate == kept.boilerplate);
  KeptText nowhere = kept;
  nowhere.unit = {};
  CHECK(KeptText::of(nowhere.items())->unit == UnitPlace{});
}

TEST_CASE("near texts: what is no such list") {
  CHECK_FALSE(KeptText::of({}));
  CHECK_FALSE(KeptText::of({"0123456789abcdef"}));
  std::vector<std::string> items(10, "x,-1,99999999999999999999,");
  CHECK(KeptText::of(items)->pieces.size() == 3);
}

TEST_CASE("near texts: pieces, grams and boilerplate of a text") {
  const std::string_view history =
      "患者3天前受凉后出现发热，最高体温38."
      "6℃，伴咳嗽、咳黄痰，痰量中等，活动后气促，影响睡眠，二便如常，门诊胸片示右下肺炎，白细胞略高"
      "，遂收入院治疗。";
  Document document;
  document.texts = {{"标题", {0, 0, 6}}, {history, {0, 10, 200}}, {"其他", {0, 300, 306}}};
  const Text text[] = {document.texts[1], document.texts[2]};
  Boilerplate boilerplate;
  Tokens tokens;
  const Text stock{"伴咳嗽、咳黄痰，痰量中等，活动后气促，影响睡眠，二便如常", {}};
  REQUIRE(boilerplate.add(tokens, tokens.add({&stock, 1}), SectionType::kUnknown));
  KeptText kept;
  const std::vector<Gram> grams =
      take_text(document, text, SectionType::kPresentIllness, boilerplate, kept);
  CHECK(kept.pieces == std::vector<std::uint32_t>{1, 2});
  CHECK(kept.samples == grams.size());
  CHECK(grams.size() >= 2);
  REQUIRE(kept.boilerplate.size() == 1);
  CHECK(kept.boilerplate.front().size() == 23);
}

TEST_CASE("near texts: neighbours over the cap are a template with what lies between") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "第" + std::to_string(i) + "项所见各不相同的描述文字";
  Tokens tokens;
  const Text piece{text, {}};
  const TokenRange range = tokens.add({&piece, 1});
  std::vector<Gram> grams;
  sample_sparse_grams(tokens, range, kNearGrams, grams);
  REQUIRE(grams.size() > 6);
  CHECK(template_parts(tokens, range, {}).empty());
  const auto parts = template_parts(tokens, range, {5, 1, 2, 999});
  REQUIRE(parts.size() == 2);
  CHECK(parts[0] == TokenRange{grams[1].tokens.from, grams[2].tokens.to});
  CHECK(parts[1] == grams[5].tokens);
}

}  // namespace emrlint
