// SPDX-License-Identifier: Apache-2.0
#include "text/placeholder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/template_word.h"

namespace emrlint {
namespace {

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

// The bytes of a part of the text.
PlaceholderMatch match_of(std::string_view text, std::string_view part) {
  const auto from = static_cast<std::size_t>(part.data() - text.data());
  return {from, from + part.size()};
}

// "对患者病史的简要描述": the quotes of a template around its definition.
std::string_view unquoted(std::string_view text) {
  struct Quotes {
    std::string_view open, close;
  };
  constexpr Quotes kQuotes[] = {{"\"", "\""}, {"“", "”"}};
  for (const Quotes& quotes : kQuotes) {
    const std::size_t around = quotes.open.size() + quotes.close.size();
    if (text.size() < around || !text.starts_with(quotes.open)) continue;
    if (text.ends_with(quotes.close)) return text.substr(quotes.open.size(), text.size() - around);
  }
  return text;
}

// 标识患者有无特殊检查操作经历的标志: what the dictionary says of a flag.
bool flag_definition(std::string_view text) {
  return text.starts_with("标识") && text.ends_with("的标志") &&
         (text.find("有无") != text.npos || text.find("是否") != text.npos);
}

// 对患者……的描述, 麻醉体位的详细描述: how the dictionary of data elements defines an item. A real
// entry has a fact in it, so figures, stops and negations end the resemblance; one that refers to
// another place (详见现病史描述) is none either.
bool definition(std::string_view text) {
  constexpr std::string_view kEndings[] = {"描述", "详细记录", "具体名称", "项目的名称", "的标志"};
  constexpr std::string_view kFacts[] = {"。", "未", "无", "拒", "否", "：", ":"};
  constexpr std::string_view kReferences[] = {"见", "详见", "参见", "同", "如"};
  if (text.size() > 120 || !ends_in_one_of(text, "述录称志")) return false;
  if (flag_definition(text)) return true;
  const bool ends = std::any_of(std::begin(kEndings), std::end(kEndings),
                                [&](std::string_view ending) { return text.ends_with(ending); });
  if (!ends || text.find_first_of("0123456789") != text.npos) return false;
  const bool refers = std::any_of(std::begin(kReferences), std::end(kReferences),
                                  [&](std::string_view word) { return text.starts_with(word); });
  if (refers) return false;
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

// What a mark or a run can begin with.
constexpr std::string_view kOpening = "[{$_Xx";
static_assert(std::all_of(std::begin(kMarks), std::end(kMarks), [](const Mark& mark) {
  return mark.open.starts_with("【") || kOpening.find(mark.open[0]) != kOpening.npos;
}));

constexpr auto kOpens = [] {
  std::array<bool, 256> opens{};
  for (const char c : kOpening) opens[static_cast<unsigned char>(c)] = true;
  opens[static_cast<unsigned char>("【"[0])] = true;
  return opens;
}();

// The first place from `at` where a mark or a run can begin; the end if there is none.
std::size_t next_opening(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  const auto all = [](char c) { return _mm_set1_epi8(c); };
  const auto load = [&](std::size_t i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
  };
  for (; at + 18 <= text.size(); at += 16) {
    const __m128i bytes = load(at);
    const __m128i small = _mm_or_si128(bytes, all(0x20));  // X as x, [ as {
    const __m128i ascii = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(small, all('x')), _mm_cmpeq_epi8(small, all('{'))),
        _mm_or_si128(_mm_cmpeq_epi8(bytes, all('_')), _mm_cmpeq_epi8(bytes, all('$'))));
    const __m128i bracket = _mm_and_si128(  // 【
        _mm_cmpeq_epi8(bytes, all("【"[0])),
        _mm_and_si128(_mm_cmpeq_epi8(load(at + 1), all("【"[1])),
                      _mm_cmpeq_epi8(load(at + 2), all("【"[2]))));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(ascii, bracket)));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  while (at < text.size() && !kOpens[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

// The first mark or run.
PlaceholderMatch first_inside(std::string_view text) {
  std::size_t at = 0;
  while ((at = next_opening(text, at)) < text.size()) {
    const char c = text[at];
    if (c == '_' || c == 'X' || c == 'x') {
      const PlaceholderMatch run = run_at(text, at);
      if (run) return run;
      at = run.to;
    } else if (const PlaceholderMatch mark = mark_at(text, at)) {
      return mark;
    } else {
      ++at;
    }
  }
  return {};
}

}  // namespace

PlaceholderMatch find_placeholder(std::string_view text, std::string_view name) {
  const std::string_view value = trimmed(text);
  if (value.empty()) return {};
  const std::string_view bare = unquoted(value);
  const bool template_text =
      repeats_name(value, trimmed(name)) || definition(bare) || is_template_word(bare);
  return template_text ? match_of(text, value) : first_inside(text);
}

PlaceholderMatch find_name_placeholder(std::string_view text) {
  const std::string_view name = trimmed(text);
  const bool template_text = is_template_word(name) || is_template_name(name);
  return template_text ? match_of(text, name) : first_inside(text);
}

PlaceholderMatch find_label(std::string_view text) {
  const std::string_view value = trimmed(text);
  return is_template_word(value) ? match_of(text, value) : PlaceholderMatch();
}

}  // namespace emrlint
