// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/timeliness/duty.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Duration, Time> kLate{
    "late", "{0}于{1}，于{4}归入病历，超过{3}（至{2}）。",
    "{0} was at {1}; it was filed at {4}, later than {3} (until {2})."};
constexpr Message<Bilingual, Time, Time, Duration> kMissing{
    "missing", "{0}于{1}，应在{3}内（至{2}）归入病历，未见归入时间。",
    "{0} was at {1}; it was to be filed within {3} (until {2}) and has no time of filing."};
constexpr Message<Bilingual, Time, Time, Duration> kDue{
    "due", "{0}于{1}，应在{3}内归入病历，最迟{2}。",
    "{0} was at {1}; it is to be filed within {3}, by {2}."};

constexpr Missing kReported{"reported-time", "报告发出时间", "when the report was issued"};
constexpr Missing kFiled{"filed-time", "归入病历的时间", "when the report was filed"};

constexpr Option<Duration> kWithin{"limit", Duration{24 * 60}, "报告发出后多长时间内归入",
                                   "time after the report"};

constexpr Bilingual kReport{"检查检验报告", "the report"};
constexpr Bilingual kFiling{"归入病历", "filing"};

constexpr Citation kBasis[] = {{"GL", "12"}, {"GL", "13"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kResults};
constexpr MessageInfo kMessages[] = {kLate, kMissing, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kWithin};

void judge(const TestResult& result, std::size_t index, Duration limit, Report& report) {
  std::optional<Missing> doubt;
  if (!result.filed && !report.clock().as_of) doubt = kFiled;
  judge_duty({.subject = {SubjectKind::kResult, static_cast<std::uint32_t>(index)},
              .event = kReport,
              .began = result.reported,
              .unknown = kReported,
              .limit = {.time = limit, .working_days = {}, .days = {}},
              .done_name = kFiling,
              .late = kLate,
              .missing = kMissing,
              .due = kDue},
             result.filed, doubt, report);
}

void run(const Chart& chart, const Options& options, Report& report) {
  const auto filed = [](const TestResult& result) { return result.filed.has_value(); };
  if (std::none_of(chart.results.begin(), chart.results.end(), filed)) return;
  for (std::size_t i = 0; i < chart.results.size(); ++i) {
    judge(chart.results[i], i, options[kWithin], report);
  }
}

}  // namespace

extern constinit const Check timeliness_report_filing{
    {.id = "timeliness-report-filing-24h",
     .severity = Severity::kWarning,
     .title = {"检查检验结果应在收到后24小时内归入病历",
               "Results are filed within 24 hours of receipt"},
     .judged =
         {"载有归入时间的病历：每份检查检验报告从发出到归入病历不超过24小时。条文以收到时间起算，"
          "病历中没有收到时间，以报告发出时间代替；时长可调。",
          "Charts that state when results were filed: each report within 24 hours of being "
          "issued. The article counts from receipt, which charts do not state; the time is "
          "an option."},
     .exceptions =
         {"没有任何报告载有归入时间的病历不评价；个别报告没有归入时间的，有评价时点时按未归入"
          "评价，否则不作判定；没有报告时间的无法判定。",
          "Not for charts without a single time of filing. A report without one counts "
          "as not filed against a given moment (--as-of) and is undecided else; also "
          "undecided without the time of the report."},
     .advice = {"收到检查检验结果后24小时内归入或者录入病历。",
                "File or enter results within 24 hours of receipt."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
