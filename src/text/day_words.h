// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_DAY_WORDS_H_
#define EMRLINT_TEXT_DAY_WORDS_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// Days that a narrative names: dates (2024年3月1日, 2024-03-01, 3月1日), 今日, 昨日, 明日,
// 术后第3天, 入院第2天.
namespace emrlint {

enum class DayKind : std::uint8_t {
  kDate,          // A calendar day; without a year where the text gives none.
  kRelative,      // `number` days from the day of writing: 昨日 -1, 今日 0, 明日 1.
  kAfterSurgery,  // 术后第3天, 术后3天, POD 3, post-op day 3: `number` as written.
  kOfStay,        // 入院第2天, 入院后第2天, 住院第2天
};

// Bytes [from, to) of the text.
struct DayMention {
  std::size_t from = 0;
  std::size_t to = 0;
  DayKind kind = DayKind::kRelative;
  int number = 0;
  bool ordinal = false;                // 第3天; 术后3天 without 第 may be a duration.
  std::chrono::year_month_day date{};  // kDate with a year.
  int month = 0, day = 0;              // kDate; day 0 for 2024年3月.
};

// The first day that is named at or behind byte `at`.
std::optional<DayMention> next_day(std::string_view text, std::size_t at);

// A date at `at` exactly; where quantities look as well, so that a date is no number.
std::optional<DayMention> date_at(std::string_view text, std::size_t at);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_DAY_WORDS_H_
