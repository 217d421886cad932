// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/medication/order_sheet.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time, Time> kUnmarked{
    "unmarked", "医嘱“{0}”于{1}执行，{2}才录入，未注明补记或口头医嘱。",
    "the order “{0}” was carried out at {1} and entered at {2}; nothing says that it was written "
    "afterwards."};
constexpr Message<Time> kExecuted{"executed", "执行时间{0}", "carried out at {0}"};

constexpr Option<Duration> kTolerance{"tolerance", Duration{10}, "录入最多可晚于执行多久",
                                      "how long after it was carried out it may be entered"};
constexpr Option<WordList> kMarks{"marks",
                                  {"补记|补录|补开|补下|补写|后补|补医嘱|口头"},
                                  "补记、口头医嘱的标注",
                                  "marks of an order by word of mouth"};

constexpr Missing kEntered{"order-entered", "医嘱的录入时间", "when the order was entered"};

constexpr Citation kBasis[] = {{"ZJ", "医嘱单2"}, {"BL", "28"}};
constexpr int kCore[] = {7, 10};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kUnmarked, kExecuted};
constexpr OptionInfo kOptions[] = {kTolerance, kMarks};

// Given in theatre: the anaesthesia record holds it, and orders follow.
bool in_theatre(const Chart& chart, const Time& at) {
  constexpr Duration kAround = std::chrono::hours(1);
  return std::any_of(chart.surgeries.begin(), chart.surgeries.end(), [&](const Surgery& surgery) {
    if (!surgery.start.known()) return false;
    const Time& start = surgery.start.value();
    const Time& end = surgery.end.known() ? surgery.end.value() : start;
    return within(at, start, kAround) != Within::kNo && within(end, at, kAround) != Within::kNo;
  });
}

void judge(const Chart& chart, std::uint32_t index, const Options& options, Report& report) {
  const Order& order = chart.orders[index];
  const Subject subject = of_order(index);
  const Time& executed = order.executed->value;
  const Time& entered = order.entered->value;
  const Within in_time = within(executed, entered, options[kTolerance]);
  if (in_time == Within::kYes || order_says(order, options[kMarks])) return report.pass(subject);
  if (in_theatre(chart, executed)) return;
  if (in_time == Within::kUnknown) {
    return report.undecided(subject, missing::kClockTime, order.entered->span);
  }
  report.fail(kUnmarked, subject, order.entered->span, order.content.value, executed, entered)
      .note(kExecuted, order.executed->span, executed);
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Order* untold = nullptr;
  for (const std::uint32_t index : sheet_orders(chart)) {
    const Order& order = chart.orders[index];
    if (!order.executed) continue;
    if (order.entered) {
      judge(chart, index, options, report);
    } else if (untold == nullptr) {
      untold = &order;
    }
  }
  if (untold != nullptr) report.undecided(of_chart(), kEntered, untold->span);
}

}  // namespace

extern constinit const Check order_oral_backfill{
    {.id = "order-oral-backfill",
     .severity = Severity::kWarning,
     .title = {"补记的口头医嘱应注明（地方评分表）",
               "Orders by word of mouth are marked when they are written down (local sheet)"},
     .judged =
         {"住院病历中已执行的医嘱：录入系统的时间晚于执行时间10分钟以上的，内容、用法或频次中有补记"
          "、补录、"
          "口头等说明（词表和时长可调）。规范只要求抢救结束后即刻据实补记，标注是地方评分表的要求，"
          "全国方案不含本检查。",
          "Orders of a stay that were carried out: one that was entered more than 10 minutes after "
          "that says that it was written afterwards (words and time are options). The Basic Rules "
          "ask for writing it at once when a rescue is over; the mark is a local sheet's, so the "
          "national profile is without this check."},
     .exceptions =
         {"手术前后1小时内和手术中执行的、取消的、没有执行时间的不评价；没有录入时间、只有日期而无"
          "法比较"
          "的无法判定。补记是否及时由 timeliness-rescue-order-backfill 评价。",
          "Not for what was given in theatre and within an hour of it, for cancelled orders and "
          "those without a time of execution; undecided without the time of entry and where only "
          "dates are known. Whether it was written in time is timeliness-rescue-order-backfill's."},
     .advice = {"补记的医嘱注明“补记”及口头医嘱的下达时间；非抢救不下达口头医嘱。",
                "Mark the order as written afterwards, with the time at which it was given; give "
                "none by word of mouth but in a rescue."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
