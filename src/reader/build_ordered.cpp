// SPDX-License-Identifier: Apache-2.0
// Surgeries that only an order tells of.
#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "model/ordered.h"
#include "reader/build.h"
#include "text/find_word.h"
#include "text/operation_order.h"

namespace emrlint {
namespace {

constexpr std::chrono::days kDay{1};
constexpr std::chrono::days kFewDays{7};

// An operation as one order, or several, plan it.
struct Plan {
  const Order* order = nullptr;  // The first that names it.
  Text name;
  std::optional<Time> planned;
  Time ordered;
  bool emergency = false;
};

bool may_plan(const Order& order) {
  constexpr std::string_view kOthers[] = {"drug",      "lab",          "exam", "nursing-level",
                                          "condition", "consultation", "diet", "transfusion"};
  constexpr std::size_t kLongest = 400;  // Bytes; longer texts are no orders.
  return !order.cancelled && order.content.value.size() <= kLongest &&
         std::find(std::begin(kOthers), std::end(kOthers), order.kind.value) == std::end(kOthers);
}

bool is_surgical(const Order& order) {
  return order.kind.value == "surgery" || holds(order.kind.value, "手术");
}

std::optional<Time> day_or_finer(const std::optional<Located<Time>>& at) {
  if (!at || at->value.precision < Precision::kDay) return std::nullopt;
  return at->value;
}

// Stopped without being carried out, and not after the planned time.
bool stopped(const Order& order, const std::optional<Time>& planned) {
  return order.stop && !order.executed &&
         (!planned || certainly_before(order.stop->value, *planned));
}

std::chrono::days apart(const Time& a, const Time& b) {
  const auto days = a.local_day() - b.local_day();
  return days < days.zero() ? -days : days;
}

// Ordered again: for the same day, or, postponed, the same within a few days.
bool same(const Plan& a, const Plan& b) {
  const std::chrono::days between =
      apart(a.planned.value_or(a.ordered), b.planned.value_or(b.ordered));
  if (between.count() == 0) return true;
  return between <= kFewDays && may_be_one_operation(a.name.value, b.name.value);
}

void add_plan(std::vector<Plan>& plans, const Plan& plan) {
  const auto known =
      std::find_if(plans.begin(), plans.end(), [&](const Plan& one) { return same(one, plan); });
  if (known == plans.end()) return plans.push_back(plan);
  if (plan.planned) known->planned = plan.planned;
  if (known->name.value.empty()) known->name = plan.name;
}

// Plans of earlier orders that this one takes back or puts off.
void take_back(std::vector<Plan>& plans, const OperationOrder& told,
               const std::optional<Time>& ordered) {
  const auto meant = [&](const Plan& plan) {
    const bool over = ordered && plan.planned && certainly_before(*plan.planned, *ordered) &&
                      plan.planned->local_day() < ordered->local_day();
    return !over && may_be_one_operation(plan.name.value, told.name);
  };
  if (told.intent == OperationIntent::kCancels) {
    plans.erase(std::remove_if(plans.begin(), plans.end(), meant), plans.end());
    return;
  }
  for (Plan& plan : plans) {
    if (meant(plan)) plan.planned = std::nullopt;
  }
}

std::vector<const Order*> in_order_of_time(const Chart& chart) {
  std::vector<const Order*> orders;
  for (const Order& order : chart.orders) {
    if (may_plan(order)) orders.push_back(&order);
  }
  const auto moment = [](const Order* order) {
    return order->start ? order->start->value.earliest : Instant::max();
  };
  std::stable_sort(orders.begin(), orders.end(),
                   [&](const Order* a, const Order* b) { return moment(a) < moment(b); });
  return orders;
}

std::vector<Plan> plans_of(const Chart& chart) {
  std::vector<Plan> plans;
  for (const Order* order : in_order_of_time(chart)) {
    const std::optional<Time> ordered = day_or_finer(order->start);
    const OperationOrder told = operation_order(order->content.value, is_surgical(*order), ordered);
    if (told.intent == OperationIntent::kNone) continue;
    if (told.intent != OperationIntent::kPlans) {
      take_back(plans, told, ordered);
      continue;
    }
    if (!ordered || stopped(*order, told.planned)) continue;
    add_plan(plans,
             {order, {told.name, order->content.span}, told.planned, *ordered, told.emergency});
  }
  return plans;
}

// Whether what was done that day under that name may be what was planned: it was done around the
// planned day, or postponed and has its name. What is over when it is ordered is another one.
bool may_be_done(const Plan& plan, const std::optional<Time>& day, std::string_view name) {
  if (!day || day->precision < Precision::kDay) return true;
  const auto done = day->local_day(), given = plan.ordered.local_day();
  if (done < given - kDay) return false;
  const auto last = plan.planned ? plan.planned->local_day() + kDay : given + 3 * kDay;
  return done <= last || may_be_one_operation(plan.name.value, name);
}

bool refers_to_known(const Chart& chart, const Order& order) {
  constexpr std::string_view kFolder = "surgeries/";
  return std::any_of(order.about.begin(), order.about.end(), [&](const Text& about) {
    return about.value.starts_with(kFolder) &&
           std::any_of(chart.surgeries.begin(), chart.surgeries.end(), [&](const Surgery& one) {
             return one.id.value == about.value.substr(kFolder.size());
           });
  });
}

bool known(const Chart& chart, const Plan& plan) {
  const auto surgery = [&](const Surgery& one) {
    return may_be_done(plan, hint_of(one).day, one.name.value);
  };
  const auto procedure = [&](const Procedure& one) {
    return may_be_done(plan, day_or_finer(one.at), one.name.value);
  };
  return refers_to_known(chart, *plan.order) ||
         std::any_of(chart.surgeries.begin(), chart.surgeries.end(), surgery) ||
         std::any_of(chart.procedures.begin(), chart.procedures.end(), procedure);
}

// All that an order without a planned day tells of it.
Time year_of(const Time& ordered) {
  const std::chrono::year_month_day day(ordered.local_day());
  Time year = ordered;
  year.precision = Precision::kYear;
  year.earliest =
      Instant(std::chrono::sys_days(day.year() / 1 / 1)) - std::chrono::minutes(ordered.offset);
  return year;
}

Surgery surgery_of(const Plan& plan) {
  Surgery surgery;
  surgery.id = plan.order->id;
  surgery.name = plan.name;
  const Span span = plan.order->content.span;
  surgery.span = span;
  add_claim(surgery.start, {plan.planned.value_or(year_of(plan.ordered)), span}, Origin::kOrders);
  if (plan.emergency) surgery.urgency = {Urgency::kEmergency, span};
  return surgery;
}

// What is written in the theatre or after it.
bool tells_of_operation(DocType type) {
  switch (type) {
    case DocType::kAnesthesiaRecord:
    case DocType::kOperatingRoomNursingRecord:
    case DocType::kSurgicalCount:
    case DocType::kPacuRecord:
    case DocType::kAnesthesiaPostopVisit:
    case DocType::kPostopFirstNote:
      return true;
    default:
      return is_operation_record(type);
  }
}

}  // namespace

void derive_from_orders(Chart& chart) {
  // What an outpatient is ordered belongs to another stay.
  const EncounterKind kind = chart.encounter.kind.value;
  if (kind != EncounterKind::kUnknown && !chart.inpatient()) return;
  std::vector<Surgery> found;
  for (const Plan& plan : plans_of(chart)) {
    if (!known(chart, plan)) found.push_back(surgery_of(plan));
  }
  std::move(found.begin(), found.end(), std::back_inserter(chart.surgeries));
}

bool confirm_ordered(Chart& chart) {
  constexpr std::string_view kStartId = "DE06.00.221.00";
  bool any = false;
  for (const Document& document : chart.documents) {
    if (!tells_of_operation(document.type)) continue;
    for (const std::uint32_t index : document.surgeries) {
      Surgery& surgery = chart.surgeries[index];
      if (!ordered_only(surgery)) continue;
      any = true;
      surgery.start = {};  // It was planned for then; when it began, only records tell.
      if (const auto start = element_time(document, kStartId)) {
        add_claim(surgery.start, *start, Origin::kEventDocument);
      }
    }
  }
  return any;
}

}  // namespace emrlint
