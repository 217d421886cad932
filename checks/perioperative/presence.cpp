// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/presence.h"

namespace emrlint::checks {
namespace {

std::string told(const Text& text) {
  return std::string(tells_apart(text.value) ? text.value : std::string_view());
}

}  // namespace

void emit_presence(const Chart& chart, const Presence& presence, Duration limit,
                   std::vector<Fact>& facts) {
  const Person& person = *presence.person;
  const Patient& patient = chart.patient;
  const std::string_view department =
      person.department.value.empty() ? presence.department : person.department.value;
  const std::string number = told(person.id), name = told(person.name);
  Fact fact;
  fact.kind = id(presence.role);
  fact.marks = {
      told(patient.id),       card_key(patient.id_card.value), told(patient.name), number, name,
      std::string(department)};
  fact.start = presence.start;
  fact.end = presence.end;
  fact.limit = limit;
  fact.subject = of_surgery(presence.surgery);
  fact.where = presence.where;
  if (!number.empty()) {
    facts.push_back(fact);
    facts.back().key = key_of({"number", hospital_of(chart), number});
  }
  if (!name.empty()) fact.key = key_of({"name", hospital_of(chart), name});
  if (!name.empty() || number.empty()) facts.push_back(std::move(fact));
}

}  // namespace emrlint::checks
