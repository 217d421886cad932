// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "reader/fhir_resources.h"
#include "terminology/icd.h"

namespace emrlint::fhir {
namespace {

// The classification of diseases first: other systems stand beside it as its sources.
Coding diagnosis_coding(JsonValue code) {
  Coding first, icd;
  any_coding(code, [&](const Coding& coding) {
    if (!first) first = coding;
    if (coding.system.value.empty()) return false;
    if (diagnosis_system(coding.system.value) == CodeSystem::kOther) return false;
    icd = coding;
    return true;
  });
  return icd ? icd : first;
}

bool excluded(JsonValue verification) {
  return has_code(verification, "refuted") || has_code(verification, "entered-in-error");
}

}  // namespace

void read_condition(Record& record, const Resource& resource) {
  JsonValue verification, category, code, subject, encounter, onset, recorded, extension;
  take(resource.value,
       {{"verificationStatus", &verification}, {"category", &category}, {"code", &code},
        {"subject", &subject}, {"encounter", &encounter}, {"onsetDateTime", &onset},
        {"recordedDate", &recorded}, {"extension", &extension}});
  if (excluded(verification)) return;
  const Coding coding = diagnosis_coding(code);
  Diagnosis diagnosis;
  diagnosis.code = coding.code;
  diagnosis.name = or_else(code["text"].text(), coding.display);
  diagnosis.code_system = coding.system;
  diagnosis.tcm = diagnosis_system(coding.system.value) == CodeSystem::kTcm;
  diagnosis.span = diagnosis.name.value.empty() ? resource.where : diagnosis.name.span;
  JsonValue on_admission, tcm, syndrome;
  take_own(extension, {{"on-admission", &on_admission}, {"tcm", &tcm}, {"syndrome", &syndrome}});
  if (tcm.boolean() == true) diagnosis.tcm = true;
  diagnosis.syndrome = syndrome.boolean();
  diagnosis.on_admission = on_admission.text();

  const DiagnosisRole stated =
      diagnosis_role_from_id(own_code(category, "diagnosis-role").value)
          .value_or(DiagnosisRole::kUnknown);
  const auto by_condition = [](const DiagnosisUse& a, const DiagnosisUse& b) {
    return a.condition < b.condition;
  };
  const auto [first, last] =
      std::equal_range(record.diagnosis_uses.begin(), record.diagnosis_uses.end(),
                       DiagnosisUse{resource.number, 0, 0, {}}, by_condition);
  for (auto use = first; use != last; ++use) {
    diagnosis.role = use->role == DiagnosisRole::kUnknown ? stated : use->role;
    diagnosis.document = use->document;
    record.charts[use->chart].diagnoses.push_back(diagnosis);
  }
  if (first != last) return;
  Chart* const chart =
      record.enter(resource, encounter, subject, read_time(recorded ? recorded : onset));
  if (chart == nullptr) return;
  diagnosis.role = stated;
  chart->diagnoses.push_back(diagnosis);
}

}  // namespace emrlint::fhir
