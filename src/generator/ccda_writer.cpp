// SPDX-License-Identifier: Apache-2.0
#include "generator/ccda_writer.h"

#include <string>

#include "generator/ccda_parts.h"

namespace emrlint {
namespace {

using S = SectionType;

constexpr S kCcdSections[] = {S::kAllergy,         S::kMedication,    S::kProblemList,
                              S::kProcedures,      S::kLaboratory,    S::kVitalSigns,
                              S::kPersonalHistory, S::kFamilyHistory, S::kFunctionalStatus,
                              S::kTreatmentPlan};
constexpr S kHistorySections[] = {S::kChiefComplaint, S::kPresentIllness,  S::kPastHistory,
                                  S::kAllergy,        S::kMedication,      S::kPersonalHistory,
                                  S::kFamilyHistory,  S::kReviewOfSystems, S::kVitalSigns,
                                  S::kPhysicalExam,   S::kLaboratory,      S::kProblemList,
                                  S::kProcedures,     S::kAssessment,      S::kTreatmentPlan};
constexpr S kProgressSections[] = {S::kPresentIllness, S::kVitalSigns,   S::kPhysicalExam,
                                   S::kLaboratory,     S::kMedication,   S::kProblemList,
                                   S::kAssessment,     S::kTreatmentPlan};
constexpr S kOperationSections[] = {S::kPreopDiagnosis,
                                    S::kPostopDiagnosis,
                                    S::kSurgicalIndication,
                                    S::kAnesthesia,
                                    S::kProcedures,
                                    S::kOperationCourse,
                                    S::kFindingsAndHandling,
                                    S::kComplication,
                                    S::kBloodLoss,
                                    S::kSpecimen,
                                    S::kImplants,
                                    S::kDrainage,
                                    S::kDisposition,
                                    S::kVitalSigns,
                                    S::kMedicationAdministration};
constexpr S kDischargeSections[] = {
    S::kAdmissionDiagnosis, S::kDischargeDiagnosis,  S::kTreatmentCourse,  S::kAllergy,
    S::kProblemList,        S::kDischargeMedication, S::kProcedures,       S::kLaboratory,
    S::kVitalSigns,         S::kDischargeCondition,  S::kFunctionalStatus, S::kTreatmentPlan,
    S::kDischargeOrders};
constexpr S kConsultationSections[] = {
    S::kReferralReason, S::kPresentIllness, S::kPastHistory, S::kAllergy,    S::kMedication,
    S::kPhysicalExam,   S::kVitalSigns,     S::kLaboratory,  S::kAssessment, S::kTreatmentPlan};
constexpr S kProcedureSections[] = {
    S::kSurgicalIndication,       S::kAnesthesia,   S::kProcedures,
    S::kOperationCourse,          S::kComplication, S::kPostopDiagnosis,
    S::kMedicationAdministration, S::kVitalSigns,   S::kTreatmentPlan};

constexpr CcdaKind kKinds[] = {
    {DocType::kCcd, kCcdSections},
    {DocType::kHistoryAndPhysical, kHistorySections},
    {DocType::kProgressNote, kProgressSections},
    {DocType::kOperationRecord, kOperationSections},
    {DocType::kDischargeRecord, kDischargeSections},
    {DocType::kConsultationRecord, kConsultationSections},
    {DocType::kProcedureNote, kProcedureSections},
};

std::string write_document(const Chart& chart, const Document& document, const CcdaKind& kind) {
  XmlWriter xml;
  {
    const XmlScope root(xml, "ClinicalDocument",
                        {{"xmlns", "urn:hl7-org:v3"},
                         {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                         {"xmlns:sdtc", "urn:hl7-org:sdtc"}});
    write_ccda_header(xml, chart, document, kind);
    const XmlScope component(xml, "component");
    const XmlScope body(xml, "structuredBody");
    write_ccda_body(xml, chart, document, kind);
  }
  return xml.result();
}

}  // namespace

DocType ccda_type(DocType type) {
  switch (type) {
    case DocType::kCcd:
    case DocType::kRecordSummary:
    case DocType::kFrontPage:
    case DocType::kStageSummary:
      return DocType::kCcd;
    case DocType::kHistoryAndPhysical:
    case DocType::kAdmissionRecord:
    case DocType::kAdmissionDischarge24h:
    case DocType::kAdmissionDeath24h:
      return DocType::kHistoryAndPhysical;
    case DocType::kFirstProgressNote:
    case DocType::kProgressNote:
    case DocType::kSeniorRoundNote:
    case DocType::kPostopFirstNote:
    case DocType::kPreopSummary:
    case DocType::kRescueRecord:
      return DocType::kProgressNote;
    case DocType::kOperationRecord:
      return DocType::kOperationRecord;
    case DocType::kDischargeRecord:
    case DocType::kDischargeSummary:
    case DocType::kDeathRecord:
      return DocType::kDischargeRecord;
    case DocType::kConsultationRecord:
      return DocType::kConsultationRecord;
    case DocType::kProcedureNote:
    case DocType::kInvasiveProcedureNote:
    case DocType::kTreatmentRecord:
      return DocType::kProcedureNote;
    default:
      return DocType::kUnknown;
  }
}

const CcdaKind* ccda_kind(DocType type) {
  const DocType wanted = ccda_type(type);
  for (const CcdaKind& kind : kKinds) {
    if (kind.type == wanted) return &kind;
  }
  return nullptr;
}

std::vector<GeneratedFile> write_ccda(const Chart& chart) {
  std::vector<GeneratedFile> files;
  for (const Document& document : chart.documents) {
    const CcdaKind* const kind = ccda_kind(document.type);
    if (kind == nullptr) continue;
    files.push_back({std::string(document.id.value) + "-" + std::string(kind->form().code) + ".xml",
                     write_document(chart, document, *kind)});
  }
  return files;
}

}  // namespace emrlint
