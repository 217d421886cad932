// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_NOTE_DAY_H_
#define EMRLINT_CHECKS_CONSISTENCY_NOTE_DAY_H_

#include <chrono>
#include <optional>
#include <span>

#include "model/chart.h"

// Days of notes and of surgeries, for the words 今日, 明日, 术后第3天.
namespace emrlint::checks {

// The days that a note can speak of as today: from the first to the last of its times (held,
// recorded, completed). What was written before 8 o'clock may still speak of the day before.
struct NoteDays {
  std::chrono::sys_days first, last;
};
std::optional<NoteDays> days_of_note(const Document& document);

// From when to when the surgeries of a chart took place.
struct SurgeryDays {
  std::chrono::sys_days first_start, last_end;
};
// Empty without surgeries; `known` is false where times are missing or contradict each other, or a
// surgery was cancelled, so that nothing can be said of the days of surgery.
struct Surgeries {
  std::optional<SurgeryDays> days;
  bool known = true;
};
Surgeries surgery_days(const Chart& chart);

// Whether an order for surgery or a procedure on `day` or later, or a preoperative record after the
// day `over`, tells that another surgery was planned.
bool more_planned(const Chart& chart, std::chrono::sys_days over, std::chrono::sys_days day);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_NOTE_DAY_H_
