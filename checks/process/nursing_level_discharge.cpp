// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/process/notes_after.h"
#include "checks/process/nursing_level.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual> kHigh{"high", "手术患者出院时的护理级别仍为{0}。",
                                   "the patient had surgery and was discharged under {0}."};

constexpr Citation kBasis[] = {{"KC25", "9"}};
constexpr int kCore[] = {4};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kHigh};

// The last level that was ordered.
const Order* last_level(const Chart& chart) {
  const Order* last = nullptr;
  for (const Order& order : chart.orders) {
    if (nursing_level(order) == NursingLevel::kNone || !order.start) continue;
    if (last == nullptr || !certainly_before(order.start->value, last->start->value)) last = &order;
  }
  return last;
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged || chart.dead()) return;
  const auto surgeries = told_surgeries(chart);
  const bool operated = std::any_of(surgeries.begin(), surgeries.end(),
                                    [](const Surgery& surgery) { return !surgery.cancelled; });
  const TimeFact& out = chart.encounter.discharged;
  if (!operated || !out || chart.encounter.disposition.value == Disposition::kTransfer ||
      chart.encounter.disposition.value == Disposition::kAgainstAdvice) {
    return;
  }
  const Order* last = last_level(chart);
  if (last == nullptr) return;
  // One that was stopped before the day of discharge leaves open what came then.
  if (last->stop && last->stop->value.local_day() < out.value().local_day()) return;
  const NursingLevel level = nursing_level(*last);
  if (level > NursingLevel::kFirst) return report.pass(of_chart());
  report.fail(kHigh, of_chart(), last->content.span, name(level));
}

}  // namespace

extern constinit const Check process_nursing_level_discharge{
    {.id = "process-nursing-level-discharge",
     .severity = Severity::kNote,
     .title = {"手术患者出院时的护理级别（监测指标）",
               "The nursing level at discharge after surgery (indicator)"},
     .judged =
         {"已出院或归档、有手术的住院病历：出院时的护理级别为特级或一级的提示。监测指标统计这类患者"
          "的比"
          "例，不是规定。",
          "Stays with surgery that ended: one whose nursing level at discharge was special or "
          "first is remarked on. The indicator counts such patients and forbids nothing."},
     .exceptions =
         {"死亡、转院、非医嘱离院的不评价；没有护理级别医嘱，或最后的级别在出院日前已停止的不评价"
          "。",
          "Not after death, transfer or leaving against advice, nor without an order of a level or "
          "where the last was stopped before the day of discharge."},
     .advice = {"核对出院前的护理级别是否随病情调整。",
                "Check whether the level followed the patient's condition."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
