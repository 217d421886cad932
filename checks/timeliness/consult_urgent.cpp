// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "checks/timeliness/consultation.h"
#include "checks/timeliness/steps.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Duration, Duration> kLate{
    "late", "急会诊申请于{1}发出，{0}医师于{2}到位，超出{3}的时限{4}。",
    "the urgent consultation was requested at {1}, {0} arrived at {2}: {4} beyond the limit of "
    "{3}."};
constexpr Message<Bilingual, Time, Duration, Time> kDue{
    "due", "急会诊申请于{1}发出，{0}医师应在{2}内到位，最迟{3}。",
    "the urgent consultation was requested at {1}, {0} is to arrive within {2}, by {3}."};

constexpr Missing kArrivalTime{"arrival-time", "会诊医师到位的时间",
                               "the time of the consultant's arrival"};

constexpr Option<Duration> kLimit{"limit", Duration{10}, "到位时限", "limit for the arrival"};

constexpr Citation kBasis[] = {{"HX", "3-2"}, {"BL", "22(10)"}, {"KC25", "5"}};
constexpr int kCore[] = {3};
constexpr MessageInfo kMessages[] = {kLate, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kLimit};
constexpr Bilingual kArrival{"会诊医师到位", "the arrival"};

void judge(const Consultation& c, Subject subject, Duration limit, Report& report) {
  if (!c.requested) return report.undecided(subject, kRequestTime, c.span);
  const Time& from = c.requested->value;
  const Time until = deadline_of(from, limit);
  if (!c.arrived) {
    // Who was done in time had come in time.
    if (c.done && within(from, c.done->value, limit) == Within::kYes) return report.pass(subject);
    if (!report.still_open(until)) return report.undecided(subject, kArrivalTime, span_of(c));
    report.due(
        kDue, subject, span_of(c), until,
        {to_argument(name_of(c)), to_argument(from), to_argument(limit), to_argument(until)});
    return;
  }
  const Time& arrived = c.arrived->value;
  switch (within(from, arrived, limit)) {
    case Within::kYes:
      return report.pass(subject);
    case Within::kUnknown:
      return report.undecided(subject, missing::kClockTime, c.arrived->span);
    case Within::kNo:
      break;
  }
  add_timeline(report.fail(kLate, subject, c.arrived->span, name_of(c), from, arrived, limit,
                           overrun(until, arrived)),
               {kRequest, from, c.requested->span}, until, {kArrival, arrived, c.arrived->span});
}

void run(const Chart& chart, const Options& options, Report& report) {
  judge_consultations(chart, ConsultationKind::kUrgent, report, [&](std::size_t i) {
    judge(chart.consultations[i], of_consultation(i), options[kLimit], report);
  });
}

}  // namespace

extern constinit const Check timeliness_consult_urgent{
    {.id = "timeliness-consult-urgent-10min",
     .severity = Severity::kError,
     .title = {"急会诊应在申请发出后10分钟内到位",
               "An urgent consultation begins within 10 minutes of the request"},
     .judged = {"每次机构内急会诊：会诊申请发出到会诊医师到位不超过10分钟，两个时间均须到分钟。",
                "Every urgent consultation inside the hospital: from the request to the arrival of "
                "the consultant, 10 minutes, both times to the minute."},
     .exceptions =
         {"普通会诊、多学科会诊、院外会诊和取消的会诊不判。未记录到位时间、只有日期或会诊类型不明时"
          "无法判定（共享文档规范的会诊记录没有到位时间）。",
          "Not for routine, multidisciplinary, outside and cancelled consultations. Undecided "
          "where the arrival is not recorded (the exchange standard has no element for it), a time "
          "has a date only, or the kind is unknown."},
     .advice = {"会诊医师接到急会诊申请后10分钟内到位，并在会诊单上记录到位时间。",
                "Arrive within 10 minutes and record the time of arrival on the form."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
