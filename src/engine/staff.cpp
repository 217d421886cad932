// SPDX-License-Identifier: Apache-2.0
#include "engine/staff.h"

#include <optional>
#include <unordered_set>
#include <utility>

namespace emrlint {
namespace {

void fill(Text& text, std::string_view value) {
  if (text.value.empty()) text.value = value;
}

class Supplement {
 public:
  Supplement(Chart& chart, const Tables& tables) : chart_(chart), tables_(tables) {}

  void run() {
    for (std::size_t i = 0; i < chart_.staff.size(); ++i) complete(chart_.staff[i]);
    add(chart_.encounter.attending);
    for (const Document& document : chart_.documents) {
      add(document.author);
      add(document.signatures);
      for (const Participant& one : document.participants) add(one.person);
    }
    for (const Surgery& surgery : chart_.surgeries) {
      for (const Person* one :
           {&surgery.surgeon, &surgery.planned_surgeon, &surgery.anesthesia.by}) {
        add(*one);
      }
      for (const Person& one : surgery.assistants) add(one);
    }
    for (const Checklist& form : chart_.checklists) {
      add(form.signatures);
      for (const ChecklistPhase& phase : form.phases) add(phase.signatures);
    }
    for (const Order& order : chart_.orders) {
      for (const Person* one : {&order.by, &order.executor, &order.verifier}) add(*one);
    }
    for (const Procedure& procedure : chart_.procedures) add(procedure.by);
    for (const Consultation& one : chart_.consultations) add(one.consultant);
    for (const Round& round : chart_.rounds) add(round.by);
    for (const Handover& one : chart_.handovers) {
      add(one.from);
      add(one.to);
    }
    for (const AuditEvent& event : chart_.audit) add_account(event.account.value);
  }

 private:
  void add(const std::vector<Signature>& signatures) {
    for (const Signature& one : signatures) {
      if (!is_patient_side(one.role)) add(one.person);
    }
  }

  void add(const Person& person) {
    if (!person.known() || !fresh(person)) return;
    const StaffEntry* row = row_of(person.id.value, person.name.value);
    if (row == nullptr || chart_.staff_member(person) != nullptr) return;
    Person& member = chart_.staff.emplace_back(person);
    member.title = Title::kUnknown;
    complete(member, *row);
  }

  // The account of a log is an id or a name.
  void add_account(std::string_view account) {
    Person person;
    person.id.value = account;
    if (row_of(account, {}) != nullptr) return add(person);
    person.name.value = std::exchange(person.id.value, {});
    add(person);
  }

  // Not asked for before.
  bool fresh(const Person& person) {
    const bool by_id = !person.id.value.empty();
    return (by_id ? ids_ : names_).insert(by_id ? person.id.value : person.name.value).second;
  }

  void complete(Person& member) {
    const StaffEntry* row = row_of(member.id.value, member.name.value);
    if (row != nullptr) complete(member, *row);
  }

  static void complete(Person& member, const StaffEntry& row) {
    fill(member.id, row.id);
    fill(member.name, row.name);
    fill(member.department, row.department);
    if (member.title == Title::kUnknown) member.title = row.title;
  }

  // The only one in force; null for several people of a name.
  const StaffEntry* row_of(std::string_view id, std::string_view name) const {
    const TimeFact& admitted = chart_.encounter.admitted;
    const std::optional<Time> at = admitted ? std::optional<Time>(admitted.value()) : std::nullopt;
    const StaffEntry* found = nullptr;
    for (const StaffEntry* row : tables_.staff().find(id, name)) {
      if (row->valid.covers(at) != Within::kYes) continue;
      if (found != nullptr) return nullptr;
      found = row;
    }
    return found;
  }

  Chart& chart_;
  const Tables& tables_;
  std::unordered_set<std::string_view> ids_, names_;
};

}  // namespace

void supplement_staff(Chart& chart, const Tables& tables) {
  if (tables.has(TableKind::kStaff)) Supplement(chart, tables).run();
}

}  // namespace emrlint
