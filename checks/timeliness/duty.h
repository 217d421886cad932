// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_TIMELINESS_DUTY_H_
#define EMRLINT_CHECKS_TIMELINESS_DUTY_H_

#include <chrono>
#include <optional>

#include "check/report.h"
#include "checks/timeliness/steps.h"

// What native deadlines share: something begins, and something has to be done until a limit.
namespace emrlint::checks {

inline constexpr Missing kWorkingDays{"working-days", "该年份的工作日表",
                                      "the working days of that year (no table)"};

// The last minute of a day, where and as `like` was written.
Time end_of_day(std::chrono::sys_days day, const Time& like);

// How a time stands to a last day. A date is enough.
Within by_day(const Time& done, std::chrono::sys_days last);

// A time of the chart as one that is located; empty where it is not known.
std::optional<Located<Time>> located(const TimeFact& fact);

// The documents of a type by the time at which each was held, else completed.
struct Documents {
  std::optional<Located<Time>> first;  // The earliest.
  bool untimed = false;                // One has neither time: it may have been the earliest.
};
Documents documents_of(const Chart& chart, DocType type);

// How long there is. Of neither: until the end of the day on which it began.
struct Limit {
  std::optional<Duration> time;
  std::optional<int> working_days;  // Until the end of the n-th working day after that day.
  std::optional<int> days;          // Until the end of the n-th day after it.
};

// What a check says of one duty. The arguments of the messages are: what began, when, until when,
// then the limit as a duration or a number of days (none for the same day), and for `late` when it
// was done.
struct Duty {
  Subject subject;
  Bilingual event;  // What began.
  std::optional<Located<Time>> began;
  Missing unknown = missing::kEventTime;
  Limit limit;
  Bilingual done_name;  // What was to be done.
  MessageInfo late, missing, due;
};

// Judges it: `done` is when it was done. Without it the duty is due or missed. `doubt` is why it
// may have been done in time all the same.
void judge_duty(const Duty& duty, const std::optional<Located<Time>>& done,
                const std::optional<Missing>& doubt, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_TIMELINESS_DUTY_H_
