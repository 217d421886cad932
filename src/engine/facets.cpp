// SPDX-License-Identifier: Apache-2.0
#include "engine/facets.h"

#include <chrono>
#include <string_view>

#include <fmt/format.h>

#include "check/discharge_diagnoses.h"
#include "check/fact.h"
#include "check/visit.h"
#include "model/enum_table.h"

namespace emrlint {
namespace {

constexpr Entry<Facet> kIds[] = {
    {Facet::kHospital, "hospital"}, {Facet::kDepartment, "department"}, {Facet::kDoctor, "doctor"},
    {Facet::kDisease, "disease"},   {Facet::kMonth, "month"},
};

std::string_view told(std::string_view text) {
  return tells_apart(text) ? text : std::string_view();
}

std::string_view discharge_department(const Chart& chart) {
  for (const FrontPageField& field : chart.front_page) {
    if (field.item != FrontPageItem::kDischargeDepartment) continue;
    if (const std::string_view name = told(field.value.value); !name.empty()) return name;
  }
  return {};
}

// Where the last transfer led; one without a time counts in the order of the chart.
std::string_view last_transfer(const Chart& chart) {
  const Transfer* last = nullptr;
  for (const Transfer& transfer : chart.transfers) {
    if (told(transfer.to.value).empty()) continue;
    const bool earlier = last != nullptr && transfer.at && last->at &&
                         certainly_before(transfer.at->value, last->at->value);
    if (!earlier) last = &transfer;
  }
  return last == nullptr ? std::string_view() : last->to.value;
}

std::string_view department_of(const Chart& chart) {
  if (const auto name = discharge_department(chart); !name.empty()) return name;
  if (const auto name = last_transfer(chart); !name.empty()) return name;
  return told(chart.encounter.department.value);
}

std::string_view person_of(const Person& person) {
  const std::string_view id = told(person.id.value);
  return id.empty() ? told(person.name.value) : id;
}

std::string month_of(const TimeFact& fact) {
  if (!fact.known() || fact.value().precision < Precision::kMonth) return {};
  const std::chrono::year_month_day day(fact.value().local_day());
  return fmt::format("{:04}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()));
}

std::string month_of(const Chart& chart) {
  const Encounter& stay = chart.encounter;
  if (stay.discharged.known()) return month_of(stay.discharged);
  if (stay.died.known()) return month_of(stay.died);
  return is_visit(chart) ? month_of(stay.admitted) : std::string();
}

}  // namespace

Facets facets_of(const Chart& chart) {
  return {std::string(told(hospital_of(chart))), std::string(department_of(chart)),
          std::string(person_of(chart.encounter.attending)), std::string(principal_category(chart)),
          month_of(chart)};
}

std::string Facets::*member(Facet facet) {
  constexpr std::string Facets::*kMembers[] = {&Facets::hospital, &Facets::department,
                                               &Facets::doctor, &Facets::disease, &Facets::month};
  return kMembers[static_cast<std::size_t>(facet)];
}

std::string_view id(Facet facet) { return id_in(kIds, facet); }

Bilingual name(Facet facet) {
  constexpr Bilingual kNames[] = {{"医院", "Hospital"},
                                  {"科室", "Department"},
                                  {"主管医师", "Physician"},
                                  {"病种", "Disease"},
                                  {"月份", "Month"}};
  return kNames[static_cast<std::size_t>(facet)];
}

std::optional<Facet> facet_from_id(std::string_view text) { return value_in(kIds, text); }

std::vector<std::string_view> facet_ids() {
  std::vector<std::string_view> ids;
  for (const Entry<Facet>& entry : kIds) ids.push_back(entry.id);
  return ids;
}

}  // namespace emrlint
