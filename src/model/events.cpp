// SPDX-License-Identifier: Apache-2.0
#include "model/events.h"

#include "model/enum_table.h"

namespace emrlint {
namespace {

constexpr Entry<Urgency> kUrgencyIds[] = {
    {Urgency::kUnknown, "unknown"},
    {Urgency::kElective, "elective"},
    {Urgency::kUrgent, "urgent"},
    {Urgency::kEmergency, "emergency"},
    {Urgency::kLifeSaving, "life-saving"},
};

constexpr Entry<Side> kSideIds[] = {
    {Side::kUnknown, "unknown"},
    {Side::kLeft, "left"},
    {Side::kRight, "right"},
    {Side::kBoth, "both"},
    {Side::kNone, "none"},
};

constexpr Entry<AnesthesiaKind> kAnesthesiaKindIds[] = {
    {AnesthesiaKind::kUnknown, "unknown"},
    {AnesthesiaKind::kGeneral, "general"},
    {AnesthesiaKind::kNeuraxial, "neuraxial"},
    {AnesthesiaKind::kNerveBlock, "nerve-block"},
    {AnesthesiaKind::kLocal, "local"},
    {AnesthesiaKind::kSedation, "sedation"},
    {AnesthesiaKind::kCombined, "combined"},
    {AnesthesiaKind::kOther, "other"},
};

constexpr Entry<ConsultationKind> kConsultationKindIds[] = {
    {ConsultationKind::kUnknown, "unknown"},
    {ConsultationKind::kRoutine, "routine"},
    {ConsultationKind::kUrgent, "urgent"},
    {ConsultationKind::kExternal, "external"},
    {ConsultationKind::kMultidisciplinary, "multidisciplinary"},
};

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

std::string_view id(Urgency value) { return id_in(kUrgencyIds, value); }
std::optional<Urgency> urgency_from_id(std::string_view text) {
  return value_in(kUrgencyIds, text);
}
std::string_view id(Side value) { return id_in(kSideIds, value); }
std::optional<Side> side_from_id(std::string_view text) {
  return value_in(kSideIds, text);
}
std::string_view id(AnesthesiaKind value) { return id_in(kAnesthesiaKindIds, value); }
std::optional<AnesthesiaKind> anesthesia_from_id(std::string_view text) {
  return value_in(kAnesthesiaKindIds, text);
}
std::string_view id(ConsultationKind value) { return id_in(kConsultationKindIds, value); }
std::optional<ConsultationKind> consultation_from_id(std::string_view text) {
  return value_in(kConsultationKindIds, text);
}
std::string_view id(DiagnosisRole value) { return id_in(kDiagnosisRoleIds, value); }
std::optional<DiagnosisRole> diagnosis_role_from_id(std::string_view text) {
  return value_in(kDiagnosisRoleIds, text);
}

}  // namespace emrlint
