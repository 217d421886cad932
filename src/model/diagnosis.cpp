// SPDX-License-Identifier: Apache-2.0
#include "model/diagnosis.h"

#include "model/enum_table.h"

namespace emrlint {
namespace {

constexpr Entry<DiagnosisRole> kDiagnosisRoleIds[] = {
    {DiagnosisRole::kUnknown, "unknown"},
    {DiagnosisRole::kOutpatient, "outpatient"},
    {DiagnosisRole::kAdmission, "admission"},
    {DiagnosisRole::kPreliminary, "preliminary"},
    {DiagnosisRole::kRevised, "revised"},
    {DiagnosisRole::kDischargePrincipal, "discharge-principal"},
    {DiagnosisRole::kDischargeOther, "discharge-other"},
    {DiagnosisRole::kDischarge, "discharge"},
    {DiagnosisRole::kPreop, "preop"},
    {DiagnosisRole::kIntraop, "intraop"},
    {DiagnosisRole::kPostop, "postop"},
    {DiagnosisRole::kPathology, "pathology"},
    {DiagnosisRole::kExternalCause, "external-cause"},
    {DiagnosisRole::kDeath, "death"},
    {DiagnosisRole::kOther, "other"},
};

}  // namespace

std::string_view id(DiagnosisRole value) { return id_in(kDiagnosisRoleIds, value); }
std::optional<DiagnosisRole> diagnosis_role_from_id(std::string_view text) {
  return value_in(kDiagnosisRoleIds, text);
}

}  // namespace emrlint
