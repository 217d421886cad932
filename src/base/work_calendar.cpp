// SPDX-License-Identifier: Apache-2.0
#include "base/work_calendar.h"

#include <algorithm>

#include "base/time.h"

namespace emrlint {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year_month_day;

bool in_the_week(sys_days day) { return weekday(day).iso_encoding() <= 5; }

int year_of(sys_days day) { return static_cast<int>(year_month_day(day).year()); }

template <typename T>
void sort_unique(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

Error wrong_line(const std::string& path, int line, int column, const char* zh, const char* en) {
  const std::string place = path + ':' + std::to_string(line) + ':' + std::to_string(column) + ": ";
  return {place + zh, place + en, {}};
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace

void WorkCalendar::except(Day day, bool works) {
  years_.push_back(year_of(day));
  if (works != in_the_week(day)) exceptions_.push_back(day);
}

void WorkCalendar::finish() {
  sort_unique(years_);
  sort_unique(exceptions_);
}

const WorkCalendar& WorkCalendar::china() {
  static const WorkCalendar calendar = [] {
    using namespace std::chrono_literals;
    WorkCalendar built;
    const auto rest = [&](Day first, Day last) {
      for (Day day = first; day <= last; day += days(1)) built.except(day, false);
    };
#define EMRLINT_REST(first, last) rest(Day(first), Day(last));
#define EMRLINT_WORK(day) built.except(Day(day), true);
#include "base/work_calendar.def"
#undef EMRLINT_REST
#undef EMRLINT_WORK
    built.finish();
    return built;
  }();
  return calendar;
}

Result<WorkCalendar> WorkCalendar::read(const std::string& path, std::string_view csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  WorkCalendar calendar;
  int number = 0;
  while (!csv.empty()) {
    const std::size_t end = std::min(csv.find('\n'), csv.size());
    const std::string_view line = trimmed(csv.substr(0, end));
    csv.remove_prefix(std::min(end + 1, csv.size()));
    ++number;
    if (number == 1 && line != "date,day") {
      return wrong_line(path, 1, 1, "首行应为date,day", "the first line is to be date,day");
    }
    if (number == 1 || line.empty()) continue;
    const std::size_t comma = std::min(line.find(','), line.size());
    const std::optional<Time> date = parse_iso_time(trimmed(line.substr(0, comma)));
    if (!date || date->precision != Precision::kDay) {
      return wrong_line(path, number, 1, "应为日期，如2027-01-01",
                        "a date is expected, such as 2027-01-01");
    }
    const std::string_view kind = trimmed(line.substr(std::min(comma + 1, line.size())));
    if (kind != "rest" && kind != "work") {
      return wrong_line(path, number, static_cast<int>(comma) + 2, "应为rest或work",
                        "rest or work is expected");
    }
    calendar.except(date->local_day(), kind == "work");
  }
  calendar.finish();
  return calendar;
}

std::optional<bool> WorkCalendar::works(Day day) const {
  if (!std::binary_search(years_.begin(), years_.end(), year_of(day))) return std::nullopt;
  const bool exception = std::binary_search(exceptions_.begin(), exceptions_.end(), day);
  return in_the_week(day) != exception;
}

std::optional<WorkCalendar::Day> WorkCalendar::working_day_after(Day day, int count) const {
  while (count > 0) {
    day += days(1);
    const std::optional<bool> worked = works(day);
    if (!worked) return std::nullopt;
    if (*worked) --count;
  }
  return day;
}

}  // namespace emrlint
