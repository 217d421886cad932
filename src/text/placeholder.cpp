// SPDX-License-Identifier: Apache-2.0
#include "text/placeholder.h"

namespace emrlint {
namespace {

// Values that only a template has, whatever the item.
constexpr std::string_view kWhole[] = {
    "文本",   "疾病名称", "null",     "NULL",       "undefined",    "NaN",  "未填写", "待填写",
    "请填写", "请输入",   "此处填写", "签名人姓名", "医务人员编号", "测试", "test",
};

// Marks that stand inside a text, up to their closing bracket.
struct Mark {
  std::string_view open, close;
};
constexpr Mark kMarks[] = {
    {"[未填写]", ""}, {"【未填写】", ""}, {"[待填写]", ""}, {"【待填写】", ""},
    {"[请填写", "]"}, {"【请填写", "】"}, {"[请输入", "]"}, {"【请输入", "】"},
    {"[请选择", "]"}, {"【请选择", "】"}, {"[占位", "]"},   {"${", "}"},
    {"{{", "}}"},
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// 对患者……的描述, 麻醉体位的详细描述: how the dictionary of data elements defines an item. A real
// entry has a fact in it, so figures, stops and negations end the resemblance.
bool definition(std::string_view text) {
  constexpr std::string_view kEndings[] = {"的描述",   "详细描述", "描述",      "详细记录",
                                           "具体名称", "的标志",   "项目的名称"};
  constexpr std::string_view kFacts[] = {"。", "未", "无", "拒", "否", "：", ":"};
  if (text.size() > 120 || text.find_first_of("0123456789") != text.npos) return false;
  for (const std::string_view fact : kFacts) {
    if (text.find(fact) != text.npos) return false;
  }
  for (const std::string_view ending : kEndings) {
    if (text.ends_with(ending)) return true;
  }
  return false;
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A run of at least `least` of one character, standing apart from letters.
PlaceholderMatch run_of(std::string_view text, char c, std::size_t least) {
  for (std::size_t at = text.find(c); at != text.npos; at = text.find(c, at)) {
    std::size_t end = at;
    while (end < text.size() && text[end] == c) ++end;
    const bool apart =
        (at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end]));
    if (end - at >= least && apart) return {at, end};
    at = end;
  }
  return {};
}

// The first mark of a template, with all of its bracket.
PlaceholderMatch first_mark(std::string_view text) {
  PlaceholderMatch first;
  for (const Mark& mark : kMarks) {
    const std::size_t at = text.find(mark.open);
    if (at == text.npos || (first && at >= first.from)) continue;
    const std::size_t inside = at + mark.open.size();
    const std::size_t close = mark.close.empty() ? text.npos : text.find(mark.close, inside);
    first = {at, close == text.npos ? inside : close + mark.close.size()};
  }
  return first;
}

}  // namespace

PlaceholderMatch find_placeholder(std::string_view text, std::string_view name) {
  const std::string_view value = trimmed(text);
  if (value.empty()) return {};
  const auto from = static_cast<std::size_t>(value.data() - text.data());
  const PlaceholderMatch whole{from, from + value.size()};
  if (value.size() >= 6 && value == trimmed(name)) return whole;
  if (definition(value)) return whole;
  for (const std::string_view word : kWhole) {
    if (value == word) return whole;
  }
  PlaceholderMatch first = first_mark(text);
  for (const PlaceholderMatch& run :
       {run_of(text, '_', 3), run_of(text, 'X', 3), run_of(text, 'x', 3)}) {
    if (run && (!first || run.from < first.from)) first = run;
  }
  return first;
}

}  // namespace emrlint
