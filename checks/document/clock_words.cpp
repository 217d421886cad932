// SPDX-License-Identifier: Apache-2.0
#include "checks/document/clock_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

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

// The character of three bytes at `at` as one number.
constexpr std::uint32_t three_bytes(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(text[i])};
  };
  return byte(at) << 16 | byte(at + 1) << 8 | byte(at + 2);
}

// What the words above begin with.
constexpr std::string_view kFirst = "上中下凌早晚傍〇零一二三四五六七八九十";
constexpr auto kFirstCharacters = [] {
  std::array<std::uint32_t, kFirst.size() / 3> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = three_bytes(kFirst, 3 * i);
  return all;
}();

// A bit for each value that the last six bits of one of their bytes have: most other characters
// fail already by these.
constexpr std::uint64_t bits_of_byte(unsigned shift) {
  std::uint64_t bits = 0;
  for (const std::uint32_t character : kFirstCharacters) {
    bits |= std::uint64_t{1} << (character >> shift & 63);
  }
  return bits;
}
constexpr std::uint64_t kSecondBits = bits_of_byte(8), kThirdBits = bits_of_byte(0);

bool may_begin(std::uint32_t character) {
  if ((kSecondBits >> (character >> 8 & 63) & kThirdBits >> (character & 63) & 1) == 0)
    return false;
  return std::find(kFirstCharacters.begin(), kFirstCharacters.end(), character) !=
         kFirstCharacters.end();
}

std::optional<ClockWords> find_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (const std::size_t size = twelve_hour_clock(rest)) return ClockWords{at, size, false};
  const std::size_t words = std::max(hour_in_words(rest), year_in_words(rest));
  return words > 0 ? std::optional(ClockWords{at, words, true}) : std::nullopt;
}

}  // namespace

std::optional<ClockWords> find_clock_words(std::string_view text) {
  for (std::size_t at = 0; at + 3 <= text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0xE0) {
      ++at;
      continue;
    }
    if (may_begin(three_bytes(text, at))) {
      if (const auto found = find_at(text, at)) return found;
    }
    at += 3;
  }
  return std::nullopt;
}

}  // namespace emrlint::checks
