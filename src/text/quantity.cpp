// SPDX-License-Identifier: Apache-2.0
#include "text/quantity.h"

#include <algorithm>

#include "text/day_words.h"
#include "text/word_index.h"

namespace emrlint {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <std::size_t N>
std::string_view first_that_stands(std::string_view text, std::size_t at,
                                   const std::string_view (&words)[N]) {
  for (const std::string_view word : words) {
    if (stands_at(text, at, word)) return word;
  }
  return {};
}

template <std::size_t N>
bool any_ends(std::string_view text, std::size_t at, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return ends_at(text, at, word); });
}

int chinese_digit(std::string_view text, std::size_t at) {
  constexpr std::string_view kDigits = "零一二三四五六七八九";
  if (at + 3 > text.size()) return -1;
  const std::string_view c = text.substr(at, 3);
  if (c == "两") return 2;
  if (c == "〇") return 0;
  const std::size_t found = kDigits.find(c);
  return found == kDigits.npos || found % 3 != 0 ? -1 : static_cast<int>(found / 3);
}

int chinese_power(std::string_view text, std::size_t at) {
  return stands_at(text, at, "十")   ? 10
         : stands_at(text, at, "百") ? 100
         : stands_at(text, at, "千") ? 1000
                                     : 0;
}

std::optional<Whole> chinese_whole(std::string_view text, std::size_t at) {
  int value = 0;
  int open = -1;  // A digit whose power is not known yet.
  std::size_t to = at;
  for (; to < text.size(); to += 3) {
    if (const int digit = chinese_digit(text, to); digit >= 0) {
      if (open > 0) return std::nullopt;  // 一二三: figures in a row, no number.
      open = digit;
    } else if (const int power = chinese_power(text, to); power > 0) {
      value += (open > 0 ? open : 1) * power;
      open = -1;
    } else {
      break;
    }
  }
  if (to == at || value > 9999) return std::nullopt;
  return Whole{value + std::max(open, 0), to, true};
}

// A number in figures with a decimal part.
struct Number {
  double value = 0;
  std::size_t to = 0;
  int digits = 0;
};
Number number_at(std::string_view text, std::size_t at) {
  Number n{0, at, 0};
  const auto take = [&](double scale) {
    for (int digit; (digit = digit_at(text, n.to)) >= 0; ++n.digits) {
      n.value = scale == 1 ? n.value * 10 + digit : n.value + digit * scale;
      if (scale != 1) scale /= 10;
      n.to += digit_length(text, n.to);
    }
  };
  take(1);
  constexpr std::string_view kPoints[] = {".", "．"};
  const std::string_view point = first_that_stands(text, n.to, kPoints);
  if (!point.empty() && digit_at(text, n.to + point.size()) >= 0) {
    n.to += point.size();
    take(0.1);
  }
  return n;
}

struct UnitWord {
  std::string_view word;
  TimeUnit time;
};
constexpr UnitWord kUnits[] = {
    {"周岁", TimeUnit::kAge},    {"岁", TimeUnit::kAge},       {"年", TimeUnit::kYear},
    {"个月", TimeUnit::kMonth},  {"个半月", TimeUnit::kMonth}, {"月", TimeUnit::kMonth},
    {"个星期", TimeUnit::kWeek}, {"星期", TimeUnit::kWeek},    {"周", TimeUnit::kWeek},
    {"天", TimeUnit::kDay},      {"日", TimeUnit::kDay},       {"个小时", TimeUnit::kHour},
    {"小时", TimeUnit::kHour},   {"分钟", TimeUnit::kMinute},  {"次/分", TimeUnit::kNone},
    {"次", TimeUnit::kNone},     {"枚", TimeUnit::kNone},      {"个", TimeUnit::kNone},
    {"胎", TimeUnit::kNone},     {"级", TimeUnit::kNone},      {"分", TimeUnit::kNone},
    {"片", TimeUnit::kNone},     {"粒", TimeUnit::kNone},      {"支", TimeUnit::kNone},
    {"度", TimeUnit::kNone},
};

// Words that begin with a unit and are none.
constexpr std::string_view kNoUnit[] = {
    "年级", "年代", "年龄", "次性", "周围", "周边", "天冬", "级医", "级护", "级查", "月经", "日咳",
    "月板", "个别", "日光", "分之", "片状", "支架", "支气", "度洛", "周身", "天然", "天生", "胎动"};

void take_unit(std::string_view text, Quantity& q) {
  if (!first_that_stands(text, q.to, kNoUnit).empty()) return;
  for (const UnitWord& unit : kUnits) {
    if (!stands_at(text, q.to, unit.word)) continue;
    q.unit = text.substr(q.to, unit.word.size());
    q.time = unit.time;
    q.to += unit.word.size();
    if (unit.word == "个半月") q.value = q.upto = q.value + 0.5;
    return;
  }
  std::size_t to = q.to;
  constexpr std::string_view kSigns[] = {"℃", "°", "μ", "％", "%", "/", "Ω"};
  while (to < text.size()) {
    const std::string_view sign = first_that_stands(text, to, kSigns);
    if (sign.empty() && !letter(text[to])) break;
    to += sign.empty() ? 1 : sign.size();
  }
  q.unit = text.substr(q.to, to - q.to);
  q.to = to;
  q.time = q.unit == "h"     ? TimeUnit::kHour
           : q.unit == "d"   ? TimeUnit::kDay
           : q.unit == "min" ? TimeUnit::kMinute
                             : TimeUnit::kNone;
}

