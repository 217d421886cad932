// SPDX-License-Identifier: Apache-2.0
#include "checks/integrity/care_team.h"

#include <algorithm>

namespace emrlint::checks {

CareTeam::CareTeam(const Chart& chart) {
  add(chart.encounter.attending);
  add_department(chart.encounter.department.value);
  add_department(chart.encounter.ward.value);
  add_documents(chart);
  add_events(chart);
}

bool CareTeam::has_department(std::string_view department) const {
  // 心内科 and 心内科一病区.
  return std::any_of(departments_.begin(), departments_.end(), [&](std::string_view own) {
    return own.starts_with(department) || department.starts_with(own);
  });
}

void CareTeam::add(const Person& person) {
  if (!person.id.value.empty()) people_.insert(person.id.value);
  if (!person.name.value.empty()) people_.insert(person.name.value);
}

void CareTeam::add_department(std::string_view department) {
  if (!department.empty()) departments_.push_back(department);
}

void CareTeam::add_documents(const Chart& chart) {
  for (const Document& document : chart.documents) {
    add(document.author);
    for (const Signature& signature : document.signatures) {
      if (!is_patient_side(signature.role)) add(signature.person);
    }
    for (const Participant& participant : document.participants) add(participant.person);
    add_department(document.header.department.value);
  }
  for (const Checklist& checklist : chart.checklists) {
    for (const Signature& signature : checklist.signatures) add(signature.person);
    for (const ChecklistPhase& phase : checklist.phases) {
      for (const Signature& signature : phase.signatures) add(signature.person);
    }
  }
}

void CareTeam::add_events(const Chart& chart) {
  for (const Order& order : chart.orders) {
    for (const Person* person : {&order.by, &order.executor, &order.verifier}) add(*person);
  }
  for (const Surgery& surgery : chart.surgeries) {
    add(surgery.surgeon);
    add(surgery.planned_surgeon);
    add(surgery.anesthesia.by);
    for (const Person& assistant : surgery.assistants) add(assistant);
  }
  for (const Procedure& procedure : chart.procedures) add(procedure.by);
  for (const Consultation& consultation : chart.consultations) {
    add(consultation.consultant);
    add_department(consultation.department.value);
    add_department(consultation.from_department.value);
  }
  for (const Transfer& transfer : chart.transfers) {
    add_department(transfer.from.value);
    add_department(transfer.to.value);
  }
  for (const Handover& handover : chart.handovers) {
    add(handover.from);
    add(handover.to);
  }
}

}  // namespace emrlint::checks
