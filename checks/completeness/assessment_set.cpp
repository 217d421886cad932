// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/assessments.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "未见{0}项入院专项评估：{1}。",
                                "{0} special assessment(s) cannot be found: {1}."};

constexpr Citation kBasis[] = {{"ZJ", "专项评估"}, {"XD", "14"}};
constexpr int kCore[] = {4, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};

constexpr SectionType kDrugs[] = {SectionType::kMedicationHistory};
constexpr SectionType kFunction[] = {SectionType::kFunctionalStatus};
constexpr SectionType kMind[] = {SectionType::kPsychologicalState};
constexpr RecordItem kItems[] = {
    {{"用药", "medication"},
     kDrugs,
     {},
     {"用药|服药|服用|口服|药物|停药|停用|长期服|降压药|降糖药|抗凝"}},
    {{"康复", "rehabilitation"},
     kFunction,
     {},
     {"康复|自理|Barthel|barthel|BI指数|BI评|BI：|ADL|生活自理|日常生活能力|活动能力|功能状态|"
      "活动耐量|活动耐力|ECOG|"
      "KPS"}},
    {{"心理", "psychological state"},
     kMind,
     {},
     {"心理|情绪|焦虑|抑郁|紧张|恐惧|精神状态|HADS|SAS|SDS|PHQ|GAD"}},
    {{"宗教信仰", "religion"}, {}, {}, {"宗教|信仰|信教|佛教|基督|伊斯兰|民族习惯"}},
};

void run(const Chart& chart, const Options&, Report& report) {
  static const RecordItems items(kItems);
  const bool stay = chart.encounter.kind.value == EncounterKind::kInpatient;
  const Document* record = chart.first(DocType::kAdmissionRecord);
  if (!stay || record == nullptr || report.clock().stage < Stage::kDischarged) return;
  GroupSet there = 0;
  for (const Assessed& one : assessments_in(chart, items)) there |= one.what;
  const ItemNames lacking = items.all_but(there);
  if (lacking.empty()) return report.pass(of_chart());
  if (const std::optional<Missing> doubt = assessment_doubt(chart)) {
    return report.undecided(of_chart(), *doubt, record->span);
  }
  report.fail(kLacking, of_chart(), record->span, lacking.count(), lacking);
}

}  // namespace

extern constinit const Check assessment_set{
    {.id = "completeness-assessment-set",
     .severity = Severity::kWarning,
     .title = {"入院专项评估应齐全（地方评分表）",
               "The special assessments on admission are complete (local sheet)"},
     .judged =
         {"已出院或归档、有入院记录的住院病历：用药、康复（自理、活动能力）、心理、宗教信仰，每项在"
          "入院记"
          "录、评估表、护理文书等处至少有一个相应的用语。浙江评分表另列的疼痛、营养、血栓风险各有检"
          "查。",
          "Stays that ended, with an admission record: medication, rehabilitation (self-care, "
          "activity), psychological state and religion have a word each in the admission record, a "
          "form or a nursing document. Pain, nutrition and thrombosis, which the sheet lists as "
          "well, have checks of their own."},
     .exceptions =
         {"日间、没有入院记录的不评价；病历中没有护理文书和评估表、单份文书的，缺项时无法判定。只依"
          "据地"
          "方评分表，全国方案不含本检查。",
          "Not for day cases nor without an admission record; undecided where there is neither "
          "nursing document nor form, and for a lone document. It rests on a local sheet and is "
          "not "
          "part of the national profile."},
     .advice = {"补充所列评估，或写明不适用的原因。",
                "Add what is listed, or say why it does not apply."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
