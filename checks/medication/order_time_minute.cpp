// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/medication/order_sheet.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time> kStart{
    "start", "医嘱“{0}”的下达时间为{1}，未具体到分钟。",
    "the order “{0}” was given at {1}, without the minute."};
constexpr Message<std::string_view, Time> kStop{
    "stop", "医嘱“{0}”的停止时间为{1}，未具体到分钟。",
    "the order “{0}” was stopped at {1}, without the minute."};
constexpr Message<std::string_view> kMissing{"missing", "医嘱“{0}”没有下达时间。",
                                             "the order “{0}” does not say when it was given."};
constexpr Message<Time> kStopToo{"stop-too", "停止时间{0}也未具体到分钟",
                                 "nor has the time of stopping, {0}"};

constexpr Missing kMinutes{"order-minutes", "医嘱时间的时和分（所载入的医嘱均没有）",
                           "hour and minute of the orders (none that was loaded has them)"};

constexpr Citation kBasis[] = {{"BL", "28"}};
constexpr int kCore[] = {10};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kStart, kStop, kMissing, kStopToo};

bool exact(const std::optional<Located<Time>>& at) { return at && at->value.exact(); }
bool coarse(const std::optional<Located<Time>>& at) { return at && !at->value.exact(); }

void judge(const Chart& chart, std::uint32_t index, Report& report) {
  const Order& order = chart.orders[index];
  const Subject subject = of_order(index);
  const std::string_view content = order.content.value;
  const bool entered = exact(order.entered);  // Tells when it was given, whenever it begins.
  if (!order.start && !entered) {
    if (chart.cut_off) return report.undecided(subject, missing::kRestOfChart, order.span);
    report.fail(kMissing, subject, order.content.span, content);
  } else if (coarse(order.start) && !entered) {
    Outcome& outcome = report.fail(kStart, subject, order.start->span, content, order.start->value);
    if (coarse(order.stop)) outcome.note(kStopToo, order.stop->span, order.stop->value);
  } else if (coarse(order.stop)) {
    report.fail(kStop, subject, order.stop->span, content, order.stop->value);
  } else {
    report.pass(subject);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  const std::vector<std::uint32_t> orders = sheet_orders(chart);
  if (orders.empty()) return;
  const bool to_the_minute = std::any_of(orders.begin(), orders.end(), [&](std::uint32_t i) {
    return exact(chart.orders[i].start) || exact(chart.orders[i].entered);
  });
  if (!to_the_minute) {
    return report.undecided(of_chart(), kMinutes, chart.orders[orders.front()].span);
  }
  for (const std::uint32_t index : orders) judge(chart, index, report);
}

}  // namespace

extern constinit const Check order_time_minute{
    {.id = "order-time-minute",
     .severity = Severity::kError,
     .title = {"医嘱的下达、停止时间应具体到分钟",
               "Orders state to the minute when they were given and stopped"},
     .judged =
         {"住院病历的每条医嘱：有下达（起始）时间；下达时间和已写的停止时间具体到分钟。",
          "Each order of a stay says when it was given; that time, and the time of stopping where "
          "one is stated, are to the minute."},
     .exceptions =
         {"作废、取消的医嘱和没有停止时间的长期医嘱不评价；起始只有日期而录入时间到分钟的视为已注明"
          "。"
          "所载入的医嘱没有一条具体到分钟的（多为导出所致），整份病历无法判定。",
          "Not for cancelled orders, nor for long-term orders that have no time of stopping. A day "
          "of beginning is enough where the time of entry has the minute. Undecided where no "
          "order that was loaded has a minute, as exports may cut them off."},
     .advice = {"由下达医师补全医嘱的日期和时间，具体到分钟。",
                "The physician completes the date and time of the order, to the minute."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
