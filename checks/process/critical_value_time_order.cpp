// SPDX-License-Identifier: Apache-2.0
#include "checks/process/critical_values.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time, Bilingual, Time> kEarly{
    "early", "危急值“{0}”的处置时间{1}早于其{2}时间{3}。",
    "the critical value “{0}” was dealt with at {1}, before it was {2} at {3}."};
constexpr Message<Bilingual, Time> kBefore{"before", "{0}时间：{1}", "{0}: {1}"};

constexpr Option<Duration> kTolerance{"tolerance", Duration{10}, "容许的时钟误差",
                                      "tolerance for clocks that differ"};

constexpr Citation kBasis[] = {{"HX", "14-1"}};
constexpr int kCore[] = {14};
constexpr Source kNeeds[] = {Source::kCriticalValues};
constexpr MessageInfo kMessages[] = {kEarly, kBefore};
constexpr OptionInfo kOptions[] = {kTolerance};

constexpr Bilingual kReported{"报告", "reported"};
constexpr Bilingual kReceived{"接收", "received"};

void judge(const CriticalValue& value, Subject subject, Duration tolerance, Report& report) {
  const bool reported = value.reported.has_value();
  const auto& before = reported ? value.reported : value.received;
  if (!value.handled || !before) return;
  switch (within(value.handled->value, before->value, tolerance)) {
    case Within::kYes:
      return report.pass(subject);
    case Within::kUnknown:
      return report.undecided(subject, missing::kClockTime, value.handled->span);
    case Within::kNo:
      report
          .fail(kEarly, subject, value.handled->span, value.name.value, value.handled->value,
                reported ? kReported : kReceived, before->value)
          .note(kBefore, before->span, reported ? kReported : kReceived, before->value);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.critical_values.size(); ++i) {
    judge(chart.critical_values[i], of_critical_value(i), options[kTolerance], report);
  }
}

}  // namespace

extern constinit const Check process_critical_value_time_order{
    {.id = "process-critical-value-time-order",
     .severity = Severity::kWarning,
     .title = {"危急值的处置不应早于报告", "A critical value is not dealt with before its report"},
     .judged =
         {"每个危急值：处置时间不早于报告时间（未记报告的为接收时间），容许10分钟（可调）的时钟误差"
          "。条文要求信息传递各环节可追溯，先后次序由此推断。",
          "Each critical value: it was not dealt with before its report (its receipt, where that "
          "is not recorded), with 10 minutes (an option) for clocks that differ. The text asks "
          "that each step can be traced; the order is inferred."},
     .exceptions = {"没有处置时间或报告时间的不评价，仅有日期而无法比较的无法判定；根据病情先行处置"
                    "的，请核对后保留。",
                    "Not without both times; undecided where only dates are known. Treatment that "
                    "rightly came before the report may stand."},
     .advice = {"核对并改正处置或报告的时间。", "Check both times and correct the wrong one."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
