// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/perioperative/coagulation.h"
#include "checks/perioperative/domains.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<int, ItemNames> kLacking{"lacking", "术前评估缺少{0}个方面：{1}。",
                                           "the preoperative assessment lacks {0} domain(s): {1}."};
constexpr Message<DocType> kAssessed{"assessed", "已查阅的术前文书：{0}", "looked at: {0}"};

constexpr Option<WordList> kDocuments{
    "documents",
    {"preop-assessment-form|preop-summary|preop-discussion|level4-mdt|anesthesia-preop-visit|"
     "surgical-risk-assessment"},
    "视为术前评估的文书类型",
    "types of documents that count as preoperative assessment"};
constexpr Option<bool> kEmergency{"emergency", false, "急诊手术也要求完整评估",
                                  "also ask for the whole assessment before emergencies"};

constexpr Citation kBasis[] = {{"SA", "3"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kLacking, kAssessed};
constexpr OptionInfo kOptions[] = {kDocuments, kEmergency};

bool shown(const std::vector<const Document*>& documents, const Item& domain) {
  return std::any_of(documents.begin(), documents.end(),
                     [&](const Document* document) { return has_item(*document, domain); });
}

void judge(const Chart& chart, std::size_t index, const std::vector<const Document*>& documents,
           Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  ItemNames lacking;
  std::optional<Missing> unsure;
  for (std::size_t i = 0; i < std::size(kAssessmentDomains); ++i) {
    if (shown(documents, kAssessmentDomains[i])) continue;
    if (i == kClottingDomain) {
      if (tested_before(chart, surgery)) continue;
      // A result may be there that the chart does not bring.
      if (!chart.sources.has(Source::kResults)) {
        unsure = missing_source(Source::kResults);
        continue;
      }
    }
    lacking.names.push_back(kAssessmentDomains[i].name);
  }
  if (lacking.empty()) {
    return unsure ? report.undecided(subject, *unsure, documents.back()->span)
                  : report.pass(subject);
  }
  if (!chart.complete) return report.undecided(subject, missing::kRestOfChart);
  for (const Document* document : documents) {
    if (!document->broken) continue;
    return report.undecided(subject, missing::kRestOfDocument, document->span);
  }
  Outcome& outcome =
      report.fail(kLacking, subject, documents.back()->span, lacking.count(), lacking);
  for (const Document* document : documents) {
    if (document != documents.back()) outcome.note(kAssessed, document->span, document->type);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    const Urgency urgency = surgery.urgency.value;
    const bool emergency = urgency == Urgency::kEmergency || urgency == Urgency::kLifeSaving;
    if (surgery.cancelled || (emergency && !options[kEmergency])) continue;
    const auto documents = assessment_records(chart, i, options[kDocuments]);
    // Without any the absence of the summary and the discussion is said.
    if (documents.empty()) continue;
    if (urgency == Urgency::kUnknown && !options[kEmergency]) {
      report.undecided(of_surgery(i), missing::kUrgency, surgery.span);
    } else {
      judge(chart, i, documents, report);
    }
  }
}

}  // namespace

extern constinit const Check periop_assessment_domains{
    {.id = "periop-assessment-domains",
     .severity = Severity::kWarning,
     .title = {"术前评估应涵盖各个方面", "The preoperative assessment covers every domain"},
     .judged =
         {"术前评估表、术前小结、术前讨论、麻醉术前访视、手术风险评估等术前文书合起来，涵盖一般情"
          "况、疾病严重程度、重要脏器功能、用药情况、凝血功能、心理状态和营养状态；写在自己的章节里"
          "或正文出现相应用语即可，凝血功能也可以是术前的检验结果。",
          "The preoperative records together (assessment form, summary, discussion, anaesthesia "
          "visit, risk assessment) cover general condition, severity, organ function, medication, "
          "coagulation, psychological and nutritional state, in sections or in words; for "
          "coagulation a result before surgery does as well."},
     .exceptions =
         {"急诊手术按惯例不判（可用参数改变），门诊手术、取消的手术不判；没有任何术前文书时由术前小"
          "结、术前讨论的检查提示。急诊程度不明、单份文书有缺项的无法判定。",
          "By practice not for emergencies (an option), nor for outpatients and cancelled "
          "surgeries; without any preoperative record other checks speak. Undecided where the "
          "urgency is unknown, and for a lone document that lacks something."},
     .advice = {"请补充所列方面的评估；建议使用结构化的术前评估表。",
                "Assess and record what is listed; a structured form helps."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
