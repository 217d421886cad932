// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType> kMissing{"missing", "病历中有{0}，未见入院评估。",
                                    "the chart has: {0}; it holds no admission assessment."};

constexpr Citation kBasis[] = {{"XD", "14"}, {"XD", "22"}};
constexpr int kCore[] = {4};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};

// A nursing document that the chart of BL 16 and GL 9 need not hold: where one is, the nursing
// documents were filed with the chart.
const Document* nursing_document(const Chart& chart) {
  for (const DocType type :
       {DocType::kGeneralNursingRecord, DocType::kNursingPlan, DocType::kDischargeAssessment}) {
    if (const Document* document = chart.first(type)) return document;
  }
  return nullptr;
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient()) return;
  if (chart.has(DocType::kAdmissionAssessment)) return report.pass(of_chart());
  const Document* filed = nursing_document(chart);
  if (filed == nullptr || report.clock().stage < Stage::kDischarged) return;
  if (!chart.complete) return report.undecided(of_chart(), missing::kRestOfChart, filed->span);
  report.fail(kMissing, of_chart(), filed->span, filed->type);
}

}  // namespace

extern constinit const Check nursing_admission_assessment{
    {.id = "nursing-admission-assessment",
     .severity = Severity::kWarning,
     .title = {"护理文书中应有入院评估",
               "Where nursing documents are filed, an admission assessment is among them"},
     .judged =
         {"已出院或归档的住院病历，含一般护理记录、护理计划或出院评估的：应有入院评估。行动计划"
          "要求住院当日强化患者评估，没有规范规定这份文书。",
          "Stays that ended, with a general nursing record, a nursing plan or a discharge "
          "assessment: there is an admission assessment. A plan asks for assessment on the "
          "day of admission; no norm names this document."},
     .exceptions =
         {"不含上述护理文书的病历不判（护理文书可另行保存）；完成时间由入院当日评估的检查评"
          "价；单份文书无法判定。",
          "Not for charts without such documents: they may be kept apart. The day is "
          "judged elsewhere. Undecided for a lone document."},
     .advice = {"补归入院评估；确未评估的，说明原因。",
                "File the admission assessment; if there was none, say why."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
