// SPDX-License-Identifier: Apache-2.0
#include "checks/signature/people.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "checks/consistency/names.h"
#include "model/ordered.h"

namespace emrlint::checks {

namespace {

// 赵三 and 赵三主任医师, 赵三 and 赵三、王二.
bool holds(std::string_view a, std::string_view b) {
  return a.find(b) != a.npos || b.find(a) != b.npos;
}

}  // namespace

SamePerson same_signer(const Person& a, const Person& b) {
  const bool ids = !a.id.value.empty() && !b.id.value.empty();
  const bool names = !a.name.value.empty() && !b.name.value.empty();
  if (names && (masked(a.name.value) || masked(b.name.value))) return SamePerson::kUnknown;
  if (!ids && !names) return SamePerson::kUnknown;
  const bool one_name = names && same_name(a.name.value, b.name.value);
  if (names && !one_name && holds(a.name.value, b.name.value)) return SamePerson::kUnknown;
  if (!ids) return one_name ? SamePerson::kYes : SamePerson::kNo;
  const bool one_id = a.id.value == b.id.value;
  if (names && one_id != one_name) return SamePerson::kUnknown;
  return one_id ? SamePerson::kYes : SamePerson::kNo;
}

bool is_staff(Role role) {
  return !is_patient_side(role) && role != Role::kWitness && role != Role::kInformant;
}

bool is_nurse(Role role) {
  return role == Role::kNurse || role == Role::kScrubNurse || role == Role::kCirculatingNurse;
}

bool is_physician(Title title) { return title >= Title::kStudent && title <= Title::kChief; }

bool namesakes(const Chart& chart, const Person& person) {
  if (!person.id.value.empty()) return false;
  const auto same = [&](const Person& member) { return member.name.value == person.name.value; };
  return std::count_if(chart.staff.begin(), chart.staff.end(), same) > 1;
}

Registered registered(const Chart& chart, const Person& person) {
  if (namesakes(chart, person)) return Registered::kUnknown;
  const Person* member = chart.staff_member(person);
  const std::optional<bool> licensed =
      member != nullptr && member->licensed ? member->licensed : person.licensed;
  const Title title = chart.title_of(person);
  if (title == Title::kStudent || title == Title::kTrainee) return Registered::kNo;
  if (licensed) return *licensed ? Registered::kYes : Registered::kNo;
  return title == Title::kUnknown || title == Title::kOther ? Registered::kUnknown
                                                            : Registered::kYes;
}

std::vector<const Document*> current_documents(const Chart& chart) {
  std::unordered_set<std::string_view> replaced;
  for (const Document& document : chart.documents) {
    for (const RelatedDocument& related : document.related) {
      if (related.replaces) replaced.insert(related.id.value);
    }
  }
  replaced.erase(std::string_view());
  std::vector<const Document*> current;
  for (const Document& document : chart.documents) {
    if (!replaced.contains(document.id.value)) current.push_back(&document);
  }
  return current;
}

std::vector<const Surgery*> surgeries_of(const Chart& chart, const Document& document) {
  std::vector<const Surgery*> found;
  for (const std::uint32_t index : document.surgeries) found.push_back(&chart.surgeries[index]);
  if (found.empty() && only_surgery(chart, 0)) found.push_back(&chart.surgeries.front());
  return found;
}

Personal name_of(const Person& person) {
  return {person.name.value.empty() ? person.id.value : person.name.value};
}

}  // namespace emrlint::checks
