// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string_view>

#include "terminology/ws500.h"

namespace emrlint {
namespace {

struct Case {
  DocType document;
  SectionType section;
  std::string_view element;
  std::string_view display_name;
  SectionType expected;
};

void check(const Case& c) {
  CAPTURE(id(c.document));
  CAPTURE(id(c.section));
  CAPTURE(c.element);
  CAPTURE(c.display_name);
  CHECK(id(ws500_element_field(c.document, c.section, c.element, c.display_name)) ==
        id(c.expected));
}

TEST_CASE("a first progress note keeps its parts in two coded sections") {
  using enum SectionType;
  const auto doc = DocType::kFirstProgressNote;
  const Case cases[] = {
      {doc, kDiagnosticDiscussion, "DE05.10.133.00", "病例特点", kCaseFeatures},
      {doc, kDiagnosticDiscussion, "DE02.10.028.00", "中医“四诊”观察结果", kTcmExam},
      {doc, kDiagnosticDiscussion, "DE05.01.070.00", "诊断依据", kDiagnosisBasis},
      {doc, kDiagnosticDiscussion, "DE05.01.024.00", "初步诊断-西医诊断编码",
       kPreliminaryDiagnosis},
      {doc, kDiagnosticDiscussion, "DE05.10.130.00", "", kPreliminaryDiagnosis},
      {doc, kDiagnosticDiscussion, "DE05.01.025.00", "鉴别诊断-西医诊断名称",
       kDifferentialDiagnosis},
      {doc, kTreatmentPlan, "DE05.01.025.00", "诊疗计划", kTreatmentPlan},
      {doc, kTreatmentPlan, "DE05.01.025.00", "", kTreatmentPlan},
      {doc, kTreatmentPlan, "DE05.01.025.00", "鉴别诊断-西医诊断名称", kDifferentialDiagnosis},
      {doc, kTreatmentPlan, "DE06.00.300.00", "治则治法", kTreatmentPrinciple},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("what is said before a surgery") {
  using enum SectionType;
  const Case cases[] = {
      {DocType::kPreopDiscussion, kSurgicalPlan, "DE06.00.340.00", "手术指征", kSurgicalIndication},
      {DocType::kPreopDiscussion, kSurgicalPlan, "DE06.00.301.00", "手术方案", kSurgicalPlan},
      {DocType::kPreopDiscussion, kSurgicalPlan, "DE06.00.254.00", "手术要点", kSurgicalKeyPoints},
      {DocType::kPreopDiscussion, kSurgicalPlan, "DE06.00.271.00", "术前准备", kPreopPreparation},
      {DocType::kPreopDiscussion, kPlannedProcedure, "DE06.00.073.00", "拟实施麻醉方法代码",
       kPlannedAnesthesia},
      {DocType::kPreopDiscussion, kPlannedProcedure, "DE06.00.094.00", "", kPlannedProcedure},
      {DocType::kPreopDiscussion, kDiscussionSummary, "DE06.00.018.00", "讨论意见",
       kDiscussionOpinion},
      {DocType::kPreopDiscussion, kDiscussionSummary, "DE06.00.018.00", "讨论结论",
       kDiscussionSummary},
      {DocType::kPreopSummary, kSurgicalIndication, "DE05.10.151.00", "手术适应证",
       kSurgicalIndication},
      {DocType::kPreopSummary, kSurgicalIndication, "DE05.10.141.00", "手术禁忌症",
       kContraindication},
      {DocType::kPreopSummary, kConsultationOpinion, "DE06.00.018.00", "", kConsultationOpinion},
      {DocType::kOperationConsent, kTreatmentPlan, "DE06.00.301.00", "替代方案", kAlternativePlan},
      {DocType::kOperationConsent, kPatientOpinion, "DE06.00.018.00", "患者的意见",
       kPatientOpinion},
      {DocType::kOperationConsent, kPatientOpinion, "DE06.00.018.00", "医疗机构的意见",
       kInstitutionStatement},
      {DocType::kOperationConsent, kSurgicalRisk, "DE05.01.075.00", "", kSurgicalRisk},
      {DocType::kAnesthesiaConsent, kRisk, "DE05.01.075.00", "", kRisk},
      {DocType::kTransfusionConsent, kTreatmentPlan, "DE06.00.340.00", "", kTransfusionIndication},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("one data element means different things") {
  using enum SectionType;
  const Case cases[] = {
      {DocType::kOperationRecord, kOperationCourse, "DE05.10.063.00", "手术过程描述",
       kOperationCourse},
      {DocType::kAnesthesiaRecord, kAnesthesia, "DE05.10.063.00", "穿刺过程", kAnesthesiaCourse},
      {DocType::kPostopFirstNote, kPostopDiagnosis, "DE05.10.063.00", "", kDiagnosisBasis},
      {DocType::kSeniorRoundNote, kRoundOpinion, "DE05.10.148.00", "查房记录", kRoundOpinion},
      {DocType::kDischargeRecord, kAdmissionCondition, "DE05.10.148.00", "", kAdmissionCondition},
      {DocType::kHandoverRecord, kTreatmentPlan, "DE06.00.298.00", "", kHandoverPlan},
      {DocType::kTransferRecord, kTreatmentPlan, "DE06.00.298.00", "", kTransferInPlan},
      {DocType::kDischargeRecord, kDischargeDiagnosis, "DE06.00.287.00", "出院医嘱",
       kDischargeOrders},
      {DocType::kProgressNote, kOrders, "DE06.00.287.00", "医嘱内容", kOrders},
      {DocType::kAnesthesiaPreopVisit, kTreatmentPlan, "DE06.00.287.00", "术前麻醉医嘱",
       kAnesthesiaOrders},
      {DocType::kRescueRecord, kRescueMeasures, "DE06.00.094.00", "抢救措施", kRescueMeasures},
      {DocType::kRescueRecord, kRescueMeasures, "DE06.00.094.00", "手术及操作名称", kProcedureName},
      {DocType::kExamReport, kExamReport, "DE04.50.131.00", "检查报告结果-客观所见", kResult},
      {DocType::kExamReport, kExamReport, "DE04.50.131.00", "检查报告结果-主观提示", kImpression},
      {DocType::kEmergencyObservationRecord, kRescueMeasures, "DE06.00.181.00", "",
       kRescueMeasures},
      {DocType::kEmergencyObservationRecord, kCourse, "DE06.00.181.00", "", kCourse},
      {DocType::kAdmissionAssessment, kAllergy, "DE04.01.118.00", "", kAllergy},
      {DocType::kAdmissionRecord, kPhysicalExam, "DE08.10.061.00", "专科情况", kSpecialtyExam},
      {DocType::kVitalSignsRecord, kNursingObservation, "DE02.10.028.00", "", kNursingObservation},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("a diagnosis is the one that its name, else its section says") {
  using enum SectionType;
  const Case cases[] = {
      {DocType::kAdmissionRecord, kPreliminaryDiagnosis, "DE05.01.025.00", "修正诊断-西医诊断名称",
       kRevisedDiagnosis},
      {DocType::kAdmissionRecord, kPreliminaryDiagnosis, "DE05.01.024.00", "补充诊断-西医诊断编码",
       kSupplementaryDiagnosis},
      {DocType::kFrontPage, kOutpatientDiagnosis, "DE05.01.025.00", "门（急）诊诊断名称",
       kOutpatientDiagnosis},
      {DocType::kFrontPage, kOutpatientDiagnosis, "DE05.01.024.00", "病理诊断-疾病编码",
       kPathologyDiagnosis},
      {DocType::kFrontPage, kDischargeDiagnosis, "DE05.01.024.00", "出院诊断-其他诊断疾病编码",
       kDischargeDiagnosis},
      {DocType::kOperationRecord, kPostopDiagnosis, "DE05.01.024.00", "", kPostopDiagnosis},
      // The standard gives both sections of a discharge record the same code.
      {DocType::kDischargeRecord, kAdmissionDiagnosis, "DE05.01.024.00", "出院诊断-西医诊断编码",
       kDischargeDiagnosis},
      {DocType::kDeathRecord, kDeathCause, "DE05.01.025.00", "", kDeathCause},
      {DocType::kDeathRecord, kAdmissionDiagnosis, "DE05.01.024.00", "死亡诊断编码",
       kDeathDiagnosis},
      {DocType::kDeathCaseDiscussion, kDeathDiagnosis, "DE05.01.021.00", "", kDeathDiagnosis},
      {DocType::kDeathCaseDiscussion, kDeathCause, "DE05.01.021.00", "", kDeathCause},
      {DocType::kLabReport, kDiagnosis, "DE05.01.024.00", "诊断代码", kDiagnosis},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("values, flags and identifiers are nothing but data elements") {
  using enum SectionType;
  const Case cases[] = {
      {DocType::kAdmissionRecord, kVitalSigns, "DE04.10.186.00", "体温", kUnknown},
      {DocType::kAdmissionRecord, kPastHistory, "DE05.10.119.00", "患者传染性标志", kUnknown},
      {DocType::kOperationRecord, kProcedures, "DE06.00.255.00", "手术级别", kUnknown},
      {DocType::kDischargeRecord, kDischargeDiagnosis, "DE06.00.017.00", "出院日期时间", kUnknown},
      {DocType::kInpatientOrders, kOrders, "DE06.00.179.00", "医嘱备注信息", kUnknown},
      {DocType::kAdmissionRecord, kVitalSigns, "", "", kUnknown},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("only for an id that nobody knows the words beside it decide") {
  using enum SectionType;
  check({DocType::kPreopDiscussion, kSurgicalPlan, "HOSPITAL.17", "应急预案", kContingencyPlan});
  check(
      {DocType::kPreopDiscussion, kSurgicalPlan, "DE06.0.340.00", "手术指征", kSurgicalIndication});
  check({DocType::kPreopDiscussion, kSurgicalPlan, "HOSPITAL.18", "本院自定义", kUnknown});
}

TEST_CASE("ws500: whether a document has a place for a section") {
  CHECK(ws500_has_place(DocType::kAdmissionRecord, SectionType::kChiefComplaint));
  CHECK(ws500_has_place(DocType::kAdmissionRecord, SectionType::kMaritalHistory));  // An element.
  CHECK_FALSE(ws500_has_place(DocType::kPostopFirstNote, SectionType::kPostopMeasures));
  CHECK_FALSE(ws500_has_place(DocType::kCesareanRecord, SectionType::kPostopDiagnosis));
  CHECK(ws500_has_place(DocType::kSafetyChecklist, SectionType::kPostopMeasures));
}

}  // namespace
}  // namespace emrlint
