// SPDX-License-Identifier: Apache-2.0
#include "base/work_calendar.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

std::optional<bool> works(sys_days day) { return WorkCalendar::china().works(day); }

sys_days after(sys_days day, int count) {
  return WorkCalendar::china().working_day_after(day, count).value();
}

TEST_CASE("days of the week, holidays and days worked in exchange") {
  CHECK(works(2024y / 3 / 1) == true);    // Friday
  CHECK(works(2024y / 3 / 2) == false);   // Saturday
  CHECK(works(2024y / 10 / 1) == false);  // National Day, a Tuesday
  CHECK(works(2024y / 9 / 29) == true);   // a Sunday that is worked for it
  CHECK(works(2020y / 2 / 1) == false);   // announced as worked, then made part of the holiday
  CHECK(works(2022y / 12 / 31) == false);
  CHECK(works(2026y / 2 / 28) == true);  // a Saturday
}

TEST_CASE("each year has the statutory holidays and as many working days as the notices leave") {
  const auto worked = [](std::chrono::year year) {
    int count = 0;
    for (sys_days day = year / 1 / 1; day < sys_days((year + std::chrono::years(1)) / 1 / 1);
         day += days(1)) {
      count += works(day).value() ? 1 : 0;
    }
    return count;
  };
  CHECK(worked(2020y) == 249);
  CHECK(worked(2021y) == 250);
  CHECK(worked(2022y) == 249);
  CHECK(worked(2023y) == 249);
  CHECK(worked(2024y) == 251);
  CHECK(worked(2025y) == 248);
  CHECK(worked(2026y) == 248);
}

TEST_CASE("the n-th working day after a day") {
  CHECK(after(2024y / 3 / 1, 1) == sys_days(2024y / 3 / 4));  // over a weekend
  CHECK(after(2024y / 3 / 4, 5) == sys_days(2024y / 3 / 11));
  CHECK(after(2024y / 9 / 30, 1) == sys_days(2024y / 10 / 8));  // over the National Day
  CHECK(after(2024y / 9 / 27, 2) == sys_days(2024y / 9 / 30));  // with the worked Sunday
}

TEST_CASE("a year that is not in the table is not known") {
  CHECK_FALSE(works(2019y / 12 / 31).has_value());
  CHECK_FALSE(WorkCalendar::china().working_day_after(2026y / 12 / 31, 1).has_value());
}

TEST_CASE("a calendar of one's own") {
  WorkCalendar calendar;
  calendar.add(2027y / 1 / 1, false);
  calendar.add(2027y / 1 / 2, true);
  calendar.finish();
  CHECK(calendar.works(2027y / 1 / 1) == false);
  CHECK(calendar.works(2027y / 1 / 2) == true);
  CHECK(calendar.works(2027y / 1 / 4) == true);
  CHECK_FALSE(calendar.works(2026y / 1 / 1).has_value());
}

}  // namespace
}  // namespace emrlint
