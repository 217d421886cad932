// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "checks/timeliness/duty.h"
#include "checks/timeliness/steps.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time> kLate{
    "late", "{0}始于{1}，患方签收病危（重）通知书为{2}，不在当日。",
    "the patient was {0} from {1}; the patient's side signed the notice at {2}, not on that day."};
constexpr Message<Bilingual, Time> kMissing{
    "missing", "{0}始于{1}，未见当日发出的病危（重）通知书。",
    "the patient was {0} from {1}; no notice of that day is in the chart."};
constexpr Message<Bilingual, Time, Time> kDue{
    "due", "{0}始于{1}，病危（重）通知书应由患方签收，最迟{2}。",
    "the patient is {0} since {1}; the patient's side is to sign the notice by {2}."};

constexpr Missing kPatientSignature{"patient-signature-time", "患方在通知书上签名的时间",
                                    "when the patient's side signed the notice"};
constexpr Missing kConditionStart{"condition-start", "病危（重）的开始时间",
                                  "the start of the critical condition"};

constexpr Option<Duration> kGrace{"grace", Duration{6 * 60},
                                  "开始后多长时间内签收的，次日亦可（条文没有数值）",
                                  "time after the start that is enough also past midnight"};

constexpr Citation kBasis[] = {{"BL", "27"}, {"ZJ", "知情同意书3"}};
constexpr int kCore[] = {7, 15};
constexpr MessageInfo kMessages[] = {kLate, kMissing, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kGrace};
constexpr Bilingual kSigned{"患方签收", "the signature"};

Bilingual name_of(const Condition& condition) {
  if (condition.severity == Acuity::kCritical) return {"病危", "critical"};
  return {"病重", "serious"};
}

// When the patient or the agent signed the notice.
std::optional<Located<Time>> signed_at(const Document& notice) {
  for (const Signature& signature : notice.signatures) {
    if (is_patient_side(signature.role) && signature.at) return signature.at;
  }
  return std::nullopt;
}

// The end of the day of `start`, or the grace after it.
Time last_moment(const Time& start, Duration grace) {
  const Time day_end = end_of_day(start.local_day(), start);
  if (!start.exact()) return day_end;
  const Time later = deadline_of(start, grace);
  return certainly_after(later, day_end) ? later : day_end;
}

// The whole of the day before counts: a notice may be signed before the order is entered.
bool early_enough(const Time& at, const Time& start) {
  return at.local_day() >= start.local_day() - std::chrono::days(1);
}

void judge(const Chart& chart, std::size_t index, Duration grace, Report& report) {
  const Condition& condition = chart.conditions[index];
  const Subject subject{SubjectKind::kCondition, static_cast<std::uint32_t>(index)};
  if (!condition.start || condition.start->value.precision < Precision::kDay) {
    return report.undecided(subject, kConditionStart, condition.span);
  }
  const Time& start = condition.start->value;
  const Time until = last_moment(start, grace);
  std::optional<Located<Time>> late;
  std::optional<Missing> doubt;
  for (const Document* notice : chart.of_type(DocType::kCriticalConditionNotice)) {
    const std::optional<Located<Time>> at = signed_at(*notice);
    if (!at) {
      doubt = kPatientSignature;
    } else if (!certainly_after(at->value, until) && early_enough(at->value, start)) {
      return report.pass(subject);
    } else if (certainly_after(at->value, until) && !late) {
      late = at;
    }
  }
  if (!chart.complete) doubt = missing::kRestOfChart;
  const Span where = condition.start->span;
  const Bilingual name = name_of(condition);
  if (report.still_open(until)) {
    report.due(kDue, subject, where, until,
               {to_argument(name), to_argument(start), to_argument(until)});
  } else if (doubt) {
    report.undecided(subject, *doubt, where);
  } else if (!late) {
    report.fail(kMissing, subject, where, name, start).due = until;
  } else {
    add_timeline(report.fail(kLate, subject, late->span, name, start, late->value),
                 {name, start, where}, until, {kSigned, late->value, late->span});
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (const auto unseen = conditions_unseen(chart)) report.undecided(of_chart(), *unseen);
  for (std::size_t i = 0; i < chart.conditions.size(); ++i) {
    judge(chart, i, options[kGrace], report);
  }
}

}  // namespace

extern constinit const Check timeliness_critical_notice{
    {.id = "timeliness-critical-notice",
     .severity = Severity::kWarning,
     .title = {"病危（重）当日应发出通知书并由患方签收",
               "The notice of a critical condition is signed on the day it begins"},
     .judged = {"每段病危、病重：开始的当日（夜间开始的，其后6小时内）患方在病危（重）通知书上签"
                "名。当日和6小时是可调参数，条文没有时限。",
                "Every interval of 病危 or 病重: the patient's side signs the notice on the day "
                "it begins, or within 6 hours. Day and hours are parameters; the article has no "
                "limit."},
     .exceptions =
         {"前一日已签收的计入。病危病重数据和医嘱均未载入、开始时间不明、通知书没有患方签名时间时无"
          "法判定；没有任何通知书由完整性检查指出。",
          "A notice signed on the day before counts. Undecided where neither orders nor conditions "
          "were loaded, or the start, or the time of the "
          "patient's signature, is unknown; that there is no notice at all is said by its own "
          "check."},
     .advice =
         {"下达病危（重）医嘱的同时向患方告知病情，发出通知书并由患方签名、注明时间。",
          "Explain the condition as the order is given and have the notice signed and timed."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
