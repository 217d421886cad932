// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/compare.h"
#include "text/hash_table.h"
#include "text/normal.h"
#include "text/placeholder.h"

namespace emrlint {
namespace {

Text text_at(std::string_view value, std::uint32_t begin) {
  return {value, {0, begin, begin + static_cast<std::uint32_t>(value.size())}};
}

std::u32string normal(std::string_view value) {
  const Text text = text_at(value, 0);
  return normalise({&text, 1});
}

TEST_CASE("normalising folds width and case and drops punctuation and blanks") {
  CHECK(normal("体温３８．５℃，咳嗽。") == normal("体温 38 5°C  咳嗽"));
  CHECK(normal("CT检查（ＣＴ）") == normal("ct检查ct"));
  CHECK(normal("，。！ \u3000").size() == 0);
}

TEST_CASE("a normalised point knows its bytes") {
  const Text pieces[] = {text_at("发热，", 100), text_at("咳嗽3天", 200)};
  const std::u32string text = normalise(pieces);
  REQUIRE(text.size() == 6);
  const Part part = part_of(pieces, 2, 5);
  CHECK(part.direct_span() == Span{0, 200, 207});
  // A run over two pieces is cut at the end of the first.
  CHECK(part_of(pieces, 1, 4).direct_span() == Span{0, 103, 106});
}

TEST_CASE("the longest common block is found with its places") {
  const std::u32string a =
      normal("患者一般情况好。今日查房，患者诉右上腹疼痛较前明显减轻，无恶心呕吐。");
  const std::u32string b = normal("患者诉右上腹疼痛较前明显减轻，无恶心呕吐，继续目前治疗方案");
  const CommonBlock block = longest_common_block(a, b);
  CHECK(block.length == 19);
  CHECK(block.b == 0);
  CHECK(a[block.a] == U'患');
}

TEST_CASE("texts without a long common run have no block") {
  CHECK(longest_common_block(normal("右上腹疼痛"), normal("右上腹疼痛")).length == 0);
  CHECK(longest_common_block(normal(""), normal("患者")).length == 0);
}

TEST_CASE("a block is found wherever the seeds fall") {
  // Shifted copies: the sampled side starts its seeds at every possible phase.
  const std::string copied = "胆囊壁增厚毛糙腔内见多发强回声团后伴声影随体位改变移动";
  for (const char* before :
       {"", "查", "查房", "查房后", "查房后予", "查房后予以复", "查房后予以复查彩超"}) {
    const std::u32string a = normal(copied + "其余未见异常");
    const std::u32string b = normal(before + copied + "请结合临床");
    CHECK(longest_common_block(a, b).length >= 26);
  }
}

TEST_CASE("a block of at least the asked length is found at every phase") {
  // No two characters alike, so that nothing but the copy is common.
  std::vector<char32_t> copied;
  for (char32_t c = 0; c < 60; ++c) copied.push_back(U'\u5000' + c);
  for (std::size_t before = 0; before < 120; ++before) {
    CAPTURE(before);
    std::vector<char32_t> whole;
    for (std::size_t i = 0; i < before; ++i) {
      whole.push_back(U'\u6000' + static_cast<char32_t>(i));
    }
    whole.insert(whole.end(), copied.begin(), copied.end());
    const CommonBlock block = longest_common_block(copied, whole, copied.size());
    CHECK(block.length == copied.size());
    CHECK(block.b == before);
  }
}

TEST_CASE("containment is the share of a text that stands in another") {
  const std::u32string whole = normal("患者2年前进食油腻食物后出现右上腹隐痛，向右肩背部放射。");
  CHECK(containment(whole, whole) == 1.0);
  CHECK(containment(normal("右上腹隐痛"), whole) == 1.0);
  CHECK(containment(normal("双下肢水肿"), whole) == 0.0);
  const double half = containment(
      normal("患者2年前进食油腻食物后出现右上腹隐痛，今晨突发剧烈胸痛伴大汗淋漓"), whole);
  CHECK(half > 0.3);
  CHECK(half < 0.7);
}

// The runs that winnowing takes, found by looking at every window on its own.
std::vector<std::size_t> sampled_slowly(std::span<const std::uint64_t> hashes, std::size_t window) {
  std::vector<std::size_t> places;
  window = std::min(window, hashes.size());
  for (std::size_t begin = 0; !hashes.empty() && begin + window <= hashes.size(); ++begin) {
    const bool stands = !places.empty() && places.back() >= begin;
    std::size_t least = stands ? places.back() : begin;
    for (std::size_t i = begin; i < begin + window; ++i) {
      if (hashes[i] < hashes[least]) least = i;
    }
    if (!stands || least != places.back()) places.push_back(least);
  }
  return places;
}

TEST_CASE("sampled grams are the least of each window") {
  std::u32string text;
  std::uint32_t state = 7;
  for (int i = 0; i < 3000; ++i) {
    state = state * 1664525 + 1013904223;
    text += static_cast<char32_t>(0x4E00 + (state >> 24) % 40);
    const std::u32string_view tail =
        std::u32string_view(text).substr(text.size() > 300 ? i / 2 : 0);
    if (i % 97 != 0) continue;
    const auto hashes = gram_hashes(tail, 12);
    const auto sampled = sampled_grams(tail, 12, 8);
    const auto expected = sampled_slowly(hashes, 8);
    CAPTURE(i);
    REQUIRE(sampled.size() == expected.size());
    for (std::size_t j = 0; j < sampled.size(); ++j) {
      CHECK(sampled[j].at == expected[j]);
      CHECK(sampled[j].hash == hashes[expected[j]]);
    }
  }
}

TEST_CASE("equal passages share a sampled gram") {
  const auto a = sampled_grams(normal("今日查房患者诉切口疼痛较前减轻，进食半流质饮食"), 12, 8);
  const auto b =
      sampled_grams(normal("术后第二天。今日查房患者诉切口疼痛较前减轻，进食半流质"), 12, 8);
  int shared = 0;
  for (const auto& gram : a) {
    for (const auto& other : b) shared += gram.hash == other.hash;
  }
  CHECK(shared > 0);
  CHECK(sampled_grams(normal("切口疼痛"), 12, 8).empty());
}

TEST_CASE("a hash table keeps what was added while it grows") {
  HashTable<int> table;
  CHECK_FALSE(table.contains(0));
  for (int i = 0; i < 1000; ++i) table.find_or_add(static_cast<std::uint64_t>(i) << 40, 0) = i;
  CHECK(table.size() == 1000);
  for (int i = 0; i < 1000; ++i) {
    CHECK(table.find_or_add(static_cast<std::uint64_t>(i) << 40, -1) == i);
  }
  CHECK_FALSE(table.contains(1));
  CHECK(table.find_or_add(1, -1) == -1);
}

TEST_CASE("placeholders") {
  const struct {
    const char* text;
    const char* name;
    const char* found;
  } kCases[] = {
      {"文本", "", "文本"},
      {"对患者术中用药情况的描述", "术中用药", "对患者术中用药情况的描述"},
      {"麻醉体位的详细描述", "麻醉体位", "麻醉体位的详细描述"},
      {"手术间编号", "手术间编号", "手术间编号"},
      {"职业：[未填写]", "", "[未填写]"},
      {"家属XXX签字", "", "XXX"},
      {"服用{{疗程}}后复诊", "", "{{疗程}}"},
      {"XXX口服，{{疗程}}后复诊", "", "XXX"},
      {"签名：____", "", "____"},
      {" null ", "", "null"},
      {"患者意见", "患者的意见", "患者意见"},
      {"医疗机构的意见", "医疗机构意见", "医疗机构的意见"},
      {"手术前的准备", "术前准备", "手术前的准备"},
      {"检查报告备注信息", "检查报告备注", "检查报告备注信息"},
      {"电子申请单编号内容", "电子申请单编号", "电子申请单编号内容"},
      {"标识患者有无特殊检查操作经历的标志", "", "标识患者有无特殊检查操作经历的标志"},
      {"\"对患者病史的简要描述\"", "", "\"对患者病史的简要描述\""},
      {"“对患者病史的简要描述”", "", "“对患者病史的简要描述”"},
      {"表示本次输血的原因", "", "表示本次输血的原因"},
      {" 病区名称", "", "病区名称"},
      {"患者同意", "患者的意见", ""},
      {"患者意见：同意", "患者的意见", ""},
      {"手术前的准备", "注意事项", ""},
      {"检查报告备注信息已核", "检查报告备注", ""},
      {"标识清楚，有标志", "", ""},
      {"本次输血的原因为贫血", "", ""},
      {"药物", "药物通用名称", ""},
      {"\"", "", ""},
      {"XX医院", "", ""},
      {"null检查阴性", "", ""},
      {"胃大部切除术", "手术名称", ""},
      {"患者拒绝详细描述", "", ""},
      {"MAXXXI", "", ""},
      {"", "主诉", ""},
  };
  for (const auto& c : kCases) {
    const std::string_view text = c.text;
    const PlaceholderMatch match = find_placeholder(text, c.name);
    CHECK_MESSAGE(text.substr(match.from, match.to - match.from) == c.found, c.text);
  }
}

TEST_CASE("placeholders of names") {
  const struct {
    const char* name;
    const char* found;
  } kCases[] = {
      {"医师签名", "医师签名"},
      {"手术者签名", "手术者签名"},
      {"患者姓名", "患者姓名"},
      {"代理人姓名", "代理人姓名"},
      {" 医师 ", "医师"},
      {"XXX（姓名）", "XXX"},
      {"签名人姓名", "签名人姓名"},
      {"李一签名", ""},
      {"李医师", ""},
      {"医师甲", ""},
      {"患者", ""},
      {"患者家属", ""},
      {"签名", ""},
      {"张XX", ""},
      {"", ""},
  };
  for (const auto& c : kCases) {
    const std::string_view name = c.name;
    const PlaceholderMatch match = find_name_placeholder(name);
    CHECK_MESSAGE(name.substr(match.from, match.to - match.from) == c.found, c.name);
  }
}

TEST_CASE("a label is one whatever stands there, a masked name is none") {
  CHECK(find_label("医务人员编号"));
  CHECK(find_label(" 病区名称 "));
  CHECK_FALSE(find_label("XXX医院"));
  CHECK_FALSE(find_label("医师签名"));
  CHECK_FALSE(find_label("七病区"));
  CHECK_FALSE(find_label(""));
}

}  // namespace
}  // namespace emrlint
