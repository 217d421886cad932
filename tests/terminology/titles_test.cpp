// SPDX-License-Identifier: Apache-2.0
#include "terminology/titles.h"

#include <doctest/doctest.h>

#include <string_view>

namespace emrlint {
namespace {

TEST_CASE("the name of a type is a title of it") {
  for (std::size_t i = 1; i < kDocTypeCount; ++i) {
    const auto type = static_cast<DocType>(i);
    CAPTURE(id(type));
    CHECK(doc_type_from_title(name(type, Lang::kZh)) == type);
  }
  for (std::size_t i = 1; i < kSectionTypeCount; ++i) {
    const auto type = static_cast<SectionType>(i);
    CAPTURE(id(type));
    CHECK(section_type_from_title(name(type, Lang::kZh)) == type);
  }
}

TEST_CASE("documents are known by the titles that people give them") {
  struct Case {
    std::string_view title;
    DocType expected;
  };
  const Case cases[] = {
      {"宫剖产记录", DocType::kCesareanRecord},
      {"手术知情告知书", DocType::kOperationConsent},
      {"检验记录", DocType::kLabReport},
      {"病危（重）通知书", DocType::kCriticalConditionNotice},
      {"门（急）诊病历", DocType::kOutpatientRecord},
      {" 入 院 记 录 ", DocType::kAdmissionRecord},
      {"某某市第一人民医院入院记录", DocType::kAdmissionRecord},
      {"第二次入院记录", DocType::kAdmissionRecord},
      {"24小时入出院记录", DocType::kAdmissionDischarge24h},
      {"二十四小时内入院死亡记录", DocType::kAdmissionDeath24h},
      {"术后首次病程记录", DocType::kPostopFirstNote},
      {"首次病程记录", DocType::kFirstProgressNote},
      {"主治医师首次查房记录", DocType::kSeniorRoundNote},
      {"死亡病例讨论记录", DocType::kDeathCaseDiscussion},
      {"胃镜检查知情同意书", DocType::kOtherConsent},
      {"记录", DocType::kUnknown},
      {"院记录", DocType::kUnknown},
      {"出院记录说明", DocType::kUnknown},
      {"", DocType::kUnknown},
  };
  for (const Case& c : cases) {
    CAPTURE(c.title);
    CHECK(id(doc_type_from_title(c.title)) == id(c.expected));
  }
}

TEST_CASE("sections are known by their headings") {
  struct Case {
    std::string_view title;
    SectionType expected;
  };
  const Case cases[] = {
      {"主诉", SectionType::kChiefComplaint},
      {"主 诉：", SectionType::kChiefComplaint},
      {"现病史章节", SectionType::kPresentIllness},
      {"月经及生育史:", SectionType::kMaritalHistory},
      {"拟诊讨论（诊断依据及鉴别诊断）", SectionType::kDiagnosticDiscussion},
      {"诊治经过", SectionType::kTreatmentCourse},
      {"Nursing Note", SectionType::kNursingRecord},
      {"Indications for Surgery", SectionType::kSurgicalIndication},
      {"VTE风险评估", SectionType::kThrombosisRisk},
      {"主诉现病史", SectionType::kUnknown},
      {"章节", SectionType::kUnknown},
      {"：", SectionType::kUnknown},
      {"", SectionType::kUnknown},
  };
  for (const Case& c : cases) {
    CAPTURE(c.title);
    CHECK(id(section_type_from_title(c.title)) == id(c.expected));
  }
}

}  // namespace
}  // namespace emrlint
