// SPDX-License-Identifier: Apache-2.0
#include "checks/signature/patient_side.h"

#include <algorithm>
#include <string_view>

#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

// BL 10: to save a life an officer of the hospital may sign where nobody of the patient's side can.
bool to_save_a_life(const Chart& chart, const Document& document) {
  if (!chart.rescues.empty()) return true;
  const auto surgeries = surgeries_of(chart, document);
  return std::any_of(surgeries.begin(), surgeries.end(), [](const Surgery* surgery) {
    const Urgency urgency = surgery->urgency.value;
    return urgency == Urgency::kEmergency || urgency == Urgency::kLifeSaving;
  });
}

}  // namespace

Signs signs_for_patient(const Chart& chart, const Document& document, const Signature& signature) {
  if (is_patient_side(signature.role)) return Signs::kYes;
  const std::string_view name = chart.patient.name.value;
  if (!name.empty() && signature.person.name.value == name) return Signs::kYes;
  switch (signature.role) {
    case Role::kUnknown:
      return is_physician(chart.title_of(signature.person)) ? Signs::kNo : Signs::kUnknown;
    case Role::kDirector:
    case Role::kReviewer:
    case Role::kWitness:
    case Role::kInformant:
      return Signs::kUnknown;
    case Role::kChief:
    case Role::kSuperior:
      return to_save_a_life(chart, document) ? Signs::kUnknown : Signs::kNo;
    default:
      return Signs::kNo;
  }
}

}  // namespace emrlint::checks
