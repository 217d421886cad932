// SPDX-License-Identifier: Apache-2.0
#include "checks/document/clock_words.h"

#include "text/find_word.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

constexpr std::string_view kAfternoon[] = {"下午", "晚上", "傍晚"};
constexpr std::string_view kPartOfDay[] = {"上午", "中午", "凌晨", "早晨", "下午", "晚上", "傍晚"};
constexpr std::string_view kNumerals[] = {"〇", "零", "一", "二", "三", "四",
                                          "五", "六", "七", "八", "九", "十"};
constexpr std::string_view kHour[] = {"时", "点", ":", "："};

// The first of the words that the text begins with; empty for none.
template <std::size_t N>
std::string_view begins(std::string_view text, const std::string_view (&words)[N]) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return word;
  }
  return {};
}

std::size_t numerals_in(std::string_view text, std::size_t& bytes) {
  std::size_t count = 0;
  bytes = 0;
  for (std::string_view one; !(one = begins(text.substr(bytes), kNumerals)).empty(); ++count) {
    bytes += one.size();
  }
  return count;
}

// "下午3时": an hour of the afternoon under twelve. The length of it, 0 for anything else.
std::size_t twelve_hour_clock(std::string_view text) {
  const std::string_view part = begins(text, kAfternoon);
  if (part.empty()) return 0;
  std::size_t at = part.size();
  int hour = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && hour < 100) {
    hour = 10 * hour + (text[at++] - '0');
  }
  const std::string_view unit = begins(text.substr(at), kHour);
  if (hour < 1 || hour > 11 || unit.empty()) return 0;
  at += unit.size();
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;  // The minutes.
  return at;
}

// "上午九时".
std::size_t hour_in_words(std::string_view text) {
  const std::string_view part = begins(text, kPartOfDay);
  if (part.empty()) return 0;
  std::size_t bytes = 0;
  if (numerals_in(text.substr(part.size()), bytes) == 0) return 0;
  const std::string_view unit = begins(text.substr(part.size() + bytes), kHour);
  return unit.empty() ? 0 : part.size() + bytes + unit.size();
}

// "二〇二四年".
std::size_t year_in_words(std::string_view text) {
  std::size_t bytes = 0;
  if (numerals_in(text, bytes) != 4) return 0;
  constexpr std::string_view kYear = "年";
  return text.substr(bytes).starts_with(kYear) ? bytes + kYear.size() : 0;
}

std::optional<ClockWords> first_hour(std::string_view text) {
  static const WordIndex parts(kPartOfDay);
  for (std::size_t at = 0; (at = parts.skip(text, at)) < text.size(); at += 3) {
    if (parts.match(text, at) < 0) continue;
    if (const std::size_t size = twelve_hour_clock(text.substr(at))) {
      return ClockWords{at, size, false};
    }
    if (const std::size_t size = hour_in_words(text.substr(at))) return ClockWords{at, size, true};
  }
  return std::nullopt;
}

std::optional<ClockWords> first_year(std::string_view text) {
  constexpr std::string_view kYear = "年";
  constexpr std::size_t kFour = 12;  // Bytes of four numerals.
  for (std::size_t at = find_word(text, kYear); at != text.npos;
       at = find_word(text, kYear, at + 3)) {
    if (at < kFour) continue;
    if (const std::size_t size = year_in_words(text.substr(at - kFour))) {
      return ClockWords{at - kFour, size, true};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<ClockWords> find_clock_words(std::string_view text) {
  const auto hour = first_hour(text);
  const auto year = first_year(text);
  return !hour || (year && year->from < hour->from) ? year : hour;
}

}  // namespace emrlint::checks
