// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time, Time, Duration> kLate{
    "late", "抢救中的医嘱“{0}”于{1}录入，抢救于{2}结束，已超过{3}。",
    "“{0}”, ordered in the rescue, was entered at {1}; the rescue had ended at {2}, more than "
    "{3} before."};
constexpr Message<Time> kEnd{"end", "抢救结束于{0}", "the rescue ended at {0}"};
constexpr Message<Time> kGiven{"given", "医嘱时间为{0}", "ordered at {0}"};

constexpr Option<Duration> kLimit{
    "limit", std::chrono::hours{6}, "抢救结束后多久内补记（条文为“即刻”，没有数值，6小时是假定）",
    "how long after the rescue (the text says at once; six hours are an assumption)"};

constexpr Missing kEntered{"order-entered", "医嘱的录入时间", "when the order was entered"};
constexpr Missing kRescueEnd{"rescue-end", "抢救结束时间", "the end of the rescue"};

constexpr Citation kBasis[] = {{"BL", "28"}};
constexpr int kCore[] = {7, 10};
constexpr MessageInfo kMessages[] = {kLate, kEnd, kGiven};
constexpr OptionInfo kOptions[] = {kLimit};

// Ordered while the rescue went on; certain only to the minute.
bool ordered_in(const Order& order, const Rescue& rescue) {
  if (order.cancelled || !order.start || !order.start->value.exact()) return false;
  const Time& at = order.start->value;
  if (!rescue.start->value.exact() || certainly_before(at, rescue.start->value)) return false;
  return !rescue.end || (rescue.end->value.exact() && !certainly_after(at, rescue.end->value));
}

void judge(const Rescue& rescue, const Order& order, Subject subject, Duration limit,
           Report& report) {
  const Time& end = rescue.end->value;
  switch (within(end, order.entered->value, limit)) {
    case Within::kYes:
      return report.pass(subject);
    case Within::kUnknown:
      return report.undecided(subject, missing::kClockTime, order.entered->span);
    case Within::kNo:
      report
          .fail(kLate, subject, order.entered->span, order.content.value, order.entered->value, end,
                limit)
          .note(kGiven, order.start->span, order.start->value)
          .note(kEnd, rescue.end->span, end);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t r = 0; r < chart.rescues.size(); ++r) {
    const Rescue& rescue = chart.rescues[r];
    if (!rescue.start) continue;
    const Subject whole{SubjectKind::kRescue, static_cast<std::uint32_t>(r)};
    const Order* unknown = nullptr;
    for (std::size_t i = 0; i < chart.orders.size(); ++i) {
      const Order& order = chart.orders[i];
      if (!ordered_in(order, rescue)) continue;
      if (!rescue.end || !order.entered) {
        if (unknown == nullptr) unknown = &order;
        continue;
      }
      judge(rescue, order, {SubjectKind::kOrder, static_cast<std::uint32_t>(i)}, options[kLimit],
            report);
    }
    if (unknown == nullptr) continue;
    report.undecided(whole, rescue.end ? kEntered : kRescueEnd, unknown->start->span);
  }
}

}  // namespace

extern constinit const Check timeliness_rescue_order_backfill{
    {.id = "timeliness-rescue-order-backfill",
     .severity = Severity::kWarning,
     .title = {"抢救的口头医嘱应在抢救结束后即刻补记",
               "Oral orders of a rescue are entered at once when it is over"},
     .judged =
         {"医嘱时间在抢救起止之间的医嘱：录入系统的时间不晚于抢救结束后6小时。条文要求抢救结束后"
          "即刻据实补记，没有数值，6小时是假定，可调。",
          "Orders of a time within a rescue: entered into the system no later than six hours "
          "after its end. The text asks for it at once when the rescue is over and has no "
          "number; six hours are an assumption, and an option."},
     .exceptions =
         {"没有抢救数据或抢救中没有医嘱的不判；取消的、时间不到分钟的医嘱不判；医嘱没有录入时间、"
          "抢救没有结束时间时无法判定。补记的标注由其他检查评价。",
          "Not without data of a rescue or orders within it, nor for cancelled orders and "
          "those without a time to the minute; undecided without the time of entry or the end "
          "of the rescue. The mark on such orders is another check's."},
     .advice =
         {"抢救结束后由开具口头医嘱的医师即刻据实补记医嘱。",
          "The physician who ordered by word of mouth enters the orders as soon as the rescue "
          "is over."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
