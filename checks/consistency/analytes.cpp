// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/analytes.h"

#include <algorithm>
#include <iterator>

#include "checks/consistency/analyte_names.h"
#include "text/narrative.h"
#include "text/quantity.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

constexpr bool latin(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// What may stand right before a name, so that the name is not the end of another one.
bool name_begins(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (static_cast<unsigned char>(before) < 0x80) return !latin(before) && before != '-';
  constexpr std::string_view kBefore[] = {"，",     "。", "；", "：", "、", "（", "“",
                                          "\u3000", "查", "示", "规", "报", "血", "中",
                                          "果",     "象", "功", "全", "日", "号"};
  return std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](std::string_view word) { return ends_at(text, at, word); });
}

std::size_t without_links(std::string_view text, std::size_t at) {
  constexpr std::string_view kLinks[] = {" ", ":", "：", "为", "是", "\u3000"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view link : kLinks) {
      if (!ends_at(text, at, link)) continue;
      at -= link.size();
      more = true;
    }
  }
  return at;
}

// The end of ×10⁹/L, 10^9/L behind a number.
std::size_t power_end(std::string_view text, std::size_t at) {
  std::size_t to = at;
  for (const std::string_view times : {"×", "x", "X", "*", "·"}) {
    if (stands_at(text, at, times)) to = at + times.size();
  }
  if (to == at || !stands_at(text, to, "10")) return at;
  constexpr std::string_view kSigns[] = {"⁹", "⁶", "¹²", "¹", "²", "^", "*", "/", "L", "l"};
  for (to += 2; to < text.size();) {
    const auto sign = std::find_if(std::begin(kSigns), std::end(kSigns),
                                   [&](std::string_view s) { return stands_at(text, to, s); });
    if (sign == std::end(kSigns) && (text[to] < '0' || text[to] > '9')) break;
    to += sign == std::end(kSigns) ? 1 : sign->size();
  }
  return to;
}

// 13.60: 0.01.
double precision_of(std::string_view text, std::size_t from, std::size_t to) {
  double precision = 1;
  bool decimals = false;
  for (std::size_t i = from; i < to; ++i) {
    if (text[i] == '.') {
      decimals = true;
    } else if (text[i] < '0' || text[i] > '9') {
      break;
    } else if (decimals) {
      precision /= 10;
    }
  }
  return precision;
}

bool of_other_fluid(const Narrative& narrative, std::size_t from, std::size_t to) {
  constexpr std::string_view kWords[] = {"尿常规",   "尿",   "便",     "粪",   "胸水",
                                         "胸腔积液", "腹水", "脑脊液", "痰",   "引流",
                                         "穿刺",     "骨髓", "关节液", "镜检", "脐血"};
  const std::size_t begin = narrative.sentence_begin(from);
  const std::string_view said = narrative.text().substr(begin, narrative.clause_end(to) - begin);
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
    const std::size_t at = said.find(word);
    return at != said.npos && said.substr(at).find("尿素") != 0;
  });
}

}  // namespace

std::string unit_form(std::string_view unit) {
  struct Change {
    std::string_view from, to;
  };
  constexpr Change kChanges[] = {{"⁹", "9"}, {"⁶", "6"},  {"¹²", "12"}, {"×", ""},
                                 {"^", ""},  {"*", ""},   {"μ", "u"},   {"µ", "u"},
                                 {" ", ""},  {"％", "%"}, {"秒", "s"},  {"sec", "s"}};
  std::string form;
  for (std::size_t at = 0; at < unit.size();) {
    const auto change = std::find_if(std::begin(kChanges), std::end(kChanges),
                                     [&](const Change& c) { return stands_at(unit, at, c.from); });
    if (change != std::end(kChanges)) {
      form += change->to;
      at += change->from.size();
      continue;
    }
    const char c = unit[at++];
    form += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (form.starts_with("x10")) form.erase(0, 1);
  return form;
}

std::vector<QuotedResult> quoted_results(std::string_view text) {
  std::vector<QuotedResult> found;
  for (auto q = next_quantity(text, 0); q; q = next_quantity(text, q->to)) {
    if (q->more || q->chinese || q->value != q->upto || q->time != TimeUnit::kNone) continue;
    const std::size_t end = without_links(text, q->from);
    const AnalyteName name = name_before(text, end);
    if (name.length == 0 || !name_begins(text, end - name.length)) continue;
    QuotedResult result;
    result.analyte = name.analyte;
    result.value = q->value;
    result.precision = precision_of(text, q->from, q->to);
    result.from = end - name.length;
    result.to = power_end(text, q->to);
    result.unit = unit_form(result.to == q->to ? q->unit : text.substr(q->to, result.to - q->to));
    q->to = result.to;
    found.push_back(std::move(result));
  }
  if (found.empty()) return found;
  const Narrative narrative(text);
  std::erase_if(found, [&](const QuotedResult& one) {
    return !narrative.reading(one.from, one.to).own_fact() ||
           of_other_fluid(narrative, one.from, one.to);
  });
  return found;
}

}  // namespace emrlint::checks
