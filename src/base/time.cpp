// SPDX-License-Identifier: Apache-2.0
#include "base/time.h"

#include <array>
#include <cstddef>
#include <cstdio>

namespace emrlint {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

bool digit(char c) { return c >= '0' && c <= '9'; }

// Takes exactly `count` digits off the front; -1 when they are not there.
int take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return -1;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  while (!text.empty() && kBlank.find(text.back()) != kBlank.npos) text.remove_suffix(1);
  while (!text.empty() && kBlank.find(text.front()) != kBlank.npos) text.remove_prefix(1);
  return text;
}

// Fraction of a second: kept out, since no rule is finer than a minute.
bool skip_fraction(std::string_view& text) {
  if (!take(text, '.')) return true;
  std::size_t n = 0;
  while (n < text.size() && digit(text[n])) ++n;
  text.remove_prefix(n);
  return n > 0;
}

std::optional<int> take_zone(std::string_view& text, bool colon) {
  if (take(text, 'Z')) return 0;
  const bool west = !text.empty() && text.front() == '-';
  if (!take(text, '-') && !take(text, '+')) return std::nullopt;
  const int hour = take_digits(text, 2);
  if (colon && !take(text, ':')) return std::nullopt;
  const int minute = take_digits(text, 2);
  if (hour < 0 || hour > 14 || minute < 0 || minute > 59) return std::nullopt;
  return (west ? -1 : 1) * (hour * 60 + minute);
}

// Fields year, month, day, hour, minute, second; the first `count` of them were written.
std::optional<Time> make_time(const std::array<int, 6>& f, std::size_t count, int offset,
                              bool zoned) {
  const auto date = std::chrono::year{f[0]} / std::chrono::month{static_cast<unsigned>(f[1])} /
                    std::chrono::day{static_cast<unsigned>(f[2])};
  if (f[0] < 1 || !date.ok() || f[3] > 23 || f[4] > 59 || f[5] > 60) return std::nullopt;
  Time time;
  time.earliest = sys_days{date} + hours{f[3]} + minutes{f[4] - offset} + seconds{f[5]};
  time.precision = static_cast<Precision>(count - 1);
  time.offset = static_cast<std::int16_t>(offset);
  time.zoned = zoned;
  return time;
}

}  // namespace

Instant Time::latest() const {
  const auto local = earliest + minutes{offset};
  const std::chrono::year_month_day date{std::chrono::floor<days>(local)};
  const auto back = [this](sys_days day) { return Instant{day} - minutes{offset} - seconds{1}; };
  switch (precision) {
    case Precision::kYear:
      return back(sys_days{(date.year() + std::chrono::years{1}) / std::chrono::January / 1});
    case Precision::kMonth:
      return back(sys_days{(date.year() / date.month() + std::chrono::months{1}) / 1});
    case Precision::kDay:
      return earliest + days{1} - seconds{1};
    case Precision::kHour:
      return earliest + hours{1} - seconds{1};
    case Precision::kMinute:
      return earliest + minutes{1} - seconds{1};
    case Precision::kSecond:
      break;
  }
  return earliest;
}

sys_days Time::local_day() const {
  return std::chrono::floor<days>(earliest + minutes{offset});
}

namespace {

Instant first_minute(const Time& t) { return std::chrono::floor<minutes>(t.earliest); }
Instant last_minute(const Time& t) { return std::chrono::floor<minutes>(t.latest()); }

}  // namespace

bool certainly_before(const Time& a, const Time& b) { return last_minute(a) < first_minute(b); }
bool certainly_after(const Time& a, const Time& b) { return certainly_before(b, a); }

Within within(const Time& a, const Time& b, Duration limit) {
  if (last_minute(b) - first_minute(a) <= limit) return Within::kYes;
  if (first_minute(b) - last_minute(a) > limit) return Within::kNo;
  return Within::kUnknown;
}

std::optional<Time> parse_hl7_time(std::string_view text, int default_offset) {
  text = trimmed(text);
  std::array<int, 6> f{0, 1, 1, 0, 0, 0};
  if ((f[0] = take_digits(text, 4)) < 0) return std::nullopt;
  std::size_t count = 1;
  while (count < 6 && !text.empty() && digit(text.front())) {
    if ((f[count] = take_digits(text, 2)) < 0) return std::nullopt;
    ++count;
  }
  if (count == 6 && !skip_fraction(text)) return std::nullopt;
  if (text.empty()) return make_time(f, count, default_offset, false);
  const std::optional<int> zone = take_zone(text, false);
  if (!zone || !text.empty() || count < 4) return std::nullopt;
  return make_time(f, count, *zone, true);
}