// 余, 多, + behind a number or a unit; the second half of 孕39⁺²周 and 39+2周.
void take_more(std::string_view text, Quantity& q) {
  constexpr std::string_view kMore[] = {"余", "多", "+", "＋", "⁺"};
  const std::string_view more = first_that_stands(text, q.to, kMore);
  if (more.empty()) return;
  q.more = true;
  q.to += more.size();
  if (more == "余" || more == "多") return;
  constexpr std::string_view kSmall[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶"};
  while (digit_at(text, q.to) >= 0) q.to += digit_length(text, q.to);
  q.to += first_that_stands(text, q.to, kSmall).size();
}

void take_half(std::string_view text, Quantity& q) {
  if (q.time == TimeUnit::kNone || !stands_at(text, q.to, "半")) return;
  q.value = q.upto = q.value + 0.5;
  q.to += 3;
}

// The second value of 3-5天 and 130/80mmHg.
void take_second(std::string_view text, Quantity& q) {
  constexpr std::string_view kBetween[] = {"-", "~", "～", "－", "—", "–", "至", "/"};
  const std::string_view between = first_that_stands(text, q.to, kBetween);
  if (between.empty() || digit_at(text, q.to + between.size()) < 0) return;
  const Number second = number_at(text, q.to + between.size());
  q.slash = between == "/";
  q.upto = second.value;
  q.to = second.to;
}

// The end of what a figure at `at` belongs to, when that is no number: 08:30, CA199, US20240226.
std::size_t not_a_number(std::string_view text, std::size_t at) {
  std::size_t to = at;
  if (at > 0 && (letter(text[at - 1]) || text[at - 1] == '_' ||
                 (text[at - 1] == '-' && at > 1 && letter(text[at - 2])))) {
    while (to < text.size() && (digit_at(text, to) >= 0 || letter(text[to]))) {
      to += digit_length(text, to);
    }
    return to;
  }
  while (digit_at(text, to) >= 0) to += digit_length(text, to);
  const std::size_t colon = stands_at(text, to, ":") ? 1 : stands_at(text, to, "：") ? 3 : 0;
  if (colon == 0 || to - at > 6) return at;
  std::size_t end = to + colon;
  int digits = 0;
  for (; digit_at(text, end) >= 0; ++digits) end += digit_length(text, end);
  return digits == 2 ? end : at;
}

std::optional<Quantity> figures_at(std::string_view text, std::size_t at, std::size_t& next) {
  if (const auto date = date_at(text, at)) {
    next = date->to;
    return std::nullopt;
  }
  if (const std::size_t end = not_a_number(text, at); end != at) {
    next = end;
    return std::nullopt;
  }
  const Number number = number_at(text, at);
  next = number.to;
  if (number.digits > 9) return std::nullopt;  // A telephone or an identifier.
  Quantity q;
  q.from = at;
  q.to = number.to;
  q.value = q.upto = number.value;
  q.ordinal = ends_at(text, at, "第");
  take_second(text, q);
  take_more(text, q);
  take_unit(text, q);
  take_half(text, q);
  if (q.time != TimeUnit::kNone) take_more(text, q);
  return q;
}

// 二十余年, 半年, 三次; only with a unit that cannot be part of another word.
std::optional<Quantity> chinese_at(std::string_view text, std::size_t at, std::size_t& next) {
  Quantity q;
  q.from = at;
  q.chinese = true;
  const bool half = stands_at(text, at, "半");
  const auto whole = half ? Whole{0, at + 3, true} : chinese_whole(text, at);
  if (!whole) {
    while (chinese_digit(text, next) >= 0 || chinese_power(text, next) > 0) next += 3;
    return std::nullopt;
  }
  q.to = next = whole->to;
  q.value = q.upto = half ? 0.5 : whole->value;
  q.ordinal = ends_at(text, at, "第");
  constexpr std::string_view kBefore[] = {"同", "某", "这", "那", "另", "每", "哪", "唯"};
  if (any_ends(text, at, kBefore)) return std::nullopt;
  take_more(text, q);
  const std::size_t unit_at = q.to;
  take_unit(text, q);
  constexpr std::string_view kAllowed[] = {"次", "枚", "胎"};
  const bool counted =
      std::find(std::begin(kAllowed), std::end(kAllowed), q.unit) != std::end(kAllowed);
  // 三月 is a month of the year.
  if (q.to == unit_at || (q.time == TimeUnit::kNone && !counted)) return std::nullopt;
  if (q.unit == "月" && !half) return std::nullopt;
  take_half(text, q);
  if (q.time != TimeUnit::kNone) take_more(text, q);
  next = q.to;
  return q;
}

// What a number in Chinese numerals begins with.
const WordIndex& numerals() {
  static constexpr std::string_view kFirst[] = {"半", "零", "〇", "一", "二", "三", "四", "五",
                                                "六", "七", "八", "九", "两", "十", "百", "千"};
  static const WordIndex index(kFirst);
  return index;
}

}  // namespace

std::optional<Whole> whole_at(std::string_view text, std::size_t at) {
  Whole whole{0, at, false};
  for (int digit; (digit = digit_at(text, whole.to)) >= 0;) {
    whole.value = whole.value * 10 + digit;
    whole.to += digit_length(text, whole.to);
    if (whole.value > 9999) return std::nullopt;
  }
  if (whole.to > at) return whole;
  return chinese_whole(text, at);
}

std::optional<Quantity> next_quantity(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    std::optional<Quantity> found;
    if (digit_at(text, at) >= 0) {
      found = figures_at(text, at, next);
      if (found) return found;
    } else if (numerals().match(text, at) >= 0) {
      found = chinese_at(text, at, next);
      if (found) return found;
    }
    at = next > at ? next : at + char_length(text, at);
  }
  return std::nullopt;
}

}  // namespace emrlint
