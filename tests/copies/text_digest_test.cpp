// SPDX-License-Identifier: Apache-2.0
#include "copies/text_digest.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <set>
#include <string_view>
#include <vector>

#include "copies/tokens.h"

namespace emrlint {
namespace {

std::vector<Text> located(std::initializer_list<std::string_view> pieces) {
  std::vector<Text> texts;
  for (const std::string_view piece : pieces) {
    texts.push_back({piece, {0, 0, static_cast<std::uint32_t>(piece.size())}});
  }
  return texts;
}

TextDigest of(std::initializer_list<std::string_view> pieces) { return digest(located(pieces)); }

TEST_CASE("text digest: punctuation, blanks, width and case make no difference") {
  const std::string hash = of({"患者3天前T 38.5℃，CT示肺炎。"}).hash;
  CHECK(hash.size() == 16);
  for (const std::string_view text :
       {"患者3天前T 38.5℃,CT示肺炎", "患者３天前Ｔ 38.5℃；ct示 肺炎！",
        "患者3天前（t38.5°C）ＣＴ示肺炎", "患者3天前T ３８．５℃，CT示肺炎。\n"}) {
    CAPTURE(text);
    CHECK(of({text}).hash == hash);
  }
  CHECK(of({"患者3天前T 38.5℃，", "CT示肺炎。"}).hash == hash);
  const TextDigest folded = of({"无咳㍿丽丽1.5"}), plain = of({"无咳株式会社丽丽1.5"});
  CHECK(folded.hash == plain.hash);  // One 丽 is of four bytes.
  CHECK(folded.tokens == plain.tokens);
  CHECK(folded.own == 0);
}

TEST_CASE("text digest: every number and where it ends do") {
  std::set<std::string> hashes;
  for (const std::string_view text :
       {"出血15ml", "出血1.5ml", "出血1、5ml", "出血1 5ml", "出血150ml", "出血ml15", "出血m l15",
        "出血15m l", "血出15ml", "出血1..5ml", "出血", "", "15", "1 5"}) {
    CAPTURE(text);
    hashes.insert(of({text}).hash);
  }
  CHECK(hashes.size() == 12);  // Between the figures of 1、5, 1 5 and 1..5 nothing is told.
  CHECK(of({"15"}).hash != of({"1", "5"}).hash);
}

TEST_CASE("text digest: counts the tokens that Tokens has") {
  const auto texts = located({"患者3天前T 38.5℃，白细胞12.4×10⁹/L，CT示右下肺炎。",
                              "Seen on 2024-03-01 by Dr. Who, 3rd visit: BP 120/80 mmHg."});
  Tokens tokens;
  const TokenRange range = tokens.add(texts);
  std::uint32_t numbers = 0;
  for (const std::uint32_t shape : tokens.shapes()) numbers += shape == Tokens::kNumber ? 1 : 0;
  const TextDigest text = digest(texts);
  CHECK(text.tokens == range.size());
  CHECK(text.numbers == numbers);
  CHECK(text.own == tokens.weight(range) / 2);
}

TEST_CASE("text digest: the numbers of items are none") {
  CHECK(of({"1.咳嗽3天。2、咳痰；3)气促", "4．发热\n(5）头痛"}).numbers == 1);
  CHECK(of({"1.5小时，36.5、37.2", "12。咳嗽7、8天"}).numbers == 6);
  CHECK(of({"1. 咳嗽。\n2. 咳痰"}).numbers == 0);
}

TEST_CASE("text digest: clauses that say what many texts say are not its own") {
  CHECK(of({"患者咳嗽减轻"}).own == 6);
  CHECK(of({"患者咳嗽减轻，无发热、气促。"}).own == 6);
  CHECK(of({"否认药物过敏；患者咳嗽减轻。血常规正常，未闻及啰音, 病理征阴性"}).own == 6);
  CHECK(of({"心肺听诊未见异常。"}).own == 0);
  CHECK(of({"咳嗽，", "无痰。", "好转"}).own == 4);
  CHECK(of({"双肺呼吸音清", "体温36.5正常范围内"}).own == 6 + 7);  // A number tells half.
  CHECK(of({"BP 120/80"}).own == 3);                               // A word tells as much as two.
  CHECK(of({""}).own == 0);
}

}  // namespace
}  // namespace emrlint
