// SPDX-License-Identifier: Apache-2.0
#include "base/work_calendar.h"

#include <algorithm>

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

}  // namespace

void WorkCalendar::add(Day day, bool works) {
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
      for (Day day = first; day <= last; day += days(1)) built.add(day, false);
    };
#define EMRLINT_REST(first, last) rest(Day(first), Day(last));
#define EMRLINT_WORK(day) built.add(Day(day), true);
#include "base/work_calendar.def"
#undef EMRLINT_REST
#undef EMRLINT_WORK
    built.finish();
    return built;
  }();
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
