// SPDX-License-Identifier: Apache-2.0
#include "rule/interval.h"

namespace emrlint {
namespace {

constexpr Missing kAsOf{"as-of", "评价时点（住院尚未结束）",
                        "the moment of judgement (the stay goes on)"};

void set_end(Interval& interval, const std::optional<Time>& end, const Missing& unknown,
             const Clock& clock) {
  if (end) {
    interval.last = day_of(*end);
  } else if (unfinished(clock)) {
    interval.running = true;
    if (clock.as_of) interval.last = day_of(*clock.as_of);
  }
  if (!interval.last) interval.unknown = interval.running ? kAsOf : unknown;
}

Interval stay(const Chart& chart, const Clock& clock) {
  const Encounter& encounter = chart.encounter;
  Interval interval{.subject = of_chart(), .span = subject_span(chart, of_chart())};
  const TimeFact& end = encounter.discharged.known() ? encounter.discharged : encounter.died;
  set_end(interval, end.known() ? std::optional(end.value()) : std::nullopt,
          missing::kDischargeTime, clock);
  if (encounter.admitted) {
    interval.first = day_of(encounter.admitted.value());
    interval.span = encounter.admitted.span();
  }
  if (!interval.first) interval.unknown = missing::kAdmissionTime;
  return interval;
}

Interval condition(const Chart& chart, std::size_t index, const Clock& clock) {
  const Condition& c = chart.conditions[index];
  const Subject subject{SubjectKind::kCondition, static_cast<std::uint32_t>(index)};
  Interval interval{.subject = subject, .span = c.span};
  std::optional<Time> end;
  if (c.stop) {
    end = c.stop->value;
  } else if (chart.encounter.died) {
    end = chart.encounter.died.value();  // Nothing else ends it later than death or discharge.
  } else if (chart.encounter.discharged) {
    end = chart.encounter.discharged.value();
  }
  set_end(interval, end, missing::kEventTime, clock);
  if (c.start) interval.first = day_of(c.start->value);
  if (!interval.first) interval.unknown = missing::kEventTime;
  return interval;
}

}  // namespace

std::optional<IntervalKind> read_interval(RuleReader& reader, std::string_view key) {
  reader.table().require(key);
  const std::vector<IntervalKind> kinds = read_intervals(reader, key);
  return kinds.empty() ? std::nullopt : std::optional(kinds.front());
}

std::vector<IntervalKind> read_intervals(RuleReader& reader, std::string_view key) {
  constexpr std::string_view kKinds[] = {"stay", "critical", "serious"};
  std::vector<IntervalKind> found;
  for (const TomlValue* value : reader.table().texts(key)) {
    const auto index = reader.table().word(*value, {"区间", "interval"}, kKinds);
    if (index) found.push_back(static_cast<IntervalKind>(*index));
  }
  return found;
}

std::vector<Interval> intervals(IntervalKind kind, const Chart& chart, const Clock& clock) {
  if (kind == IntervalKind::kStay) return {stay(chart, clock)};
  const Acuity wanted = kind == IntervalKind::kCritical ? Acuity::kCritical : Acuity::kSerious;
  std::vector<Interval> found;
  for (std::size_t i = 0; i < chart.conditions.size(); ++i) {
    if (chart.conditions[i].severity == wanted) found.push_back(condition(chart, i, clock));
  }
  return found;
}

std::optional<Day> day_of(const Time& time) {
  if (time.precision < Precision::kDay) return std::nullopt;
  return time.local_day();
}

Time as_time(Day day) {
  return {Instant(day) - std::chrono::minutes(kHospitalOffset), Precision::kDay, kHospitalOffset,
          false};
}

}  // namespace emrlint
