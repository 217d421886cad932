// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>

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
