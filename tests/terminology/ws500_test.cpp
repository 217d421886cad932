// SPDX-License-Identifier: Apache-2.0
#include "terminology/ws500.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "terminology/data_elements.h"

namespace emrlint {
namespace {

TEST_CASE("each of the 53 documents is found by its code and by its template") {
  int documents = 0;
  for (std::size_t i = 0; i < kDocTypeCount; ++i) {
    const auto type = static_cast<DocType>(i);
    const int part = wst_number(type);
    CAPTURE(id(type));
    CHECK(ws500_code(type).empty() == (part == 0));
    CHECK(ws500_sections(type).empty() == (part == 0));
    if (part == 0) continue;
    ++documents;
    const std::string code = (part < 10 ? "C000" : "C00") + std::to_string(part);
    const std::string oid = "2.16.156.10011.2.1.1." + std::to_string(20 + part);
    CHECK(ws500_code(type) == code);
    CHECK(ws500_template(type) == oid);
    CHECK(doc_type_from_code(code) == type);
    CHECK(doc_type_from_template(oid) == type);
  }
  CHECK(documents == 53);
}

TEST_CASE("the standard has 324 sections, 225 of them required") {
  int sections = 0;
  int required = 0;
  for (std::size_t i = 0; i < kDocTypeCount; ++i) {
    for (const Ws500Section& section : ws500_sections(static_cast<DocType>(i))) {
      ++sections;
      if (section.least > 0) ++required;
      CAPTURE(section.name);
      CHECK(section.type != SectionType::kUnknown);
      CHECK(section.least <= section.most);
      CHECK_FALSE((section.code.empty() && section.display_name.empty()));
    }
  }
  CHECK(sections == 324);
  CHECK(required == 225);
}

TEST_CASE("every element of the standard is in the dictionary and has a meaning") {
  for (std::size_t i = 0; i < kDocTypeCount; ++i) {
    for (const Ws500Section& section : ws500_sections(static_cast<DocType>(i))) {
      for (const Ws500Element& element : section.elements) {
        CAPTURE(element.id);
        CHECK(is_data_element_id(element.id));
        CHECK_FALSE(data_element_name(element.id).empty());
        CHECK_FALSE(element.name.empty());
      }
    }
  }
}

TEST_CASE("a section of the standard is found again by its code and display name") {
  for (std::size_t i = 0; i < kDocTypeCount; ++i) {
    const auto type = static_cast<DocType>(i);
    for (const Ws500Section& section : ws500_sections(type)) {
      CAPTURE(id(type));
      CAPTURE(section.name);
      CHECK(ws500_section(type, section.code, section.name) == section.type);
      const std::string heading = std::string(section.name) + "章节";
      CHECK(ws500_section(type, section.code, heading) == section.type);
    }
  }
}

TEST_CASE("a document is what two of code, template and title say") {
  struct Case {
    std::string_view code;
    std::string_view template_id;
    std::string_view title;
    DocType expected;
  };
  const Case cases[] = {
      {"C0034", "2.16.156.10011.2.1.1.54", "入院记录", DocType::kAdmissionRecord},
      {"C0034", "", "", DocType::kAdmissionRecord},
      {"", "2.16.156.10011.2.1.1.54", "", DocType::kAdmissionRecord},
      {"", "", "入院记录", DocType::kAdmissionRecord},
      // A prescription's code left in a copied template.
      {"C0004", "2.16.156.10011.2.1.1.42", "高值耗材使用记录", DocType::kHighValueConsumableRecord},
      // A summary's template left in another document.
      {"C0003", "2.16.156.10011.2.1.1.21", "急诊留观病历", DocType::kEmergencyObservationRecord},
      {"C0049", "2.16.156.10011.2.1.1.69", "某某记录", DocType::kDischargeRecord},
      {"X1", "1.2.3", "某某记录", DocType::kUnknown},
      {"", "", "", DocType::kUnknown},
  };
  for (const Case& c : cases) {
    CAPTURE(c.title);
    CHECK(doc_type_of(c.code, c.template_id, c.title) == c.expected);
  }
}

TEST_CASE("a section code means what its document makes of it") {
  struct Case {
    DocType document;
    std::string_view code;
    std::string_view display_name;
    SectionType expected;
  };
  const Case cases[] = {
      {DocType::kAdmissionRecord, "10154-3", "CHIEF COMPLAINT", SectionType::kChiefComplaint},
      {DocType::kAdmissionRecord, "56836-0", "History of blood transfusion",
       SectionType::kTransfusionHistory},
      {DocType::kOperationRecord, "56836-0", "History of blood transfusion",
       SectionType::kTransfusion},
      {DocType::kPreopSummary, "11535-2", "HOSPITAL DISCHARGE DX", SectionType::kPreopDiagnosis},
      {DocType::kPreopSummary, "11348-0", "HISTORY OF PAST ILLNESS", SectionType::kAllergy},
      {DocType::kDischargeRecord, "11535-2", "Hospital Discharge DX",
       SectionType::kAdmissionDiagnosis},
      {DocType::kDischargeRecord, "11535-2", "Discharge Diagnosis",
       SectionType::kDischargeDiagnosis},
      {DocType::kPreopSummary, "DE06.00.182.00", "病历摘要章节", SectionType::kCaseSummary},
      {DocType::kPreopDiscussion, "", "讨论总结", SectionType::kDiscussionSummary},
      {DocType::kPreopSummary, "", "会诊章节", SectionType::kConsultationOpinion},
      {DocType::kOperationConsent, "", "意见章节", SectionType::kPatientOpinion},
      {DocType::kOperationConsent, "", "操作风险", SectionType::kSurgicalRisk},
      {DocType::kOperatingRoomNursingRecord, "", "术前器械物品核对", SectionType::kInstrumentCount},
      {DocType::kOperatingRoomNursingRecord, "X-NN", "护理记录", SectionType::kNursingRecord},
      // Not foreseen there, but unmistakable.
      {DocType::kProgressNote, "10154-3", "", SectionType::kChiefComplaint},
      {DocType::kUnknown, "8716-3", "", SectionType::kVitalSigns},
      {DocType::kUnknown, "51847-2", "", SectionType::kTreatmentPlan},
      {DocType::kUnknown, "1-1", "no such thing", SectionType::kUnknown},
      {DocType::kUnknown, "", "", SectionType::kUnknown},
  };
  for (const Case& c : cases) {
    CAPTURE(id(c.document));
    CAPTURE(c.code);
    CAPTURE(c.display_name);
    CHECK(ws500_section(c.document, c.code, c.display_name) == c.expected);
  }
}

}  // namespace
}  // namespace emrlint
