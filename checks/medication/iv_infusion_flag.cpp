// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "check/report.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr Message<Time, int, int> kMany{"many", "{0}静脉输液{1}组，超过每日{2}组。",
                                        "on {0} {1} infusions ran, more than {2} a day."};

constexpr Option<int> kMost{
    "most", 5, "每日静脉输液多少组以内不提示（条文没有数值）",
    "how many infusions a day are not remarked on (no text gives a number)"};
constexpr Option<WordList> kRoutes{
    "routes",
    {"静滴|静脉滴注|静脉点滴|静点|静脉输液|静脉输注|ivgtt|iv gtt|iv.gtt|IVGTT|iv drip|ivd|IVD"},
    "作为静脉输液的用法",
    "routes that are infusions"};

constexpr Missing kGroups{"order-groups", "医嘱的组号（哪些药在同一袋内）",
                          "the group of the orders (which drugs share a bag)"};

constexpr Citation kBasis[] = {{"XD", "指标20"}, {"GM25", "5"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kMany};
constexpr OptionInfo kOptions[] = {kMost, kRoutes};

constexpr days kLongest{400};  // Of an order: beyond it the end is a mistake.

struct Day {
  int bags = 0;
  const Order* first = nullptr;
};

// The bags of every day. Orders of one group and one start share a bag.
class Bags {
 public:
  explicit Bags(const Chart& chart) {
    const TimeFact& out = chart.encounter.discharged;
    if (out) end_ = out.value().local_day();
  }

  void add(const Order& order) {
    if (!order.start || order.start->value.precision < Precision::kDay) return;
    const sys_days from = order.start->value.local_day();
    if (!order.group.value.empty() && !seen_.insert({order.group.value, from}).second) return;
    for (sys_days day = from; day <= last_day(order, from); day += days(1)) {
      Day& it = days_[day];
      if (it.bags++ == 0) it.first = &order;
    }
  }
  bool grouped() const { return !seen_.empty(); }
  bool empty() const { return days_.empty(); }
  // The fullest day, the earliest of them.
  std::map<sys_days, Day>::const_iterator fullest() const {
    return std::max_element(days_.begin(), days_.end(), [](const auto& a, const auto& b) {
      return a.second.bags < b.second.bags;
    });
  }

 private:
  sys_days last_day(const Order& order, sys_days from) const {
    if (order.term.value != "long") return from;
    sys_days last = from;
    if (order.stop) {
      last = order.stop->value.local_day() - days(1);  // Of the day of stopping nobody knows.
    } else if (end_) {
      last = *end_ - days(1);
    }
    return std::min(std::max(last, from), from + kLongest);
  }

  std::optional<sys_days> end_;
  std::set<std::pair<std::string_view, sys_days>> seen_;
  std::map<sys_days, Day> days_;
};

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  Bags bags(chart);
  for (const Order& order : chart.orders) {
    if (order.cancelled || order.kind.value != "drug") continue;
    if (holds_any(order.route.value, options[kRoutes])) bags.add(order);
  }
  if (bags.empty()) return;
  const auto fullest = bags.fullest();
  const Order& first = *fullest->second.first;
  if (fullest->second.bags <= options[kMost]) {
    report.pass(of_chart());
  } else if (!bags.grouped()) {
    report.undecided(of_chart(), kGroups, first.content.span);
  } else {
    const Time day{fullest->first, Precision::kDay, 0, false};
    report.fail(kMany, of_chart(), first.content.span, day, fullest->second.bags, options[kMost]);
  }
}

}  // namespace

extern constinit const Check medication_iv_infusion_flag{
    {.id = "medication-iv-infusion-flag",
     .severity = Severity::kNote,
     .title = {"住院患者静脉输液应规范（监测指标）", "Infusions of an inpatient (indicator)"},
     .judged =
         {"已出院或归档的住院病历：逐日统计静脉输液组数（同组医嘱为一袋），最多的一日超过5组（可调"
          "）的提示。指标"
          "统计每床日的输液数量，没有规定上限；5组是本检查的默认值。",
          "Stays that ended: the infusions of each day are counted, orders of one group being one "
          "bag; a day with more than 5 (an option) is remarked on. The indicator counts infusions "
          "a bed-day and sets no limit; 5 is this check's own."},
     .exceptions =
         {"静推、泵入、口服等不计；取消的医嘱不计。停止当日不计。超过上限而医嘱没有组号的无法判定"
          "。",
          "Injections, pumps and oral drugs do not count, nor cancelled orders and the day of "
          "stopping. Undecided where the limit is passed and no order has a group."},
     .advice = {"评估能否减少静脉输液，能口服的改为口服。",
                "Consider fewer infusions, and drugs by mouth where that does as well."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
