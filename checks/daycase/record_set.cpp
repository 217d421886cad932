// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{"missing", "日间病历中未见{0}的术前评估。",
                                    "the day case chart holds no assessment before {0}."};

constexpr Citation kBasis[] = {{"XD", "9"}, {"XD", "10"}, {"YB", "13"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};

// Any of these holds an assessment of the patient; which domains it covers is judged elsewhere.
constexpr DocType kAssessments[] = {
    DocType::kPreopAssessmentForm,  DocType::kAdmissionAssessment, DocType::kSurgicalRiskAssessment,
    DocType::kAnesthesiaPreopVisit, DocType::kPreopSummary,        DocType::kPreopDiscussion};

bool is_assessment(const Document& document) {
  return std::find(std::begin(kAssessments), std::end(kAssessments), document.type) !=
         std::end(kAssessments);
}

// A document that names no surgery may be about any of them.
bool assessed(const Chart& chart, std::uint32_t index) {
  const auto about = [index](const Document& document) {
    const auto& surgeries = document.surgeries;
    return is_assessment(document) &&
           (surgeries.empty() ||
            std::find(surgeries.begin(), surgeries.end(), index) != surgeries.end());
  };
  return std::any_of(chart.documents.begin(), chart.documents.end(), about) ||
         !chart.checklists_about("surgical-risk", index).empty();
}

void run(const Chart& chart, const Options&, Report& report) {
  if (chart.encounter.kind.value != EncounterKind::kDaySurgery) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const Subject subject = of_surgery(i);
    if (assessed(chart, static_cast<std::uint32_t>(i))) {
      report.pass(subject);
    } else if (!chart.complete) {
      report.undecided(subject, missing::kRestOfChart, subject_span(chart, subject));
    } else if (report.clock().stage >= Stage::kDischarged) {
      report.fail(kMissing, subject, subject_span(chart, subject), surgery);
    }
  }
}

}  // namespace

extern constinit const Check daycase_record_set{
    {.id = "daycase-record-set",
     .severity = Severity::kWarning,
     .title = {"日间手术病历应有术前评估", "A day case chart holds an assessment before surgery"},
     .judged =
         {"日间手术病历的每次手术：有术前评估表、入院评估、手术风险评估、麻醉术前访视、术前小结"
          "或术前讨论之一。依据是行动计划“加强日间医疗患者评估”，日间医疗的管理规定原文未核对。",
          "Each surgery of a day case: there is an assessment form, an admission assessment, "
          "a risk assessment, an anaesthesia visit, a summary or a discussion before it. A "
          "plan asks for assessment; the rules on day care were not read."},
     .exceptions =
         {"日间病历的其他文书（入院记录、同意书、手术和麻醉记录、随访）由各自的检查评价；没"
          "有手术的日间医疗、取消的手术不判；单份文书无法判定。",
          "The other documents of a day case (admission, consents, operation, "
          "anaesthesia, follow-up) are left to their checks. Not for day care without "
          "surgery, nor for cancelled ones. Undecided for a lone document."},
     .advice = {"补归术前评估资料；确未评估的，说明原因。",
                "File the assessment; if there was none, say why."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
