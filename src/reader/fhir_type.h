// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_FHIR_TYPE_H_
#define EMRLINT_READER_FHIR_TYPE_H_

#include <cstdint>
#include <string_view>

namespace emrlint::fhir {

// The resource types that the reader knows; all others are passed over.
enum class Type : std::uint8_t {
  kOther, kAuditEvent, kBasic, kBundle, kCommunication, kComposition, kCondition,
  kDiagnosticReport, kDocumentReference, kEncounter, kFlag, kLocation, kMedication,
  kMedicationAdministration, kMedicationRequest, kNutritionOrder, kObservation, kOrganization,
  kPatient, kPractitioner, kPractitionerRole, kProcedure, kProvenance, kQuestionnaireResponse,
  kRelatedPerson, kServiceRequest, kSpecimen,
};
Type type_from_name(std::string_view name);

}  // namespace emrlint::fhir

#endif  // EMRLINT_READER_FHIR_TYPE_H_
