// SPDX-License-Identifier: Apache-2.0
#include "text/day_words.h"

#include <algorithm>

#include "text/quantity.h"
#include "text/word_index.h"

namespace emrlint {
namespace {

enum class Word : std::uint8_t { kRelative, kAfterSurgery, kOfStay, kSkip };
struct Row {
  std::string_view word;
  Word kind;
  int number = 0;
};
constexpr Row kRows[] = {
    {"今日", Word::kRelative, 0},  {"今天", Word::kRelative, 0},    {"今晨", Word::kRelative, 0},
    {"今早", Word::kRelative, 0},  {"今晚", Word::kRelative, 0},    {"本日", Word::kRelative, 0},
    {"昨日", Word::kRelative, -1}, {"昨天", Word::kRelative, -1},   {"昨晚", Word::kRelative, -1},
    {"昨夜", Word::kRelative, -1}, {"昨晨", Word::kRelative, -1},   {"明日", Word::kRelative, 1},
    {"明天", Word::kRelative, 1},  {"明晨", Word::kRelative, 1},    {"明早", Word::kRelative, 1},
    {"术后", Word::kAfterSurgery}, {"手术后", Word::kAfterSurgery}, {"入院第", Word::kOfStay},
    {"入院后第", Word::kOfStay},   {"住院第", Word::kOfStay},       {"收治第", Word::kOfStay},
    {"说明日", Word::kSkip},       {"证明日", Word::kSkip},         {"表明日", Word::kSkip},
    {"注明日", Word::kSkip},       {"写明日", Word::kSkip},         {"查明天冬", Word::kSkip},
    {"明天冬", Word::kSkip},       {"光明日", Word::kSkip},         {"失明天", Word::kSkip},
};

const WordIndex& words() {
  static const WordIndex index = [] {
    std::vector<std::string_view> all;
    for (const Row& row : kRows) all.push_back(row.word);
    return WordIndex(all);
  }();
  return index;
}

// The number of days behind 术后 or 入院第; whether the day is complete there.
bool take_day(std::string_view text, DayMention& day) {
  day.ordinal = ends_at(text, day.to, "第");
  if (!day.ordinal && stands_at(text, day.to, "第")) {
    day.ordinal = true;
    day.to += 3;
  }
  const auto number = whole_at(text, day.to);
  if (!number) return false;
  const bool days = stands_at(text, number->to, "天") || stands_at(text, number->to, "日");
  if (!days || stands_at(text, number->to, "天冬")) return false;
  day.number = number->value;
  day.to = number->to + 3;
  return true;
}

// POD 3, POD#3, post-op day 3, postoperative day 3 at `at`, which begins a word.
std::optional<DayMention> english_day(std::string_view text, std::size_t at) {
  constexpr std::string_view kWords[] = {"pod", "post-op day", "postop day", "post op day",
                                         "postoperative day", "post-operative day"};
  const auto same = [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); };
  for (const std::string_view word : kWords) {
    const std::string_view said = text.substr(at, word.size());
    if (!std::equal(word.begin(), word.end(), said.begin(), said.end(), same)) continue;
    DayMention day;
    day.from = at;
    day.to = at + word.size();
    while (stands_at(text, day.to, " ") || stands_at(text, day.to, "#")) ++day.to;
    const auto number = whole_at(text, day.to);
    if (!number || number->value > 99) continue;
    if (number->to < text.size() && (text[number->to] == '-' || text[number->to] == '/')) continue;
    day.kind = DayKind::kAfterSurgery;
    day.ordinal = true;
    day.number = number->value;
    day.to = number->to;
    return day;
  }
  return std::nullopt;
}

// Up to `most` figures.
std::optional<Whole> figures(std::string_view text, std::size_t at, int most) {
  Whole whole{0, at, false};
  int count = 0;
  for (int digit; (digit = digit_at(text, whole.to)) >= 0; ++count) {
    if (count == most) return std::nullopt;
    whole.value = whole.value * 10 + digit;
    whole.to += digit_length(text, whole.to);
  }
  if (count == 0) return std::nullopt;
  return whole;
}

bool real_day(int month, int day) { return month >= 1 && month <= 12 && day >= 0 && day <= 31; }

DayMention dated(std::size_t from, std::size_t to, int year, int month, int day) {
  DayMention mention;
  mention.from = from;
  mention.to = to;
  mention.kind = DayKind::kDate;
  mention.month = month;
  mention.day = day;
  if (year > 0 && month > 0 && day > 0) {
    mention.date = std::chrono::year{year} / month / day;
  }
  return mention;
}

// 3月1日, behind a year or alone.
std::optional<DayMention> month_and_day(std::string_view text, std::size_t from, std::size_t at,
                                        int year) {
  const auto month = figures(text, at, 2);
  if (!month || !stands_at(text, month->to, "月")) return std::nullopt;
  const std::size_t behind = month->to + 3;
  const auto day = figures(text, behind, 2);
  const bool whole = day && (stands_at(text, day->to, "日") || stands_at(text, day->to, "号"));
  if (whole && real_day(month->value, day->value)) {
    return dated(from, day->to + 3, year, month->value, day->value);
  }
  if (year > 0 && real_day(month->value, 0)) return dated(from, behind, year, month->value, 0);
  return std::nullopt;
}

// 2024-03-01, 2024/3/1, 2024.03.01: the same sign twice.
std::optional<DayMention> numeric_date(std::string_view text, std::size_t from, const Whole& year) {
  constexpr std::string_view kSigns[] = {"-", "/", ".", "－", "．"};
  for (const std::string_view sign : kSigns) {
    if (!stands_at(text, year.to, sign)) continue;
    const auto month = figures(text, year.to + sign.size(), 2);
    if (!month || !stands_at(text, month->to, sign)) continue;
    const auto day = figures(text, month->to + sign.size(), 2);
    if (!day || !real_day(month->value, day->value)) continue;
    return dated(from, day->to, year.value, month->value, day->value);
  }
  return std::nullopt;
}

}  // namespace

std::optional<DayMention> date_at(std::string_view text, std::size_t at) {
  if (const auto year = figures(text, at, 4); year && year->value >= 1900 && year->value <= 2199) {
    if (!stands_at(text, year->to, "年")) return numeric_date(text, at, *year);
    if (const auto day = month_and_day(text, at, year->to + 3, year->value)) return day;
    return dated(at, year->to + 3, year->value, 0, 0);
  }
  return month_and_day(text, at, at, 0);
}

std::optional<DayMention> next_day(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (digit_at(text, at) >= 0) {
      if (const auto date = date_at(text, at)) {
        if (date->month > 0) return date;
        at = date->to;
        continue;
      }
      while (digit_at(text, at) >= 0) at += digit_length(text, at);
      continue;
    }
    if (const char c = text[at]; c == 'P' || c == 'p') {
      const auto letter = [](char l) { return (l | 32) >= 'a' && (l | 32) <= 'z'; };
      if (at == 0 || !letter(text[at - 1])) {
        if (const auto day = english_day(text, at)) return day;
      }
    }
    const int row = words().match(text, at);
    if (row < 0) {
      at += char_length(text, at);
      continue;
    }
    const Row& found = kRows[row];
    DayMention day;
    day.from = at;
    day.to = at = at + found.word.size();
    day.number = found.number;
    if (found.kind == Word::kRelative) return day;
    day.kind = found.kind == Word::kAfterSurgery ? DayKind::kAfterSurgery : DayKind::kOfStay;
    if (found.kind != Word::kSkip && take_day(text, day)) return day;
  }
  return std::nullopt;
}

}  // namespace emrlint
