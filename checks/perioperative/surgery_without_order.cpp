// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/discussion.h"
#include "checks/perioperative/surgery.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{"missing", "{0}开始前未见手术医嘱。",
                                    "no order of surgery precedes {0}."};
constexpr Message<Time, Time> kLate{"late", "手术医嘱开立于{0}，晚于手术开始时间{1}。",
                                    "surgery was ordered at {0}, after its start at {1}."};
constexpr Message<> kStart{"start", "手术开始时间", "the start of surgery"};

constexpr Citation kBasis[] = {{"SF", "29"}, {"ZB", "14"}};
constexpr int kCore[] = {8};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kMissing, kLate, kStart};

// Of an order that is of another kind, or of none: that it is for the surgery all the same.
bool names_operation(const Order& order, const Surgery& surgery) {
  const std::string_view content = order.content.value;
  constexpr WordList kOtherKinds{"surgery|drug|lab"};  // The first by its references.
  if (order.cancelled || lists(kOtherKinds, order.kind.value)) return false;
  if (!surgery.name.value.empty() && holds(content, surgery.name.value)) return true;
  if (content.ends_with("术") || holds(order.kind.value, "手术")) return true;
  const bool plans = holds_any(content, {"拟|麻醉下|麻下|送手术|手术室|明日|今日|急诊"});
  return plans && holds_any(content, {"术|手术"}) && !holds(content, "术后");
}

const Order* order_in_words(const Chart& chart, const Surgery& surgery) {
  const auto found =
      std::find_if(chart.orders.begin(), chart.orders.end(),
                   [&](const Order& order) { return names_operation(order, surgery); });
  return found == chart.orders.end() ? nullptr : &*found;
}

// Another procedure of the same session, which one order covers.
bool same_session(const Surgery& a, const Surgery& b) {
  return a.start && b.start && a.start.value() == b.start.value();
}

SurgicalOrder order_of_session(const Chart& chart, std::size_t index) {
  SurgicalOrder order = first_order(chart, index);
  for (std::size_t i = 0; i < chart.surgeries.size() && order.first == nullptr; ++i) {
    if (i != index && same_session(chart.surgeries[i], chart.surgeries[index])) {
      order.first = first_order(chart, i).first;
    }
  }
  if (order.first == nullptr) order.first = order_in_words(chart, chart.surgeries[index]);
  return order;
}

void judge(const Chart& chart, std::size_t index, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  const SurgicalOrder order = order_of_session(chart, index);
  if (order.first == nullptr) {
    const auto doubt = first_of(
        {kind_doubt(chart), unread_doubt(chart), doubt_if(order.unlinked, missing::kDocumentLink)});
    return say_absent(chart, index, kMissing, {start_of(surgery), doubt, std::nullopt}, report);
  }
  const std::optional<Located<Time>>& at = order.first->start;
  if (!at) return report.undecided(subject, missing::kEventTime, order.first->span);
  if (!surgery.start) return report.undecided(subject, missing::kSurgeryStart, surgery.span);
  const Time& start = surgery.start.value();
  switch (no_later(at->value, start)) {
    case Answer::kYes:
      return report.pass(subject);
    case Answer::kUnknown:
      return report.undecided(subject, missing::kClockTime, at->span);
    case Answer::kNo:
      break;
  }
  Outcome& outcome = report.fail(kLate, subject, at->span, at->value, start);
  outcome.note(kStart, surgery.start.span());
  // In a hurry it may have been given by word of mouth.
  if (surgery.urgency.value == Urgency::kEmergency) outcome.weaker(Severity::kNote);
}

void run(const Chart& chart, const Options&, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || surgery.urgency.value == Urgency::kLifeSaving) continue;
    judge(chart, i, report);
  }
}

}  // namespace

extern constinit const Check periop_surgery_without_order{
    {.id = "periop-surgery-without-order",
     .severity = Severity::kWarning,
     .title = {"实施手术前应有手术医嘱", "Surgery is ordered before it begins"},
     .judged = {"住院手术开始前开立有手术医嘱；同一台手术的几个术式共用一条医嘱。医嘱内容写明拟行手"
                "术的也算。",
                "An order of surgery precedes the start of each surgery of an inpatient; the "
                "procedures of "
                "one session share it. An order whose words plan the operation counts as well."},
     .exceptions =
         {"抢救生命的急诊手术（医嘱据实补记）、门诊和取消的手术不判。医嘱未载入、几次手术而医嘱未注"
          "明是哪"
          "一次、时间不明或仅有日期、单份文书无法判定。条文要求医院核查手术医嘱，未规定其时间。",
          "Not for life-saving emergencies, whose orders are written up afterwards, nor for "
          "outpatients and cancelled surgery. Undecided where orders are not loaded, name none of "
          "several surgeries, or times are unknown or only days, and for a lone document. The text "
          "asks hospitals to review these orders and names no time."},
     .advice =
         {"术前讨论完成后开立手术医嘱；紧急情况下的医嘱据实补记并注明。",
          "Order surgery once the discussion is done; write up emergency orders as they were."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
