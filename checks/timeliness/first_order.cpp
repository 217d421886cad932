// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "check/deadline.h"
#include "checks/timeliness/duty.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Duration, Time> kLate{
    "late", "{0}于{1}，首条检查或治疗医嘱于{4}下达，超过{3}（至{2}）。",
    "{0} was at {1}; the first order of a test or treatment was given at {4}, later than {3} "
    "(until "
    "{2})."};
constexpr Message<Bilingual, Time, Time, Duration> kMissing{
    "missing", "{0}于{1}，{3}内（至{2}）未见检查或治疗医嘱。",
    "{0} was at {1}; no test or treatment was ordered within {3} (until {2})."};
constexpr Message<Bilingual, Time, Time, Duration> kDue{
    "due", "{0}于{1}，宜在{3}内下达检查或治疗医嘱，最迟{2}。",
    "{0} was at {1}; a test or treatment is to be ordered within {3}, by {2}."};

constexpr Missing kOrderTime{"order-time", "医嘱下达时间", "when an order was given"};

constexpr Option<Duration> kWithin{"limit", Duration{8 * 60}, "入院后多长时间内",
                                   "time after admission"};

constexpr Bilingual kAdmission{"入院", "admission"};
constexpr Bilingual kOrder{"首条检查或治疗医嘱", "the first order"};

constexpr Citation kBasis[] = {{"KC25", "2"}};
constexpr int kCore[] = {2};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kLate, kMissing, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kWithin};

// Nursing levels, diets and notices of a condition are no tests or treatments.
bool test_or_treatment(const Order& order) {
  constexpr std::string_view kOther[] = {"nursing-level", "condition", "diet", "consultation"};
  return !order.cancelled &&
         std::find(std::begin(kOther), std::end(kOther), order.kind.value) == std::end(kOther);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  const TimeFact& admitted = chart.encounter.admitted;
  const TimeFact& discharged = chart.encounter.discharged;
  const Duration limit = options[kWithin];
  // A stay that was over before has not run into the limit.
  if (admitted.known() && discharged.known() &&
      within(admitted.value(), discharged.value(), limit) == Within::kYes) {
    return;
  }
  std::optional<Located<Time>> first;
  std::optional<Missing> doubt;
  for (const Order& order : chart.orders) {
    if (!test_or_treatment(order)) continue;
    if (!order.start) doubt = kOrderTime;
    if (order.start && (!first || order.start->value.earliest < first->value.earliest)) {
      first = order.start;
    }
  }
  if (!chart.complete) doubt = missing::kRestOfChart;
  judge_duty({.subject = of_chart(),
              .event = kAdmission,
              .began = located(admitted),
              .unknown = missing::kAdmissionTime,
              .limit = {.time = limit, .working_days = {}, .days = {}},
              .done_name = kOrder,
              .late = kLate,
              .missing = kMissing,
              .due = kDue},
             first, doubt, report);
}

}  // namespace

extern constinit const Check timeliness_first_order{
    {.id = "timeliness-first-order-8h",
     .severity = Severity::kNote,
     .title = {"入院8小时内宜下达检查或治疗医嘱（监测指标）",
               "A test or treatment is ordered within 8 hours of admission (indicator)"},
     .judged =
         {"住院病历：入院到首条检查、检验、用药、手术等医嘱不超过8小时；护理级别、饮食、病危病重和"
          "会诊医嘱不计。监测指标的口径，不是规范的时限；时长可调。",
          "Stays: from admission to the first order of a test, a drug, a surgery or another "
          "treatment, 8 hours; orders of nursing level, diet, condition and consultation do "
          "not count. An indicator counts so; no norm sets the limit. The time is an option."},
     .exceptions = {"不足8小时出院的不评价；入院时间、医嘱时间不明或未载入医嘱时无法判定。",
                    "Not for stays that end within the time. Undecided without the time of "
                    "admission, without the time of an order, or without orders."},
     .advice = {"接诊后及时完成首次查房，下达检查和治疗医嘱。",
                "See the patient soon after admission and order tests and treatment."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
