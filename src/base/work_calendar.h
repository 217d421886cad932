// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BASE_WORK_CALENDAR_H_
#define EMRLINT_BASE_WORK_CALENDAR_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emrlint {

// Which days are worked: Monday to Friday, without public holidays, with the weekend days that are
// worked in exchange. It knows whole years only; of others nobody can tell.
class WorkCalendar {
 public:
  using Day = std::chrono::sys_days;

  // China, 2020 to 2026: see work_calendar.def.
  static const WorkCalendar& china();
  // A hospital's own, as CSV: "2027-01-01,rest" or "2027-01-02,work" on each line, after the header
  // "date,day". A year counts as known when a line is of it. Errors name path, line and column.
  static Result<WorkCalendar> read(const std::string& path, std::string_view csv);

  // Empty for a day of a year that is not known.
  std::optional<bool> works(Day day) const;
  // The `count`-th working day after `day`, which itself does not count.
  std::optional<Day> working_day_after(Day day, int count) const;

 private:
  void except(Day day, bool works);
  void finish();

  std::vector<Day> exceptions_;  // Worked weekend days and days off in the week; sorted.
  std::vector<int> years_;       // Known years, sorted.
};

}  // namespace emrlint

#endif  // EMRLINT_BASE_WORK_CALENDAR_H_
