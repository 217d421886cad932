// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/completeness/tumour_words.h"
#include "checks/perioperative/surgery.h"
#include "terminology/icd.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Bilingual> kMissing{
    "missing", "{1}，{0}未写明随访或复查的时间和内容。",
    "{1}; the {0} gives no time or content of a follow-up."};

constexpr Bilingual kLevel4{"四级手术患者", "the patient had a level 4 surgery"};
constexpr Bilingual kTumour{"恶性肿瘤患者", "the patient has a malignant tumour"};

constexpr Citation kBasis[] = {{"SA", "12"}, {"SF", "23"}, {"XD", "11"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};

constexpr WordList kFollowUp{"随访|复查|复诊|门诊|随诊|返院|再次入院|化疗|下次|来院|拆线"};

bool malignant(const Diagnosis& diagnosis) {
  constexpr CodeRange kRange[] = {{"C00", "C97"}};
  const std::string code = repaired_icd10(diagnosis.code.value);
  const bool left = diagnosis.role == DiagnosisRole::kDischargePrincipal ||
                    diagnosis.role == DiagnosisRole::kDischargeOther ||
                    diagnosis.role == DiagnosisRole::kDischarge;
  return left && !diagnosis.tcm &&
         (code.empty() ? says_malignant(diagnosis.name.value) : in_ranges(kRange, code));
}

// What calls for a plan; empty for others.
Bilingual reason(const Chart& chart) {
  for (const Surgery& surgery : chart.surgeries) {
    if (!surgery.cancelled && surgery.level && surgery.level->value == 4) return kLevel4;
  }
  const auto& all = chart.diagnoses;
  return std::any_of(all.begin(), all.end(), malignant) ? kTumour : Bilingual{};
}

// In the orders at discharge, where they stand apart: the history tells of other visits.
bool planned(const Document& record) {
  bool apart = false;
  for (const Section& section : record.sections) {
    if (section.type != SectionType::kDischargeOrders && section.type != SectionType::kFollowup) {
      continue;
    }
    apart = apart || !record.blank(section);
    for (const Text& text : record.text_of(section)) {
      if (holds_any(text.value, kFollowUp)) return true;
    }
  }
  return !apart && tells_any(record, kFollowUp);
}

bool is_record(DocType type) {
  return type == DocType::kDischargeRecord || type == DocType::kAdmissionDischarge24h;
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || chart.dead()) return;
  // Another hospital goes on from there.
  if (chart.encounter.disposition.value == Disposition::kTransfer) return;
  const Bilingual why = reason(chart);
  if (why.zh.empty()) return;
  const auto& documents = chart.documents;
  const auto record =
      std::find_if(documents.begin(), documents.end(),
                   [](const Document& document) { return is_record(document.type); });
  if (record == documents.end()) return;  // Its absence is another check's.
  const Subject subject = of(chart, *record);
  const bool plan = planned(*record) || !chart.followups.empty();
  if (plan) {
    report.pass(subject);
  } else if (record->broken) {
    report.undecided(subject, missing::kRestOfDocument, record->span);
  } else {
    report.fail(kMissing, subject, record->span, record->type, why);
  }
}

}  // namespace

extern constinit const Check periop_followup_plan{
    {.id = "periop-followup-plan",
     .severity = Severity::kWarning,
     .title = {"四级手术和恶性肿瘤患者出院时应有随访计划",
               "After level 4 surgery and with a malignant tumour the follow-up is planned at "
               "discharge"},
     .judged =
         {"有四级手术，或出院诊断有恶性肿瘤的住院病历：出院记录（24小时内入出院记录）写到随访、复查"
          "、复诊、门诊或下次治疗。方案要"
          "求确定随访时间、频次、内容和形式；是否恰当由人判断。",
          "Stays with a level 4 surgery or a malignant tumour among the discharge diagnoses: the "
          "discharge record tells of follow-up, a check, a visit or the next treatment. The plan "
          "asks "
          "for time, frequency, content and form; whether they suit is for the reader to say."},
     .exceptions =
         {"死亡、转院、手术级别不明而无恶性肿瘤的不评价；没有出院记录的由其他检查判定；已有随访数据"
          "的通过"
          "。文书未能完整读"
          "取的无法判定。",
          "Not after death or a transfer to another hospital, nor where the level is not known and "
          "there is no tumour; where "
          "there is no record, other checks say so; follow-ups on record will do. Undecided "
          "where it could not be read whole."},
     .advice = {"在出院记录中写明随访的时间、内容和形式。",
                "Write time, content and form of the follow-up into the discharge record."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
