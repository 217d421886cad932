// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/transfusion/transfusions.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time> kNone{
    "none", "{0}于{1}开始，病历中未见相应的输血医嘱。",
    "{0} began at {1}; the orders hold no transfusion for it."};
constexpr Message<Bilingual> kNoneAtAll{"none-at-all", "有{0}记录，而本次住院没有输血医嘱。",
                                        "{0} is on record, and the orders of the stay hold no "
                                        "transfusion."};

constexpr Option<Duration> kBefore{"before", Duration{72 * 60}, "输血医嘱最多可早于输血多久",
                                   "how long before the transfusion its order may have been given"};

constexpr Citation kBasis[] = {{"BL", "28"}, {"HX", "17-2"}, {"ZB", "16"}};
constexpr int kCore[] = {17};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kNone, kNoneAtAll};
constexpr OptionInfo kOptions[] = {kBefore};

using std::chrono::days;
using std::chrono::sys_days;

// The days on which blood was ordered, in order.
struct Ordered {
  std::vector<sys_days> on;
  bool undated = false;
};

constexpr days kLongest{60};  // Of a long-term order: beyond it the end is a mistake.

sys_days last_day(const Chart& chart, const Order& order, sys_days from) {
  if (order.term.value != "long") return from;
  if (order.stop) return day_of(order.stop).value_or(from);
  const TimeFact& end = chart.encounter.discharged;
  return end ? end.value().local_day() : from;
}

Ordered ordered(const Chart& chart) {
  Ordered all;
  for (const Order& order : chart.orders) {
    if (!gives_blood(order)) continue;
    const auto from = day_of(order.start);
    all.undated = all.undated || !from;
    if (!from) continue;
    const sys_days last = std::min(last_day(chart, order, *from), *from + kLongest);
    for (sys_days day = *from; day <= last; day += days(1)) all.on.push_back(day);
  }
  std::sort(all.on.begin(), all.on.end());
  return all;
}

// An order by word of mouth is written down later, on the day or the next.
bool covers(const Ordered& all, sys_days day, Duration before) {
  if (all.undated) return true;
  const auto first = day - std::chrono::ceil<days>(before);
  const auto found = std::lower_bound(all.on.begin(), all.on.end(), first);
  return found != all.on.end() && *found <= day + days(1);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.transfusions.empty() || !chart.inpatient()) return;
  if (report.clock().stage < Stage::kDischarged) return;
  const Ordered all = ordered(chart);
  for (std::size_t i = 0; i < chart.transfusions.size(); ++i) {
    const Transfusion& transfusion = chart.transfusions[i];
    if (!of_donor(transfusion)) continue;
    const Subject subject = of_transfusion(i);
    const auto day = day_of(transfusion.start);
    const bool any = all.undated || !all.on.empty();
    const Severity severity =
        in_surgery(chart, transfusion) ? Severity::kWarning : Severity::kError;
    if (day ? covers(all, *day, options[kBefore]) : any) {
      report.pass(subject);
    } else if (const auto doubt = untold_doubt(chart)) {
      report.undecided(subject, *doubt, transfusion.span);
    } else if (day) {
      report.fail(kNone, subject, transfusion.span, name_of(transfusion), transfusion.start->value)
          .weaker(severity);
    } else {
      report.fail(kNoneAtAll, subject, transfusion.span, name_of(transfusion)).weaker(severity);
    }
  }
}

}  // namespace

extern constinit const Check transfusion_order{
    {.id = "transfusion-order",
     .severity = Severity::kError,
     .title = {"输血应有医嘱", "A transfusion is ordered"},
     .judged =
         {"已出院或归档的住院病历：每次输血有输血医嘱，下达于输血当日、其前72小时（可调）之内，或次"
          "日补记。备血"
          "、交叉配血、输血前检查不是输血医嘱。",
          "Stays that ended: for each transfusion the orders hold one of blood, given on its day, "
          "within 72 hours (an option) before, or written down the day after. Tests and "
          "cross-matching are none."},
     .exceptions =
         {"手术中的输血多为口头医嘱，按建议处理；取消的医嘱不算。申请单及审批由 "
          "transfusion-approval-800-1600 "
          "判定。没有医嘱数据、单份文书无法判定。",
          "A warning for transfusions during surgery, which are ordered by word of mouth; a "
          "cancelled order does not count. The request and its approval are judged by "
          "transfusion-approval-800-1600. Undecided without orders and for a lone document."},
     .advice = {"补记输血医嘱，注明补记。", "Write the order down, marked as a late entry."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
