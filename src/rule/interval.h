// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_INTERVAL_H_
#define EMRLINT_RULE_INTERVAL_H_

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "rule/event.h"

namespace emrlint {

using Day = std::chrono::sys_days;  // A calendar day where the record was written.

// A span of days in which a rule counts documents.
struct Interval {
  Subject subject;
  std::optional<Day> first, last;  // Both ends belong to it; absent: `unknown` says why.
  bool running = false;            // It goes on: `last` is the day of the run's clock.
  Span span;                       // What tells of its beginning.
  Missing unknown;
};

enum class IntervalKind : std::uint8_t { kStay, kCritical, kSerious };
std::optional<IntervalKind> read_interval(RuleReader& reader, std::string_view key);
std::vector<IntervalKind> read_intervals(RuleReader& reader, std::string_view key);

// The stay (from admission to discharge or death), or each time the patient was 病危 or 病重.
std::vector<Interval> intervals(IntervalKind kind, const Chart& chart, const Clock& clock);

// The calendar day of a time; empty when the time is coarser than a day.
std::optional<Day> day_of(const Time& time);
// The day as a time for messages.
Time as_time(Day day);

}  // namespace emrlint

#endif  // EMRLINT_RULE_INTERVAL_H_
