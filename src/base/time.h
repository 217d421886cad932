// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BASE_TIME_H_
#define EMRLINT_BASE_TIME_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace emrlint {

using Instant = std::chrono::sys_seconds;
using Duration = std::chrono::minutes;

enum class Precision : std::uint8_t { kYear, kMonth, kDay, kHour, kMinute, kSecond };

inline constexpr int kHospitalOffset = 480;  // Minutes east of UTC where a time names no zone.

// A time as it was written: an interval as wide as its precision. "20240301" is the whole of that
// day; two such times may be neither before nor after each other.
struct Time {
  Instant earliest{};
  Precision precision = Precision::kSecond;
  std::int16_t offset = kHospitalOffset;  // Minutes east of UTC; for display and for calendar days.
  bool zoned = false;                     // The text named its zone.

  Instant latest() const;                  // The last second inside the interval.
  std::chrono::sys_days local_day() const; // Calendar day where the record was written.
  bool exact() const { return precision >= Precision::kMinute; }

  friend bool operator==(const Time&, const Time&) = default;
};

// Certainly before/after: holds for every instant of both intervals. Minute and second precision
// count as exact to the minute, as catalogue 0.3-10 asks.
bool certainly_before(const Time& a, const Time& b);
bool certainly_after(const Time& a, const Time& b);

// Whether b - a is within, beyond, or undecidable against `limit`.
enum class Within : std::uint8_t { kYes, kNo, kUnknown };
Within within(const Time& a, const Time& b, Duration limit);

// HL7 TS digits: YYYY[MM[DD[HH[mm[ss[.s+]]]]]][+-ZZzz]; trailing blanks allowed. Empty for
// anything else and for impossible dates (month 13, 30 February, 25 o'clock).
std::optional<Time> parse_hl7_time(std::string_view text, int default_offset = kHospitalOffset);

// ISO 8601 / FHIR dateTime: YYYY[-MM[-DD[Thh:mm[:ss[.s+]][Z|+hh:mm]]]]; a blank may stand for T.
std::optional<Time> parse_iso_time(std::string_view text, int default_offset = kHospitalOffset);

// "2024-03-01 09:12", as precise as the time is, in the zone of its record.
std::string to_string(const Time& time);
// "2024-03-01T09:12:00+08:00", as precise as the time is.
std::string to_iso(const Time& time);
Time at_minute(Instant instant, int offset = kHospitalOffset);

// "30min", "24h", "7d", "1d12h", "2w". Empty for anything else.
std::optional<Duration> parse_duration(std::string_view text);
// "24小时" / "24 h", "7天" / "7 d", "90分钟" / "90 min".
std::string to_zh(Duration duration);
std::string to_en(Duration duration);

}  // namespace emrlint

#endif  // EMRLINT_BASE_TIME_H_
