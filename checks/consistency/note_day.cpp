// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/note_day.h"

#include <algorithm>

#include "model/ordered.h"

namespace emrlint::checks {
namespace {

using std::chrono::days;

void widen(std::optional<NoteDays>& all, const Time& time) {
  if (time.precision < Precision::kDay) return;
  std::chrono::sys_days first = time.local_day();
  const std::chrono::sys_days last = first;
  if (time.precision >= Precision::kHour) {
    const auto local = time.earliest + std::chrono::minutes{time.offset};
    if (local - std::chrono::floor<days>(local) < std::chrono::hours{8}) first -= days{1};
  }
  if (!all) all = NoteDays{first, last};
  all->first = std::min(all->first, first);
  all->last = std::max(all->last, last);
}

// The day on which a surgery was over at the latest; empty where its times contradict each other.
std::optional<std::chrono::sys_days> last_day(const Surgery& surgery) {
  const Time& start = surgery.start.value();
  // Without an end: one from the evening may last beyond midnight.
  std::chrono::sys_days last = start.local_day() + days{surgery.end ? 0 : 1};
  for (const TimeFact* later : {&surgery.end, &surgery.left_room, &surgery.anesthesia.end}) {
    if (!*later) continue;
    if (later->value().precision < Precision::kDay) return std::nullopt;
    if (certainly_before(later->value(), start)) return std::nullopt;
    last = std::max(last, later->value().local_day());
  }
  return last;
}

}  // namespace

std::optional<NoteDays> days_of_note(const Document& document) {
  std::optional<NoteDays> all;
  for (const auto& at : {document.held, document.recorded, document.completed}) {
    if (at) widen(all, at->value);
  }
  return all;
}

Surgeries surgery_days(const Chart& chart) {
  Surgeries all;
  // Whether and when one that only an order tells of took place is not known.
  if (told_surgeries(chart).empty() && !chart.surgeries.empty()) return {{}, false};
  for (const Surgery& surgery : told_surgeries(chart)) {
    const bool told =
        !surgery.cancelled && surgery.start && surgery.start.value().precision >= Precision::kDay;
    const auto last = told ? last_day(surgery) : std::nullopt;
    if (!last) return {{}, false};
    const auto first = surgery.start.value().local_day();
    if (!all.days) all.days = SurgeryDays{first, *last};
    all.days->first_start = std::min(all.days->first_start, first);
    all.days->last_end = std::max(all.days->last_end, *last);
  }
  return all;
}

bool more_planned(const Chart& chart, std::chrono::sys_days over, std::chrono::sys_days day) {
  const auto from = [](const std::optional<Located<Time>>& at, std::chrono::sys_days least) {
    return !at || at->value.precision < Precision::kDay || at->value.local_day() >= least;
  };
  const auto surgical = [](const Order& order) {
    return order.kind.value == "surgery" ||
           (order.kind.value != "drug" && order.content.value.find("术") != std::string_view::npos);
  };
  const auto preoperative = [](DocType type) {
    return type == DocType::kPreopSummary || type == DocType::kPreopDiscussion ||
           type == DocType::kOperationConsent || type == DocType::kAnesthesiaConsent ||
           type == DocType::kAnesthesiaPreopVisit;
  };
  return std::any_of(chart.orders.begin(), chart.orders.end(),
                     [&](const Order& o) { return surgical(o) && from(o.start, day); }) ||
         std::any_of(chart.procedures.begin(), chart.procedures.end(),
                     [&](const Procedure& p) { return from(p.at, day); }) ||
         std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& d) {
           const auto& at = d.recorded ? d.recorded : d.completed;
           return preoperative(d.type) && at && from(at, over + days{1});
         });
}

}  // namespace emrlint::checks
