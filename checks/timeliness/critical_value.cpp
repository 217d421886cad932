// SPDX-License-Identifier: Apache-2.0
#include "checks/timeliness/duty.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Time> kLate{
    "late", "{0}于{1}，处置于{3}，不在当日（至{2}）。",
    "{0} was at {1}; it was dealt with at {3}, not on that day (until {2})."};
constexpr Message<Bilingual, Time, Time> kDue{
    "due", "{0}于{1}，应在当日处置，最迟{2}。",
    "{0} was at {1}; it is to be dealt with on that day, by {2}."};

constexpr Missing kReceived{"received-time", "危急值的接收（或报告）时间",
                            "when the critical value was received or reported"};

constexpr Bilingual kReceipt{"接收危急值", "receipt of the critical value"};
constexpr Bilingual kReport{"报告危急值", "the report of the critical value"};
constexpr Bilingual kHandling{"处置", "handling"};

constexpr Citation kBasis[] = {{"KC25", "32"}, {"XD", "20"}};
constexpr int kCore[] = {14};
constexpr Source kNeeds[] = {Source::kCriticalValues};
constexpr MessageInfo kMessages[] = {kLate, kDue, kStep, kLimitStep};

// That a value was never dealt with is another matter: of it only "due" is said here.
bool nothing_to_say(const CriticalValue& value, const std::optional<Located<Time>>& began,
                    const Report& report) {
  if (value.handled) return false;
  return !began || began->value.precision < Precision::kDay ||
         !report.still_open(end_of_day(began->value.local_day(), began->value));
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.critical_values.size(); ++i) {
    const CriticalValue& value = chart.critical_values[i];
    const auto& began = value.received ? value.received : value.reported;
    if (nothing_to_say(value, began, report)) continue;
    judge_duty({.subject = {SubjectKind::kCriticalValue, static_cast<std::uint32_t>(i)},
                .event = value.received ? kReceipt : kReport,
                .began = began,
                .unknown = kReceived,
                .limit = {},
                .done_name = kHandling,
                .late = kLate,
                .missing = {},
                .due = kDue},
               value.handled, std::nullopt, report);
  }
}

}  // namespace

extern constinit const Check timeliness_critical_value{
    {.id = "timeliness-critical-value-same-day",
     .severity = Severity::kWarning,
     .title = {"危急值应在当日处置（监测指标）",
               "A critical value is dealt with on the same day (indicator)"},
     .judged =
         {"每个危急值：在接收（未记接收的为报告）当日24时前有处置时间。核心制度要求立即通知，没有规"
          "定处置时限；当日是监测指标的口径。",
          "Each critical value: dealt with before midnight of the day on which it was "
          "received (reported, where that is not recorded). The core system demands that the "
          "physician is told at once and sets no time for handling; the day is an "
          "indicator's."},
     .exceptions = {"没有处置时间的不由本检查指出；接收和报告时间均不明的无法判定。",
                    "That there is no time of handling is not said here. Undecided where neither "
                    "receipt nor report has a time."},
     .advice = {"接到危急值后立即处置，并记录处置时间。",
                "Deal with a critical value at once and record the time."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
