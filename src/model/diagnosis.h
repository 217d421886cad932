// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_MODEL_DIAGNOSIS_H_
#define EMRLINT_MODEL_DIAGNOSIS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "model/fact.h"

namespace emrlint {

enum class DiagnosisRole : std::uint8_t {
  kUnknown, kOutpatient, kAdmission, kPreliminary, kRevised, kDischargePrincipal, kDischargeOther,
  kDischarge,  // at discharge, rank not stated
  kPreop, kIntraop, kPostop, kPathology, kExternalCause, kDeath, kOther,
};

// As a document or the front page gives it.
struct Diagnosis {
  DiagnosisRole role = DiagnosisRole::kUnknown;
  Text code, name, code_system;
  Text on_admission;     // yes, uncertain, unknown, no; or 1-4 as written
  bool tcm = false;      // GB/T 15657: not judged by the rules for ICD-10
  std::optional<bool> syndrome = {};  // Of a TCM diagnosis: 证候, false for 病名.
  std::uint32_t document = 0xffffffff;  // Index into Chart::documents; none for chart data.
  Span span;
};

std::string_view id(DiagnosisRole);
std::optional<DiagnosisRole> diagnosis_role_from_id(std::string_view);

}  // namespace emrlint

#endif  // EMRLINT_MODEL_DIAGNOSIS_H_