std::optional<Time> parse_iso_time(std::string_view text, int default_offset) {
  text = trimmed(text);
  std::array<int, 6> f{0, 1, 1, 0, 0, 0};
  if ((f[0] = take_digits(text, 4)) < 0) return std::nullopt;
  std::size_t count = 1;
  for (; count < 3 && take(text, '-'); ++count) {
    if ((f[count] = take_digits(text, 2)) < 0) return std::nullopt;
  }
  if (count == 3 && (take(text, 'T') || take(text, ' '))) {
    if ((f[3] = take_digits(text, 2)) < 0) return std::nullopt;
    if (!take(text, ':') || (f[4] = take_digits(text, 2)) < 0) return std::nullopt;
    count = 5;
    if (take(text, ':')) {
      if ((f[5] = take_digits(text, 2)) < 0 || !skip_fraction(text)) return std::nullopt;
      count = 6;
    }
  }
  if (text.empty()) return make_time(f, count, default_offset, false);
  const std::optional<int> zone = take_zone(text, true);
  if (!zone || !text.empty() || count < 5) return std::nullopt;
  return make_time(f, count, *zone, true);
}

namespace {

struct Fields {
  int year;
  unsigned month, day;
  int hour, minute, second;
};

Fields fields_of(const Time& time) {
  const auto local = time.earliest + minutes{time.offset};
  const auto day = std::chrono::floor<days>(local);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{local - day};
  return {static_cast<int>(date.year()),
          static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()),
          static_cast<int>(clock.hours().count()),
          static_cast<int>(clock.minutes().count()),
          static_cast<int>(clock.seconds().count())};
}

}  // namespace

std::string to_string(const Time& time) {
  const Fields f = fields_of(time);
  std::array<char, 32> buffer{};
  int n = 0;
  switch (time.precision) {
    case Precision::kYear:
      n = std::snprintf(buffer.data(), buffer.size(), "%04d", f.year);
      break;
    case Precision::kMonth:
      n = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u", f.year, f.month);
      break;
    case Precision::kDay:
      n = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", f.year, f.month, f.day);
      break;
    default:
      n = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u %02d:%02d", f.year, f.month,
                        f.day, f.hour, f.minute);
  }
  return {buffer.data(), static_cast<std::size_t>(n)};
}

std::string to_iso(const Time& time) {
  std::string text = to_string(time);
  if (time.precision <= Precision::kDay) return text;
  text[10] = 'T';
  std::array<char, 16> zone{};
  const int offset = time.offset < 0 ? -time.offset : time.offset;
  std::snprintf(zone.data(), zone.size(), ":%02d%c%02d:%02d", fields_of(time).second,
                time.offset < 0 ? '-' : '+', offset / 60 % 100, offset % 60);
  return text + zone.data();
}

Time at_minute(Instant instant, int offset) {
  return {std::chrono::floor<minutes>(instant), Precision::kMinute,
          static_cast<std::int16_t>(offset), false};
}

std::optional<Duration> parse_duration(std::string_view text) {
  if (text.empty()) return std::nullopt;
  Duration total{0};
  while (!text.empty()) {
    long value = 0;
    std::size_t n = 0;
    for (; n < text.size() && digit(text[n]); ++n) value = value * 10 + (text[n] - '0');
    if (n == 0 || n > 7) return std::nullopt;
    text.remove_prefix(n);
    if (text.starts_with("min")) {
      total += minutes{value};
      text.remove_prefix(3);
    } else if (take(text, 'h')) {
      total += hours{value};
    } else if (take(text, 'd')) {
      total += hours{24 * value};
    } else if (take(text, 'w')) {
      total += hours{24 * 7 * value};
    } else {
      return std::nullopt;
    }
  }
  return total;
}

namespace {

std::string number_and(long value, std::string_view unit) {
  return std::to_string(value) + std::string(unit);
}

// Whole days from three days on, since the articles say "24小时" and "48小时", yet "7天".
std::string spoken(Duration d, std::string_view day, std::string_view hour, std::string_view min) {
  const long m = d.count();
  if (m >= 72 * 60 && m % (24 * 60) == 0) return number_and(m / (24 * 60), day);
  if (m % 60 == 0) return number_and(m / 60, hour);
  if (m < 120) return number_and(m, min);
  return number_and(m / 60, hour) + (min.front() == ' ' ? " " : "") + number_and(m % 60, min);
}

}  // namespace

std::string to_zh(Duration duration) { return spoken(duration, "天", "小时", "分钟"); }
std::string to_en(Duration duration) { return spoken(duration, " d", " h", " min"); }

}  // namespace emrlint
