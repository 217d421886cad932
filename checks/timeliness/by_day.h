// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_TIMELINESS_BY_DAY_H_
#define EMRLINT_CHECKS_TIMELINESS_BY_DAY_H_

#include <chrono>
#include <optional>

#include "check/report.h"

// Duties that end with a calendar day: that of an event, or so many working days after it.
namespace emrlint::checks {

inline constexpr Missing kWorkingDays{"working-days", "该年份的工作日表",
                                      "the working days of that year (no table)"};

// The last minute of a day, where and as `like` was written.
Time end_of_day(std::chrono::sys_days day, const Time& like);

// How a time stands to a last day. A date is enough.
Within by_day(const Time& done, std::chrono::sys_days last);

// The documents of a type by the time at which each was held, else completed.
struct Documents {
  std::optional<Located<Time>> first;  // The earliest.
  bool untimed = false;                // One has neither time: it may have been the earliest.
};
Documents documents_of(const Chart& chart, DocType type);

// What a check says of a duty that ends with a day. `values` of the messages are: what began, when,
// the limit; `late` has when it was done behind them, and `days` the number of working days, if the
// limit is one.
struct DayDuty {
  Subject subject;
  Bilingual event;                     // What began.
  std::optional<Located<Time>> began;  // When; its date is enough.
  Missing unknown = missing::kEventTime;
  std::optional<int> working_days;  // Until the end of that working day; else of the same day.
  Bilingual done_name;              // What was to be done.
  MessageInfo late, missing, due;
};

// Judges it: `done` is when it was done. Without it the duty is due or missed. `doubt` is why it
// may have been done in time all the same.
void judge_by_day(const DayDuty& duty, const std::optional<Located<Time>>& done,
                  const std::optional<Missing>& doubt, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_TIMELINESS_BY_DAY_H_
