// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "reader/build.h"

namespace emrlint {
namespace {

// The staff table by id and by name; a name that two people bear tells nobody.
class Staff {
 public:
  explicit Staff(const std::vector<Person>& staff) {
    for (const Person& person : staff) {
      if (!person.id.value.empty()) by_id_.emplace(person.id.value, &person);
      if (person.name.value.empty()) continue;
      const auto [it, inserted] = by_name_.emplace(person.name.value, &person);
      if (!inserted) it->second = nullptr;
    }
  }

  const Person* find(const Person& person) const {
    const auto& table = person.id.value.empty() ? by_name_ : by_id_;
    const auto it = table.find(person.id.value.empty() ? person.name.value : person.id.value);
    return it == table.end() ? nullptr : it->second;
  }

 private:
  std::unordered_map<std::string_view, const Person*> by_id_, by_name_;
};

// The span stays where this person is named, so that a finding points at the document.
void fill_person(Person& person, const Staff& staff) {
  if (!person.known()) return;
  const Person* found = staff.find(person);
  if (found == nullptr) return;
  const Span place = person.span();
  if (person.name.value.empty()) person.name = {found->name.value, place};
  if (person.id.value.empty()) person.id = {found->id.value, place};
  if (person.title == Title::kUnknown) person.title = found->title;
  if (person.title_text.value.empty()) person.title_text = {found->title_text.value, place};
  if (person.department.value.empty()) person.department = {found->department.value, place};
  if (!person.licensed) person.licensed = found->licensed;
}

void fill_document(Document& document, const Staff& staff) {
  fill_person(document.author, staff);
  for (Signature& signature : document.signatures) fill_person(signature.person, staff);
  for (Participant& participant : document.participants) fill_person(participant.person, staff);
}

void fill_surgery(Surgery& surgery, const Staff& staff) {
  fill_person(surgery.surgeon, staff);
  fill_person(surgery.planned_surgeon, staff);
  fill_person(surgery.anesthesia.by, staff);
  for (Person& assistant : surgery.assistants) fill_person(assistant, staff);
}

void fill_checklist(Checklist& checklist, const Staff& staff) {
  for (Signature& signature : checklist.signatures) fill_person(signature.person, staff);
  for (ChecklistPhase& phase : checklist.phases) {
    for (Signature& signature : phase.signatures) fill_person(signature.person, staff);
  }
}

}  // namespace

void resolve_staff(Chart& chart) {
  if (chart.staff.empty()) return;
  const Staff staff(chart.staff);
  fill_person(chart.encounter.attending, staff);
  for (Document& document : chart.documents) fill_document(document, staff);
  for (Surgery& surgery : chart.surgeries) fill_surgery(surgery, staff);
  for (Checklist& checklist : chart.checklists) fill_checklist(checklist, staff);
  for (Procedure& procedure : chart.procedures) fill_person(procedure.by, staff);
  for (Consultation& consultation : chart.consultations) {
    fill_person(consultation.consultant, staff);
  }
  for (Handover& handover : chart.handovers) {
    fill_person(handover.from, staff);
    fill_person(handover.to, staff);
  }
  for (Order& order : chart.orders) {
    fill_person(order.by, staff);
    fill_person(order.executor, staff);
    fill_person(order.verifier, staff);
  }
}

}  // namespace emrlint
