// SPDX-License-Identifier: Apache-2.0
#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

constexpr Message<int, int> kStopped{"stopped", "长期医嘱{0}条，其中{1}条在开立当日停止。",
                                     "of {0} long-term orders {1} were stopped on the day of their "
                                     "start."};
constexpr Message<std::string_view> kOne{"order", "“{0}”当日停止", "“{0}” was stopped that day"};

constexpr Option<int> kListed{"listed", 5, "最多列出几条", "how many of them are listed at most"};

constexpr Missing kLongOrders{"long-orders", "长期医嘱的起止时间",
                              "when long-term orders began and ended"};

constexpr Citation kBasis[] = {{"KC25", "23"}};
constexpr int kCore[] = {10};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kStopped, kOne};
constexpr OptionInfo kOptions[] = {kListed};

// Orders end with the stay, whatever day they began on.
bool ends_with_stay(const Encounter& stay, std::chrono::sys_days day) {
  const TimeFact& end = stay.died ? stay.died : stay.discharged;
  return end && end.value().precision >= Precision::kDay && end.value().local_day() == day;
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  int all = 0;
  bool dated = false;
  std::vector<const Order*> stopped;
  for (const Order& order : chart.orders) {
    if (order.cancelled || order.term.value != "long") continue;
    ++all;
    const auto start = day_of(order.start);
    if (!start) continue;
    dated = true;
    if (day_of(order.stop) == start && !ends_with_stay(chart.encounter, *start)) {
      stopped.push_back(&order);
    }
  }
  if (all == 0) return;
  if (!dated) return report.undecided(of_chart(), kLongOrders);
  if (stopped.empty()) return report.pass(of_chart());
  Outcome& outcome = report.fail(kStopped, of_chart(), stopped.front()->stop->span, all,
                                 static_cast<int>(stopped.size()));
  for (std::size_t i = 0; i < stopped.size() && i < static_cast<std::size_t>(options[kListed]);
       ++i) {
    outcome.note(kOne, stopped[i]->content.span, stopped[i]->content.value);
  }
}

}  // namespace

extern constinit const Check process_long_order_same_day_stop{
    {.id = "process-long-order-same-day-stop",
     .severity = Severity::kNote,
     .title = {"长期医嘱当日终止（监测指标）",
               "Long-term orders stopped on the day of their start (indicator)"},
     .judged = {"住院病历中在开立当日停止的长期医嘱的条数，每份病历一条提示。监测指标统计其比例，不"
                "是规定。",
                "The number of long-term orders of a stay that were stopped on the day on which "
                "they began, one remark for each chart. The indicator counts their share and "
                "forbids nothing."},
     .exceptions = {"取消的、随出院或死亡当日停止的不计；长期医嘱都没有起始日期的无法判定。",
                    "Cancelled orders and those that ended with the stay do not count. Undecided "
                    "where no long-term order has a date."},
     .advice = {"核对是否误开，或应开为临时医嘱。",
                "See whether it was ordered by mistake or should have been a single order."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
