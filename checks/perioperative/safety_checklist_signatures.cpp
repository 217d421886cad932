// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/perioperative/records.h"
#include "checks/perioperative/safety_phases.h"
#include "checks/perioperative/signers.h"

namespace emrlint::checks {
namespace {

constexpr Message<ItemNames> kUnsigned{"unsigned",
                                       "手术安全核查表缺少{0}的签名；应有三方核对、确认并签字。",
                                       "the safety checklist is not signed by: {0}."};
constexpr Message<Bilingual, ItemNames> kPhaseUnsigned{
    "phase-unsigned", "手术安全核查“{0}”缺少{1}的签名；应有三方核对、确认并签字。",
    "the safety check {0} is not signed by: {1}."};

constexpr Citation kBasis[] = {{"BL", "22(16)"}, {"BL", "8"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kUnsigned, kPhaseUnsigned};

void judge_whole(const Surgery& surgery, Subject subject, std::span<const Signature> signatures,
                 Span where, Report& report) {
  const Unsigned lacks = unsigned_roles(signatures, surgery);
  if (lacks.roles.empty()) return report.pass(subject);
  if (lacks.unsure) return report.undecided(subject, *lacks.unsure, where);
  report.fail(kUnsigned, subject, where, lacks.roles);
}

void judge(const Surgery& surgery, std::size_t index, const Checklist& list, Report& report) {
  const bool by_phase = std::any_of(list.phases.begin(), list.phases.end(),
                                    [](const auto& phase) { return !phase.signatures.empty(); });
  if (!by_phase) {
    return judge_whole(surgery, of_surgery(index), list.signatures, heading(list), report);
  }
  for (const ChecklistPhase& phase : list.phases) {
    const Subject subject = of_surgery(index, phase.phase.value);
    const Unsigned lacks = unsigned_roles(phase.signatures, surgery);
    if (lacks.roles.empty()) {
      report.pass(subject);
    } else if (lacks.unsure) {
      report.undecided(subject, *lacks.unsure, phase.phase.span);
    } else {
      report.fail(kPhaseUnsigned, subject, phase.phase.span, safety_phase_name(phase.phase.value),
                  lacks.roles);
    }
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const Forms forms = forms_about(chart, i, "surgical-safety", DocType::kSafetyChecklist);
    if (forms.none()) continue;  // Said by periop-safety-checklist.
    if (forms.checklists.empty()) {
      const Document& form = *forms.documents.front();
      judge_whole(surgery, of_surgery(i), form.signatures, form.span, report);
    } else {
      judge(surgery, i, *forms.checklists.front(), report);
    }
  }
}

}  // namespace

extern constinit const Check periop_safety_checklist_signatures{
    {.id = "periop-safety-checklist-signatures",
     .severity = Severity::kError,
     .title = {"手术安全核查应由三方签字", "Three people sign the surgical safety checklist"},
     .judged = {"手术医师、麻醉医师、巡回护士都在手术安全核查表上签字；签名按阶段记录的，每个阶段分"
                "别判定。",
                "Surgeon, anaesthetist and circulating nurse sign the checklist; where signatures "
                "stand under the phases, each phase is judged."},
     .exceptions =
         {"没有核查表时不判，由 periop-safety-checklist "
          "提示。签名者身份不明的、没有麻醉医师（局部麻醉）而"
          "仅缺其签名的无法判定。",
          "Not judged without a checklist, said by periop-safety-checklist. Undecided where the "
          "role of a signer is unknown, or only the anaesthetist's signature lacks and none is "
          "known."},
     .advice = {"请三方在核查当时核对、确认并签字。",
                "All three confirm and sign at the time of the check."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
