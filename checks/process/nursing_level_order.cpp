// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/process/notes_after.h"
#include "checks/process/nursing_level.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kNone{"none", "住院超过24小时，医嘱中没有护理级别。",
                          "the stay was longer than 24 hours; no order gives a nursing level."};
constexpr Message<Time, Bilingual> kLow{
    "low", "{0}起病危，当时的护理级别为{1}，未见调整为特级或一级护理。",
    "the patient was critical from {0}; the nursing level was {1} and not raised."};
constexpr Message<> kOrder{"order", "护理级别医嘱", "the order of the nursing level"};

constexpr Option<Duration> kTolerance{"tolerance", Duration{24 * 60}, "病危后多久内调整护理级别",
                                      "how long after that the level may be raised"};

constexpr Citation kBasis[] = {{"HX", "4-2"}, {"HX", "4-3"}};
constexpr int kCore[] = {4};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kNone, kLow, kOrder};
constexpr OptionInfo kOptions[] = {kTolerance};

constexpr Missing kLongOrders{"long-orders", "药品以外的长期医嘱",
                              "long-term orders other than of drugs"};

struct Level {
  NursingLevel level = NursingLevel::kNone;
  const Order* order = nullptr;
};

std::vector<Level> levels(const Chart& chart) {
  std::vector<Level> all;
  for (const Order& order : chart.orders) {
    const NursingLevel level = nursing_level(order);
    if (level != NursingLevel::kNone) all.push_back({level, &order});
  }
  return all;
}

void judge_stay(const Chart& chart, const std::vector<Level>& all, Report& report) {
  const Encounter& stay = chart.encounter;
  const TimeFact& end = chart.dead() ? stay.died : stay.discharged;
  const Subject subject = of_chart("level");
  if (!all.empty()) return report.pass(subject);
  if (!stay.admitted || !end) return;
  if (within(stay.admitted.value(), end.value(), Duration{24 * 60}) != Within::kNo) return;
  const auto& orders = chart.orders;
  const bool any = std::any_of(orders.begin(), orders.end(), [](const Order& order) {
    return order.term.value == "long" && order.kind.value != "drug";
  });
  const Span where = subject_span(chart, subject);
  if (const auto doubt = untold_doubt(chart)) {
    report.undecided(subject, *doubt, where);
  } else if (!any) {  // Only drugs or single orders were brought.
    report.undecided(subject, kLongOrders, where);
  } else {
    report.fail(kNone, subject, where);
  }
}

bool running(const Order& order, const Time& at) {
  return order.start && !certainly_after(order.start->value, at) &&
         !(order.stop && certainly_before(order.stop->value, at));
}

// The level that counts while the patient is critical: the highest that runs then or is ordered
// within the tolerance.
void judge_condition(const Chart& chart, std::size_t index, const std::vector<Level>& all,
                     Duration tolerance, Report& report) {
  const Condition& condition = chart.conditions[index];
  if (condition.severity != Acuity::kCritical || !condition.start) return;
  const Subject subject{SubjectKind::kCondition, static_cast<std::uint32_t>(index)};
  const Time& since = condition.start->value;
  const Level* low = nullptr;
  for (const Level& one : all) {
    if (!one.order->start) return report.undecided(subject, missing::kEventTime, one.order->span);
    const Time& start = one.order->start->value;
    const bool soon =
        !certainly_before(start, since) && within(since, start, tolerance) != Within::kNo;
    if (!soon && !running(*one.order, since)) continue;
    if (one.level <= NursingLevel::kFirst) return report.pass(subject);
    if (low == nullptr || one.level < low->level) low = &one;
  }
  if (low == nullptr) return;  // No level at all: said of the stay, or another order's.
  const TimeFact& out = chart.dead() ? chart.encounter.died : chart.encounter.discharged;
  const auto soon_over = [&](const Time& end) {
    return within(since, end, tolerance) != Within::kNo;
  };
  if (condition.stop ? soon_over(condition.stop->value) : out && soon_over(out.value())) return;
  report.fail(kLow, subject, condition.start->span, since, name(low->level))
      .note(kOrder, low->order->content.span);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || chart.encounter.kind.value == EncounterKind::kDaySurgery) return;
  if (report.clock().stage < Stage::kDischarged) return;
  const std::vector<Level> all = levels(chart);
  judge_stay(chart, all, report);
  for (std::size_t i = 0; i < chart.conditions.size(); ++i) {
    judge_condition(chart, i, all, options[kTolerance], report);
  }
}

}  // namespace

extern constinit const Check process_nursing_level_order{
    {.id = "process-nursing-level-order",
     .severity = Severity::kWarning,
     .title = {"应有护理级别医嘱，并随病情调整",
               "A nursing level is ordered and follows the patient's condition"},
     .judged =
         {"已出院或归档的住院病历：住院超过24小时的有护理级别（特级、一级、二级、三级）医嘱；病危期"
          "间的"
          "护理级别为特级或一级，容许24小时（可调）内调整。核心制度要求分四级并随病情动态调整，级别"
          "与"
          "病情的对应是本检查设定的。",
          "Stays that ended: one of more than 24 hours has an order of a nursing level (special, "
          "first, second, third); while the patient is critical it is special or first, with 24 "
          "hours (an option) to raise it. The core system asks for four levels that follow the "
          "condition; which goes with which is this check's."},
     .exceptions =
         {"日间病历、病重和不足该时限的病危不评价。没有医嘱数据、只有药品或临时医嘱、护理级别医嘱没"
          "有"
          "时间、单份文书无法判定。",
          "Not for day cases, nor for 病重, nor where the critical condition lasted less than "
          "that. "
          "Undecided without orders, with orders of drugs or single orders only, without the time "
          "of such an order, and for a lone document."},
     .advice = {"开立护理级别医嘱，病情变化时及时调整。",
                "Order the nursing level and adjust it when the condition changes."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
