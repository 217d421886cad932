// SPDX-License-Identifier: Apache-2.0
#include "text/placeholder.h"

#include <algorithm>
#include <array>
#include <iterator>

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
// entry has a fact in it, so figures, stops and negations end the resemblance; one that refers to
// another place (详见现病史描述) is none either.
bool definition(std::string_view text) {
  constexpr std::string_view kEndings[] = {"的描述",   "详细描述", "描述",      "详细记录",
                                           "具体名称", "的标志",   "项目的名称"};
  constexpr std::string_view kFacts[] = {"。", "未", "无", "拒", "否", "：", ":"};
  constexpr std::string_view kReferences[] = {"见", "详见", "参见", "同", "如"};
  if (text.size() > 120) return false;
  const bool refers = std::any_of(std::begin(kReferences), std::end(kReferences),
                                  [&](std::string_view word) { return text.starts_with(word); });
  if (refers) return false;
  const bool ends = std::any_of(std::begin(kEndings), std::end(kEndings),
                                [&](std::string_view ending) { return text.ends_with(ending); });
  if (!ends || text.find_first_of("0123456789") != text.npos) return false;
  return std::none_of(std::begin(kFacts), std::end(kFacts),
                      [&](std::string_view fact) { return text.find(fact) != text.npos; });
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The mark of a template that opens at `at`, with all of its bracket.
PlaceholderMatch mark_at(std::string_view text, std::size_t at) {
  // The lead byte of 【 is that of half the punctuation as well.
  if (text[at] == "【"[0] && !text.substr(at).starts_with("【")) return {};
  for (const Mark& mark : kMarks) {
    if (!text.substr(at).starts_with(mark.open)) continue;
    const std::size_t inside = at + mark.open.size();
    const std::size_t close = mark.close.empty() ? text.npos : text.find(mark.close, inside);
    return {at, close == text.npos ? inside : close + mark.close.size()};
  }
  return {};
}

// 47,XXX: the sex chromosomes of a karyotype.
bool karyotype(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0) return false;
  --at;
  if (text[at] != ',') return false;
  return at >= 2 && text[at - 2] == '4' && text[at - 1] >= '5' && text[at - 1] <= '9';
}

// The run of one character that begins at `at`, if it has three of them and stands apart from
// letters; else an empty match that ends behind the run.
PlaceholderMatch run_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == text[at]) ++end;
  if (text[at] == 'X' && karyotype(text, at)) return {end, end};
  const bool apart =
      (at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end]));
  return {end - at >= 3 && apart ? at : end, end};
}

// What a mark or a run can begin with; all else is passed over without a closer look.
constexpr auto kOpening = [] {
  std::array<bool, 256> opening{};
  for (const Mark& mark : kMarks) opening[static_cast<unsigned char>(mark.open[0])] = true;
  for (const char c : {'_', 'X', 'x'}) opening[static_cast<unsigned char>(c)] = true;
  return opening;
}();

// The first mark or run.
PlaceholderMatch first_inside(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (!kOpening[static_cast<unsigned char>(c)]) continue;
    if (c == '_' || c == 'X' || c == 'x') {
      const PlaceholderMatch run = run_at(text, at);
      if (run) return run;
      at = run.to - 1;
    } else if (const PlaceholderMatch mark = mark_at(text, at)) {
      return mark;
    }
  }
  return {};
}

}  // namespace

PlaceholderMatch find_placeholder(std::string_view text, std::string_view name) {
  const std::string_view value = trimmed(text);
  if (value.empty()) return {};
  const auto from = static_cast<std::size_t>(value.data() - text.data());
  const PlaceholderMatch whole{from, from + value.size()};
  if (value.size() >= 6 && value == trimmed(name)) return whole;
  if (definition(value)) return whole;
  constexpr std::size_t kLongest = 18;  // Bytes of "医务人员编号", the longest of them.
  for (const std::string_view word : kWhole) {
    if (value.size() <= kLongest && value == word) return whole;
  }
  return first_inside(text);
}

}  // namespace emrlint
