// SPDX-License-Identifier: Apache-2.0
#include "indicator/chart_fact.h"

#include <algorithm>

#include "check/discharge_diagnoses.h"
#include "indicator/stay_trait.h"
#include "model/enum_table.h"
#include "model/ordered.h"
#include "text/find_word.h"

namespace emrlint {
namespace {

constexpr Entry<ChartFact> kIds[] = {
    {ChartFact::kDied, "died"},
    {ChartFact::kUnplannedReturn, "unplanned-return"},
    {ChartFact::kPressureInjury, "pressure-injury"},
    {ChartFact::kPressureInjuryStage2, "pressure-injury-stage-2"},
    {ChartFact::kRescueSurvived, "rescue-survived"},
    {ChartFact::kLongOrderStopped, "long-order-stopped"},
    {ChartFact::kDaySurgery, "day-surgery"},
};

constexpr Duration kDay{24 * 60};

// Counts a fact and keeps the places where it holds.
struct Tallied {
  FactCount count;
  std::vector<Span> places;

  void add(Holds holds, Span where) {
    if (holds == Holds::kYes) places.push_back(where);
    count.yes += holds == Holds::kYes ? 1 : 0;
    count.no += holds == Holds::kNo ? 1 : 0;
    count.unknown += holds == Holds::kUnknown ? 1 : 0;
  }
};

Tallied died(const Chart& chart) {
  Tallied out;
  const TimeFact& died = chart.encounter.died;
  const Span where = died ? died.span() : chart.encounter.disposition.span;
  out.add(chart.dead() ? Holds::kYes : whole(chart) ? Holds::kNo : Holds::kUnknown, where);
  return out;
}

// The first surgery is no return, whatever its data leave open. A later one that does not tell may
// be another procedure of the same session, or staged, or neither.
Tallied unplanned_return(const Chart& chart) {
  Tallied out;
  std::uint32_t surgeries = 0, untold = 0;
  for (const Surgery& surgery : told_surgeries(chart)) {
    if (surgery.cancelled) continue;
    if (surgeries++ > 0 && !surgery.planned) ++untold;
    if (surgery.planned && !surgery.planned->value) {
      out.add(Holds::kYes, surgery.planned->span);
      return out;
    }
  }
  const bool open = !whole(chart) || untold > 0;
  out.add(open ? Holds::kUnknown : Holds::kNo, {});
  return out;
}

// 入院病情 of the front page: 1 有, 4 无; 2 and 3 leave it open.
Holds arose_in_stay(std::string_view told) {
  if (told == "no" || told == "4" || told == "无") return Holds::kYes;
  return told == "yes" || told == "1" || told == "有" ? Holds::kNo : Holds::kUnknown;
}

// ICD-10 L89.0 is stage I, L89.1 to L89.3 the stages II to IV, L89.9 says nothing of it.
Holds stage_2_or_more(const Diagnosis& diagnosis) {
  const std::string_view code = diagnosis.code.value;
  const bool who = diagnosis_system(diagnosis.code_system.value) == CodeSystem::kIcd10;
  if (!who || code.size() < 5 || code[4] < '0' || code[4] > '3') return Holds::kUnknown;
  return code[4] == '0' ? Holds::kNo : Holds::kYes;
}

Holds both(Holds a, Holds b) {
  if (a == Holds::kNo || b == Holds::kNo) return Holds::kNo;
  return a == Holds::kYes && b == Holds::kYes ? Holds::kYes : Holds::kUnknown;
}

// What has no code may be one all the same.
bool names_injury(std::string_view name) {
  return holds(name, "压疮") || holds(name, "褥疮") || holds(name, "压力性损伤");
}

Tallied pressure_injury(const Chart& chart, bool of_stage_2) {
  Tallied out;
  const DischargeList list = discharge_list(chart);
  bool open = list.all.empty() || !whole(chart);
  for (const std::uint32_t index : list.all) {
    const Diagnosis& diagnosis = chart.diagnoses[index];
    if (!icd_coded(chart, diagnosis)) {
      open |= names_injury(diagnosis.name.value);
      continue;
    }
    if (diagnosis.code.value.substr(0, 3) != "L89") continue;
    Holds counts = arose_in_stay(diagnosis.on_admission.value);
    if (of_stage_2) counts = both(counts, stage_2_or_more(diagnosis));
    if (counts == Holds::kYes) {
      out.add(counts, diagnosis.span);
      return out;
    }
    open |= counts == Holds::kUnknown;
  }
  out.add(open ? Holds::kUnknown : Holds::kNo, {});
  return out;
}

const std::optional<Located<Time>>& over(const Rescue& rescue) {
  return rescue.end ? rescue.end : rescue.start;
}

// Whether another rescue began after this one: the patient lived until then.
Holds rescued_again(const Chart& chart, const Rescue& rescue) {
  Holds again = Holds::kNo;
  for (const Rescue& other : chart.rescues) {
    if (&other == &rescue) continue;
    if (!other.start || !over(rescue)) {
      again = Holds::kUnknown;
    } else if (certainly_after(other.start->value, over(rescue)->value)) {
      return Holds::kYes;
    } else if (!certainly_before(other.start->value, over(rescue)->value)) {
      again = Holds::kUnknown;
    }
  }
  return again;
}

Holds survived(const Chart& chart, const Rescue& rescue) {
  if (!chart.dead()) return whole(chart) ? Holds::kYes : Holds::kUnknown;
  const Holds again = rescued_again(chart, rescue);
  if (again == Holds::kYes) return Holds::kYes;
  const TimeFact& died = chart.encounter.died;
  if (!died || !over(rescue)) return Holds::kUnknown;
  switch (within(over(rescue)->value, died.value(), kDay)) {
    case Within::kNo:
      return Holds::kYes;
    case Within::kYes:
      return again;
    case Within::kUnknown:
      break;
  }
  return Holds::kUnknown;
}

Tallied rescues(const Chart& chart) {
  Tallied out;
  for (const Rescue& rescue : chart.rescues) out.add(survived(chart, rescue), rescue.span);
  return out;
}

std::optional<std::chrono::sys_days> day_of(const std::optional<Located<Time>>& time) {
  if (!time || time->value.precision < Precision::kDay) return std::nullopt;
  return time->value.local_day();
}

Holds stopped_that_day(const Chart& chart, const Order& order) {
  const auto start = day_of(order.start);
  if (!start || (order.stop && !day_of(order.stop))) return Holds::kUnknown;
  if (day_of(order.stop) != start) return Holds::kNo;
  const Encounter& stay = chart.encounter;
  const TimeFact& end = stay.died ? stay.died : stay.discharged;
  if (!end) return Holds::kYes;
  if (end.value().precision < Precision::kDay) return Holds::kUnknown;
  return end.value().local_day() == *start ? Holds::kNo : Holds::kYes;
}

Tallied long_orders(const Chart& chart) {
  Tallied out;
  for (const Order& order : chart.orders) {
    if (order.cancelled || order.term.value != "long") continue;
    out.add(stopped_that_day(chart, order), order.span);
  }
  return out;
}

Tallied elective_surgeries(const Chart& chart) {
  Tallied out;
  const EncounterKind kind = chart.encounter.kind.value;
  for (const Surgery& surgery : told_surgeries(chart)) {
    const Urgency urgency = surgery.urgency.value;
    if (surgery.cancelled || (urgency != Urgency::kElective && urgency != Urgency::kUnknown)) {
      continue;
    }
    const bool unknown = urgency == Urgency::kUnknown || kind == EncounterKind::kUnknown;
    const bool day_case = kind == EncounterKind::kDaySurgery;
    out.add(unknown ? Holds::kUnknown : day_case ? Holds::kYes : Holds::kNo, surgery.span);
  }
  return out;
}

Tallied tally(ChartFact fact, const Chart& chart) {
  switch (fact) {
    case ChartFact::kDied:
      return died(chart);
    case ChartFact::kUnplannedReturn:
      return unplanned_return(chart);
    case ChartFact::kPressureInjury:
      return pressure_injury(chart, false);
    case ChartFact::kPressureInjuryStage2:
      return pressure_injury(chart, true);
    case ChartFact::kRescueSurvived:
      return rescues(chart);
    case ChartFact::kLongOrderStopped:
      return long_orders(chart);
    case ChartFact::kDaySurgery:
      return elective_surgeries(chart);
  }
  return {};
}

}  // namespace

FactCount count_fact(ChartFact fact, const Chart& chart) { return tally(fact, chart).count; }

std::vector<Span> places_of_fact(ChartFact fact, const Chart& chart) {
  return tally(fact, chart).places;
}

std::string_view id(ChartFact fact) { return id_in(kIds, fact); }

std::optional<ChartFact> chart_fact_from_id(std::string_view text) { return value_in(kIds, text); }

std::vector<std::string_view> chart_fact_ids() {
  std::vector<std::string_view> ids;
  for (const Entry<ChartFact>& entry : kIds) ids.push_back(entry.id);
  return ids;
}

}  // namespace emrlint
