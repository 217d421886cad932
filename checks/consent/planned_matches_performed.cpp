// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/planned_procedure.h"
#include "checks/perioperative/procedure_terms.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kOther{
    "other", "手术同意书同意的是“{1}”，实施的是“{0}”，手术部位不同，未见术中更改的记载。",
    "the patient consented to “{1}”; “{0}” was done, on another organ, and no record tells of a "
    "change."};
constexpr Message<> kConsented{"consented", "同意的手术", "what was consented to"};

constexpr Missing kNames{"comparable-names", "可以比较手术部位的手术名称",
                         "names that tell the organ"};

constexpr Citation kBasis[] = {{"BL", "23"}, {"BL", "3"}, {"HX", "10-1"}};
constexpr int kCore[] = {10, 11};
constexpr MessageInfo kMessages[] = {kOther, kConsented};

Answer by_organ(const ProcedureName& planned, const ProcedureName& performed) {
  return same_organ(planned.name.value, performed.name.value);
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (chart.surgeries[i].cancelled) continue;
    const auto consented = planned_procedures(chart, i, {DocType::kOperationConsent});
    const auto performed = performed_procedures(chart, i);
    if (consented.empty() || performed.empty()) continue;
    const PlanChange change = compare_plan(consented, performed, &by_organ);
    const Subject subject = of_surgery(i);
    if (change.same == Answer::kUnknown) {
      report.undecided(subject, kNames, performed.front().span());
    } else if (change.same == Answer::kYes || told_change(chart, i)) {
      report.pass(subject);
    } else if (const auto doubt = unread_doubt(chart)) {
      report.undecided(subject, *doubt, performed.front().span());
    } else {
      report
          .fail(kOther, subject, change.performed->span(), change.performed->name.value,
                change.planned->name.value)
          .note(kConsented, change.planned->span());
    }
  }
}

}  // namespace

extern constinit const Check consent_planned_matches_performed{
    {.id = "consent-planned-matches-performed",
     .severity = Severity::kError,
     .title = {"实施手术的部位应与手术同意书一致",
               "The operation is on the organ that the patient consented to"},
     .judged =
         {"手术同意书的拟施手术与手术资料、手术记录的手术名称：所涉器官至少有一个相同；手术记录或术"
          "后首次病"
          "程写明术中改行、中转的不算矛盾。",
          "The procedure of the consent and the name of the surgery in its data and record: they "
          "share an organ, unless the operation record or the first note tells of a change."},
     .exceptions =
         {"取消的手术、没有拟施手术内容的同意书不判；左右侧由 consistency-laterality、节段等由 "
          "consistency-site-level、改变术式的告知由 periop-procedure-change-consent "
          "判定。名称看不出器官"
          "或含“探查”的、单份文书无法判定。",
          "Not for cancelled surgery nor consents without a procedure; sides are judged by "
          "consistency-laterality, levels by consistency-site-level, the talk about a change by "
          "periop-procedure-change-consent. Undecided where a name tells no organ or says 探查, "
          "and "
          "for a lone document."},
     .advice =
         {"立即核对患者、同意书和手术记录；写错的更正，确属更改的补记理由和告知情况。",
          "Check patient, consent and record at once; correct what is wrong, or record why it "
          "was changed and whom you told."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
