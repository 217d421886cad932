// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/presence.h"

namespace emrlint::checks {

void emit_presence(const Chart& chart, const Presence& presence, Duration limit,
                   std::vector<Fact>& facts) {
  const Person& person = *presence.person;
  const Patient& patient = chart.patient;
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
    facts.back().key = key_of({"name", hospital_of(chart), person.name.value});
  }
  if (person.id.value.empty()) return;
  fact.key = key_of({"number", hospital_of(chart), person.id.value});
  facts.push_back(std::move(fact));
}

}  // namespace emrlint::checks
