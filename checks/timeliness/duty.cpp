// SPDX-License-Identifier: Apache-2.0
#include "checks/timeliness/duty.h"

#include <utility>
#include <vector>

#include "check/deadline.h"

namespace emrlint::checks {
namespace {

using std::chrono::sys_days;

std::vector<Argument> values_of(const Duty& duty, const Time& until) {
  std::vector<Argument> values = {to_argument(duty.event), to_argument(duty.began->value),
                                  to_argument(until)};
  if (duty.limit.time) values.push_back(to_argument(*duty.limit.time));
  if (duty.limit.working_days) values.push_back(to_argument(*duty.limit.working_days));
  if (duty.limit.days) values.push_back(to_argument(*duty.limit.days));
  return values;
}

std::optional<sys_days> last_day(const Duty& duty, const Report& report) {
  const sys_days day = duty.began->value.local_day();
  if (!duty.limit.working_days) return day + std::chrono::days(duty.limit.days.value_or(0));
  return report.clock().calendar->working_day_after(day, *duty.limit.working_days);
}

// The last moment; empty where nobody knows the working days.
std::optional<Time> last_moment(const Duty& duty, const Report& report) {
  const Time& began = duty.began->value;
  if (duty.limit.time) return deadline_of(began, *duty.limit.time);
  const std::optional<sys_days> last = last_day(duty, report);
  if (!last) return std::nullopt;
  return end_of_day(*last, began);
}

Within in_time(const Duty& duty, const Time& done, const Time& until) {
  if (duty.limit.time) return within(duty.began->value, done, *duty.limit.time);
  return by_day(done, until.local_day());
}

void fail_late(const Duty& duty, const Located<Time>& done, const Time& until, Report& report) {
  std::vector<Argument> values = values_of(duty, until);
  values.push_back(to_argument(done.value));
  Outcome& outcome = report.fail(duty.late, duty.subject, done.span, std::move(values));
  add_timeline(outcome, {duty.event, duty.began->value, duty.began->span}, until,
               {duty.done_name, done.value, done.span});
}

}  // namespace

Time end_of_day(sys_days day, const Time& like) {
  const auto midnight = Instant(day + std::chrono::days(1)) - std::chrono::minutes(like.offset);
  return at_minute(midnight - std::chrono::minutes(1), like.offset);
}

Within by_day(const Time& done, sys_days last) {
  if (done.precision < Precision::kDay) return Within::kUnknown;
  return done.local_day() <= last ? Within::kYes : Within::kNo;
}

std::optional<Located<Time>> located(const TimeFact& fact) {
  if (!fact.known()) return std::nullopt;
  return Located<Time>{fact.value(), fact.span()};
}

Documents documents_of(const Chart& chart, DocType type) {
  Documents found;
  for (const Document* document : chart.of_type(type)) {
    const auto& at = document->held ? document->held : document->completed;
    if (!at) found.untimed = true;
    if (at && (!found.first || at->value.earliest < found.first->value.earliest)) found.first = at;
  }
  return found;
}

void judge_duty(const Duty& duty, const std::optional<Located<Time>>& done,
                const std::optional<Missing>& doubt, Report& report) {
  if (!duty.began || duty.began->value.precision < Precision::kDay) {
    return report.undecided(duty.subject, duty.unknown);
  }
  const Span where = duty.began->span;
  const std::optional<Time> until = last_moment(duty, report);
  if (!until) return report.undecided(duty.subject, kWorkingDays, where);
  if (done) {
    const Within state = in_time(duty, done->value, *until);
    if (state == Within::kYes) return report.pass(duty.subject);
    if (state == Within::kNo && !doubt) return fail_late(duty, *done, *until, report);
    const Missing& unclear = duty.limit.time ? missing::kClockTime : missing::kEventTime;
    return report.undecided(duty.subject, doubt.value_or(unclear), done->span);
  }
  if (doubt) return report.undecided(duty.subject, *doubt, where);
  if (report.still_open(*until)) {
    report.due(duty.due, duty.subject, where, *until, values_of(duty, *until));
  } else {
    report.fail(duty.missing, duty.subject, where, values_of(duty, *until)).due = until;
  }
}

}  // namespace emrlint::checks
