// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BASE_WORK_CALENDAR_H_
#define EMRLINT_BASE_WORK_CALENDAR_H_

#include <chrono>
#include <optional>
#include <vector>

namespace emrlint {

// Which days are worked: Monday to Friday, without public holidays, with the weekend days that are
// worked in exchange. It knows whole years only; of others nobody can tell.
class WorkCalendar {
 public:
  using Day = std::chrono::sys_days;

  // China, 2020 to 2026: see work_calendar.def.
  static const WorkCalendar& china();
  // For one of one's own: each day that differs from the week, then finish(). A year counts as
  // known when a day of it was added.
  void add(Day day, bool works);
  void finish();

  // Empty for a day of a year that is not known.
  std::optional<bool> works(Day day) const;
  // The `count`-th working day after `day`, which itself does not count.
  std::optional<Day> working_day_after(Day day, int count) const;

 private:
  std::vector<Day> exceptions_;  // Worked weekend days and days off in the week; sorted.
  std::vector<int> years_;       // Known years, sorted.
};

}  // namespace emrlint

#endif  // EMRLINT_BASE_WORK_CALENDAR_H_
