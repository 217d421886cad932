// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/order_sheet.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time, Time, Duration> kEarly{
    "early", "医嘱“{0}”的时间为{1}，早于入院时间{2}超过{3}。",
    "the order “{0}” was given at {1}, more than {3} before the admission at {2}."};
constexpr Message<std::string_view, Time, Time, Duration> kLate{
    "late", "医嘱“{0}”的时间为{1}，晚于出院时间{2}超过{3}。",
    "the order “{0}” was given at {1}, more than {3} after the discharge at {2}."};
constexpr Message<std::string_view, Time, Time, Duration> kDead{
    "after-death", "医嘱“{0}”的时间为{1}，晚于死亡时间{2}超过{3}。",
    "the order “{0}” was given at {1}, more than {3} after the death at {2}."};
constexpr Message<> kStay{"stay", "所依据的入院、出院或死亡时间",
                          "the admission, discharge or death"};

constexpr Option<Duration> kBefore{
    "before", Duration{72 * 60},
    "入院前多久以内下达的医嘱不提示（如急诊留观、预住院；条文没有数值）",
    "how long before admission an order may be given, as in an emergency department or before a "
    "booked stay (no text gives a number)"};
constexpr Option<Duration> kAfter{
    "after", Duration{30}, "出院、死亡之后多久以内的医嘱不提示（时钟和登记的差别）",
    "how long after discharge or death an order is not remarked on, as clocks and forms differ"};
constexpr Option<WordList> kAllowed{"allowed",
                                    {"带药|出院|死亡|尸|遗体|停止抢救|撤除|拔除|退药|退费|结算|"
                                     "补记|补录|补开|补计|补费|预住院|院前"},
                                    "含有这些词的医嘱可以在住院时间之外",
                                    "words of orders that may lie outside of the stay"};

constexpr Citation kBasis[] = {{"BL", "28"}, {"BL", "3"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kEarly, kLate, kDead, kStay};
constexpr OptionInfo kOptions[] = {kBefore, kAfter, kAllowed};

// Tests and surgeries are ordered before a booked stay, all of it before a day surgery.
bool before_a_stay(const Chart& chart, const Order& order) {
  const std::string_view kind = order.kind.value;
  return chart.encounter.kind.value == EncounterKind::kDaySurgery || kind == "lab" ||
         kind == "exam" || kind == "surgery";
}

Within after_admission(const Chart& chart, const Order& order, Duration before) {
  const TimeFact& admitted = chart.encounter.admitted;
  if (!admitted.known() || before_a_stay(chart, order)) return Within::kYes;
  return within(order.start->value, admitted.value(), before);
}

void judge(const Chart& chart, std::uint32_t index, const Options& options, Report& report) {
  const Order& order = chart.orders[index];
  const Subject subject = of_order(index);
  const Time& at = order.start->value;
  const TimeFact* const end = end_of_orders(chart);
  const Within early = after_admission(chart, order, options[kBefore]);
  const Within late = end == nullptr ? Within::kYes : within(end->value(), at, options[kAfter]);
  if (early == Within::kYes && late == Within::kYes) return report.pass(subject);
  if (order_says(order, options[kAllowed])) return;
  if (early == Within::kNo) {
    const TimeFact& admitted = chart.encounter.admitted;
    report
        .fail(kEarly, subject, order.start->span, order.content.value, at, admitted.value(),
              options[kBefore])
        .note(kStay, admitted.span());
  } else if (late == Within::kNo) {
    const bool dead = end == &chart.encounter.died;
    report
        .fail(dead ? kDead : kLate, subject, order.start->span, order.content.value, at,
              end->value(), options[kAfter])
        .note(kStay, end->span());
  } else {
    report.undecided(subject, missing::kClockTime, order.start->span);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  const std::vector<std::uint32_t> orders = sheet_orders(chart);
  if (orders.empty()) return;
  const bool over = report.clock().stage >= Stage::kDischarged || chart.dead();
  if (over && end_of_orders(chart) == nullptr) {
    return report.undecided(of_chart(),
                            chart.dead() ? missing::kDeathTime : missing::kDischargeTime);
  }
  if (!chart.encounter.admitted.known() && !over) {
    return report.undecided(of_chart(), missing::kAdmissionTime);
  }
  for (const std::uint32_t index : orders) {
    const Order& order = chart.orders[index];
    if (order.start) judge(chart, index, options, report);
  }
}

}  // namespace

extern constinit const Check order_after_discharge{
    {.id = "order-after-discharge",
     .severity = Severity::kError,
     .title = {"医嘱的时间应在住院期间", "Orders are given within the stay"},
     .judged =
         {"住院病历的每条医嘱：下达（起始）时间不早于入院前72小时，不晚于出院（死亡）后30分钟；两个"
          "时长"
          "均可调。",
          "Each order of a stay: given no earlier than 72 hours before admission and no later than "
          "30 minutes after discharge or death; both are options."},
     .exceptions =
         {"作废、取消的医嘱不评价；出院带药、出院和死亡的医嘱、尸体料理、退药及注明补记的，可以在住"
          "院时间之外；"
          "停止时间不评价（出院时自动停止）。入院前的检验、检查、手术医嘱和日间手术的院前医嘱不评价"
          "。"
          "没有时间的由 order-time-minute "
          "评价；出院或死亡时间不明、只有日期而无法比较的，无法判定。",
          "Not for cancelled orders and the time of stopping, which discharge may set. Drugs to "
          "take "
          "home, orders of discharge, death and what follows it, returns, and what says that it "
          "was "
          "written afterwards may lie outside; so may tests and surgeries before admission, and "
          "anything before a day surgery. Orders without a time are order-time-minute's. Undecided "
          "without the time of discharge or death and where only dates are known."},
     .advice = {"核对医嘱时间和入院、出院（死亡）时间，改正录入错误；出院后不得再下达住院医嘱。",
                "Check the time of the order against admission and discharge or death, and correct "
                "the wrong one; nothing is ordered for an inpatient after the stay."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
