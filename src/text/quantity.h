// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_QUANTITY_H_
#define EMRLINT_TEXT_QUANTITY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// Numbers with their units in Chinese narrative: 38.5℃, ３８．５, 3+年, 20余年, 半年, 二十余天,
// 3-5天.
namespace emrlint {

enum class TimeUnit : std::uint8_t { kNone, kMinute, kHour, kDay, kWeek, kMonth, kYear, kAge };

// Bytes [from, to) of the text, unit included.
struct Quantity {
  std::size_t from = 0;
  std::size_t to = 0;
  double value = 0;
  double upto = 0;    // The other end of a range, 3-5天, or after a slash, 130/80mmHg; else value.
  bool more = false;  // 3+年, 20余年, 3年余: somewhat more than the value.
  bool ordinal = false;   // 第3天
  bool slash = false;     // The two values stand on either side of a slash.
  bool chinese = false;   // Written in Chinese numerals.
  std::string_view unit;  // As written; empty where none is known.
  TimeUnit time = TimeUnit::kNone;
};

// The first quantity at or behind byte `at`. Dates, clock times, numbers that belong to a word
// (CA199, L4) and Chinese numerals without a unit of time or count (十二指肠, 三尖瓣, 一般) are
// none. Walks on from Quantity::to, so that a text is read once.
std::optional<Quantity> next_quantity(std::string_view text, std::size_t at);

// A figure of one byte or of full width at `at`, -1 where none is.
constexpr int digit_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return -1;
  if (text[at] >= '0' && text[at] <= '9') return text[at] - '0';
  if (text[at] != '\xEF' || at + 3 > text.size() || text[at + 1] != '\xBC') return -1;
  const int full = static_cast<unsigned char>(text[at + 2]) - 0x90;  // U+FF10
  return full >= 0 && full <= 9 ? full : -1;
}
// Bytes of the figure that stands there.
constexpr std::size_t digit_length(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 3;
}

// A whole number in figures or Chinese numerals (三, 十二, 二十三) from byte `at`, at most 9999.
struct Whole {
  int value = 0;
  std::size_t to = 0;
  bool chinese = false;
};
std::optional<Whole> whole_at(std::string_view text, std::size_t at);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_QUANTITY_H_
