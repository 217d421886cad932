// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/coagulation.h"
#include "checks/perioperative/domains.h"
#include "checks/perioperative/items.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"
#include "model/ordered.h"

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
constexpr Option<WordList> kBesides{"besides",
                                    {"admission-assessment"},
                                    "术前的这些文书所评估的方面也算",
                                    "types of documents before surgery whose contents count too"};
constexpr Option<bool> kEmergency{"emergency", false, "急诊手术也要求完整评估",
                                  "also ask for the whole assessment before emergencies"};

// Titles of forms of any type.
constexpr WordList kForms{"评估|筛查|评分"};
// Headings of a course note that assesses the patient for surgery.
constexpr EntryWords kEntries{{"术前评估|术前查房|术者查房|主刀查房|手术评估|术前病情评估"},
                              {"术前评估|术前病情评估|围手术期评估|手术耐受"}};

constexpr Citation kBasis[] = {{"SA", "3"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kLacking, kAssessed};
constexpr OptionInfo kOptions[] = {kDocuments, kBesides, kEmergency};

using Documents = std::vector<const Document*>;

// Forms that hold an assessment; the safety checklist is none.
DomainSet domains_of_forms(const Chart& chart, std::size_t index) {
  DomainSet found = 0;
  for (const Checklist& form : chart.checklists) {
    const std::string_view kind = form.kind.value;
    if (kind == "surgical-safety" || kind == "surgical-count") continue;
    const auto& linked = form.surgeries;
    const bool about = linked.empty()
                           ? only_surgery(chart, index)
                           : std::find(linked.begin(), linked.end(), index) != linked.end();
    if (about) found |= domains_of(form);
  }
  return found;
}

DomainSet domains_shown(const Chart& chart, std::size_t index, const Documents& records,
                        const Options& options, Report& report) {
  DomainSet found = domains_of_forms(chart, index);
  for (const Document* record : records) found |= domains_of(chart, *record, report);
  for (const Document* record : assessment_records(chart, index, options[kBesides])) {
    found |= domains_of(chart, *record, report);
  }
  for (const Document& form : chart.documents) {
    const bool assesses = holds_any(form.title.value, kForms);
    if (assesses && precedes(chart, form, index)) found |= domains_of(chart, form, report);
  }
  for (const Document* note : entries_about(chart, index, Phase::kBefore, kEntries, report)) {
    found |= domains_of(chart, *note, report);
  }
  // Results before surgery tell of two domains as well as words.
  const Surgery& surgery = chart.surgeries[index];
  if (tested_before(chart, surgery)) found |= domain_bit(Domain::kClotting);
  if (organs_tested_before(chart, surgery)) found |= domain_bit(Domain::kOrgans);
  return found;
}

void judge(const Chart& chart, std::size_t index, const Documents& records, const Options& options,
           Report& report) {
  constexpr DomainSet kByResult = domain_bit(Domain::kClotting) | domain_bit(Domain::kOrgans);
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  const DomainSet shown = domains_shown(chart, index, records, options, report);
  const bool no_results = !chart.sources.has(Source::kResults);
  ItemNames lacking;
  bool unsure = false;
  for (std::size_t i = 0; i < kDomains; ++i) {
    const DomainSet bit = 1u << i;
    if ((shown & bit) != 0) continue;
    // A result may be there that the chart does not bring.
    if (no_results && (kByResult & bit) != 0) {
      unsure = true;
    } else {
      lacking.names.push_back(name(static_cast<Domain>(i)));
    }
  }
  const Document& last = *records.back();
  if (lacking.empty()) {
    return unsure ? report.undecided(subject, missing_source(Source::kResults), last.span)
                  : report.pass(subject);
  }
  if (surgery.urgency.value == Urgency::kUnknown && !options[kEmergency]) {
    return report.undecided(subject, missing::kUrgency, surgery.span);
  }
  if (!chart.complete) return report.undecided(subject, missing::kRestOfChart);
  for (const Document* record : records) {
    if (record->broken) return report.undecided(subject, missing::kRestOfDocument, record->span);
  }
  if (surgery.start && report.still_open(surgery.start.value())) {
    report.due(kLacking, subject, last.span, surgery.start.value(),
               {emrlint::to_argument(lacking.count()), to_argument(lacking)});
    return;
  }
  Outcome& outcome = report.fail(kLacking, subject, last.span, lacking.count(), lacking);
  for (const Document* record : records) {
    if (record != &last) outcome.note(kAssessed, record->span, record->type);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    const Urgency urgency = surgery.urgency.value;
    const bool emergency = urgency == Urgency::kEmergency || urgency == Urgency::kLifeSaving;
    if (surgery.cancelled || (emergency && !options[kEmergency])) continue;
    const Documents records = assessment_records(chart, i, options[kDocuments]);
    // Without any the absence of the summary and the discussion is said.
    if (!records.empty()) judge(chart, i, records, options, report);
  }
}

}  // namespace

extern constinit const Check periop_assessment_domains{
    {.id = "periop-assessment-domains",
     .severity = Severity::kWarning,
     .title = {"术前评估应涵盖各个方面", "The preoperative assessment covers every domain"},
     .judged =
         {"术前评估表、术前小结、术前讨论、麻醉术前访视、手术风险评估等术前文书（及评估类表单、护理"
          "入院"
          "评估、写明术前评估的病程记录）合起来，涵盖一般情况、疾病严重程度、重要脏器功能、用药情况"
          "、凝"
          "血功能、心理状态和营养状态；写在自己的章节里或正文有相应内容即可，脏器功能、凝血功能也可"
          "以是"
          "术前的检查检验结果。只有标签、未勾选的选项、“未评估”“待完善”、风险告知和术后打算不算。",
          "The preoperative records together (assessment form, summary, discussion, anaesthesia "
          "visit, risk assessment; also forms, the nurses' admission assessment and course notes "
          "that say they assess) cover general condition, severity, organ function, medication, "
          "coagulation, psychological and nutritional state, in sections or in words; of organs "
          "and coagulation results before surgery do as well. No mere label, unticked box, "
          "“not assessed yet”, risk that was explained or plan for afterwards."},
     .exceptions =
         {"急诊手术按惯例不判（可用参数改变），门诊手术、取消的手术不判；没有任何术前文书时由术前小"
          "结、术前讨论的检查提示。未注明所属手术的文书归于其后的第一次手术。有缺项而急诊程度不明的"
          "、"
          "单份文书有缺项的无法判定。",
          "By practice not for emergencies (an option), nor for outpatients and cancelled "
          "surgeries; without any preoperative record other checks speak. A record that names no "
          "surgery belongs to the first that follows. Undecided where something is lacking and "
          "the urgency is unknown, and for a lone document that lacks something."},
     .advice = {"请补充所列方面的评估；建议使用结构化的术前评估表。",
                "Assess and record what is listed; a structured form helps."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
