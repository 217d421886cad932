// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/records.h"
#include "checks/perioperative/signers.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{"missing", "未见{0}的手术风险评估表。",
                                    "no surgical risk assessment is on file for {0}."};
constexpr Message<ItemNames> kUnsigned{"unsigned", "手术风险评估表缺少{0}的签名。",
                                       "the surgical risk assessment is not signed by: {0}."};

constexpr Option<bool> kSignatures{"signatures", true, "要求手术医师、麻醉医师、巡回护士三方签名",
                                   "ask for the three signatures"};

constexpr Citation kBasis[] = {{"SA", "3"}, {"ZJ", "围手术期相关记录2"}};
constexpr int kCore[] = {8, 11};
constexpr MessageInfo kMessages[] = {kMissing, kUnsigned};
constexpr OptionInfo kOptions[] = {kSignatures};

void judge_signatures(const Surgery& surgery, Subject subject,
                      std::span<const Signature> signatures, Span where, Report& report) {
  const Unsigned lacks = unsigned_roles(signatures, surgery);
  if (lacks.roles.empty()) return report.pass(subject);
  if (lacks.unsure) return report.undecided(subject, *lacks.unsure, where);
  report.fail(kUnsigned, subject, where, lacks.roles);
}

// Signatures may stand under the form or under its parts.
std::vector<Signature> all_signatures(const Checklist& form) {
  std::vector<Signature> all = form.signatures;
  for (const ChecklistPhase& phase : form.phases) {
    all.insert(all.end(), phase.signatures.begin(), phase.signatures.end());
  }
  return all;
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const Forms forms = forms_about(chart, i, "surgical-risk", DocType::kSurgicalRiskAssessment);
    if (forms.none()) {
      const auto doubt = first_of({form_doubt(chart, forms), kind_doubt(chart)});
      say_absent(chart, i, kMissing, {start_of(surgery), doubt, {}}, report);
    } else if (!options[kSignatures]) {
      report.pass(of_surgery(i));
    } else if (!forms.checklists.empty()) {
      const Checklist& form = *forms.checklists.front();
      judge_signatures(surgery, of_surgery(i), all_signatures(form), heading(form), report);
    } else {
      const Document& form = *forms.documents.front();
      if (form.broken) {
        report.undecided(of_surgery(i), missing::kRestOfDocument, form.span);
        continue;
      }
      judge_signatures(surgery, of_surgery(i), form.signatures, form.span, report);
    }
  }
}

}  // namespace

extern constinit const Check periop_risk_assessment_form{
    {.id = "periop-risk-assessment-form",
     .severity = Severity::kWarning,
     .title = {"手术应有手术风险评估表并三方签名",
               "The surgical risk assessment is on file and signed by three"},
     .judged = {"每台住院手术都有手术风险评估表，并有手术医师、麻醉医师和巡回护士的签名。",
                "Every surgery of an inpatient has a surgical risk assessment signed by surgeon, "
                "anaesthetist and circulating nurse."},
     .exceptions =
         {"门诊手术和取消的手术不判。表单未载入、签名者身份不明、没有麻醉医师（局部麻醉）而仅缺其签"
          "名、单份文书无法判定。国家文件要求评估，表式和签名见于地方评分表。",
          "Not for outpatients and cancelled surgeries. Undecided where the forms are not loaded, "
          "the role of a signer is unknown, only the anaesthetist's signature lacks and none is "
          "known, and for a lone document. The form and its signatures stem from a provincial "
          "sheet."},
     .advice =
         {"术前完成手术风险评估表（切口清洁程度、ASA 分级、手术持续时间），并由三方签名。",
          "Complete the assessment (wound class, ASA class, duration) and have all three sign."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
