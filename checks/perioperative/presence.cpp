// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/presence.h"

#include <string>

namespace emrlint::checks {
namespace {

std::string joined(std::string_view a, std::string_view b, std::string_view c) {
  return std::string(a).append("\x1f").append(b).append("\x1f").append(c);
}

}  // namespace

void emit_presence(const Chart& chart, const Presence& presence, Duration limit,
                   std::vector<Fact>& facts) {
  const Person& person = *presence.person;
  const Patient& patient = chart.patient;
  const std::string_view hospital = chart.institution.id.value.empty()
                                        ? chart.institution.name.value
                                        : chart.institution.id.value;
  const std::string_view department =
      person.department.value.empty() ? presence.department : person.department.value;
  Fact fact;
  fact.kind = id(presence.role);
  fact.marks = {std::string(patient.id.value),   std::string(patient.id_card.value),
                std::string(patient.name.value), std::string(person.id.value),
                std::string(person.name.value),  std::string(department)};
  fact.start = presence.start;
  fact.end = presence.end;
  fact.limit = limit;
  fact.subject = of_surgery(presence.surgery);
  fact.where = presence.where;
  if (!person.known()) return facts.push_back(std::move(fact));
  if (!person.name.value.empty()) {
    facts.push_back(fact);
    facts.back().key = joined("name", hospital, person.name.value);
  }
  if (person.id.value.empty()) return;
  fact.key = joined("number", hospital, person.id.value);
  facts.push_back(std::move(fact));
}

}  // namespace emrlint::checks
