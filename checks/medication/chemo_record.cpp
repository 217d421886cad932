// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/tumour_words.h"
#include "checks/medication/kind_of_order.h"
#include "checks/medication/treatment_told.h"
#include "terminology/icd.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kUntold{
    "untold", "医嘱使用抗肿瘤药物“{0}”，此后的病程等记录均未提及化疗或该类药物。",
    "the antineoplastic “{0}” was ordered; no note from then on tells of chemotherapy or such a "
    "drug."};

constexpr Citation kBasis[] = {{"ZB", "12"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kOrders};
constexpr MessageInfo kMessages[] = {kUntold};

bool tells(std::string_view text) {
  constexpr WordList kWords{
      "化疗|化学治疗|靶向|抗肿瘤|免疫治疗|方案|灌注|介入治疗|赫赛汀|美罗华|安维汀|爱必妥|希罗达|"
      "健择|CHOP|FOLFOX|XELOX"};
  return tells_affirmed(text, kWords) || names_antineoplastic(text);
}

// The drugs are also given for other diseases, of which the indicator does not speak.
bool has_tumour(const Chart& chart) {
  constexpr CodeRange kMalignant[] = {{"C00", "C97"}, {"D45", "D47"}, {"Z51.1", "Z51.1"}};
  for (const Diagnosis& diagnosis : chart.diagnoses) {
    if (diagnosis.tcm) continue;
    const std::string code = repaired_icd10(diagnosis.code.value);
    if (!code.empty() ? in_ranges(kMalignant, code) : says_malignant(diagnosis.name.value)) {
      return true;
    }
  }
  return false;
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  std::optional<TreatmentNotes> notes;
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    if (!gives_antineoplastic(chart.orders[i])) continue;
    if (!notes) {
      if (!has_tumour(chart)) return;
      notes = notes_on(chart, &tells);
    }
    judge_told(kUntold, chart, i, *notes, report);
  }
}

}  // namespace

extern constinit const Check medication_chemo_record{
    {.id = "medication-chemo-record",
     .severity = Severity::kWarning,
     .title = {"恶性肿瘤的化疗应在病程中记录", "Notes tell of chemotherapy for a malignant tumour"},
     .judged =
         {"已出院或归档、有恶性肿瘤诊断的住院病历：每条抗肿瘤药物医嘱，自前一日起至少有一份病程、讨"
          "论、治疗"
          "记录等提到化疗或抗肿瘤药物。指标以医嘱与病程相符为准；方案、依据和疗效评价由人阅读判断"
          "。",
          "Stays that ended with a diagnosis of a malignant tumour: for each order of an "
          "antineoplastic, a note, discussion or treatment record from the day before on tells of "
          "chemotherapy or such a drug. The indicator compares orders and notes; regimen, basis "
          "and "
          "effect are for the reader to say."},
     .exceptions = {"取消的医嘱不评价；没有恶性肿瘤诊断的（如风湿病、异位妊娠用甲氨蝶呤）不适用；药"
                    "名不在内置词表中的不"
                    "识别。没有时间的记录提到即算。单份文书、文书未能完整读取的无法判定。",
                    "Not for cancelled orders, nor without a diagnosis of a malignant tumour "
                    "(methotrexate for "
                    "rheumatism); names that are not in the built-in list are not known. A note "
                    "without a time "
                    "counts. Undecided for a lone document or one that could not be read whole."},
     .advice =
         {"在病程记录中写明化疗的方案、依据、实施情况和疗效、不良反应的评价。",
          "Write the regimen, its basis, course, effect and adverse reactions into the notes."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
