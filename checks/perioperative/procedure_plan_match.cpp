// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/planned_procedure.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, DocType> kChanged{
    "changed", "实施的手术为“{0}”，{2}中计划的是“{1}”，两者不一致。",
    "“{0}” was done; the {2} plans “{1}”."};
constexpr Message<> kPlanned{"planned", "计划的手术", "what was planned"};

constexpr Missing kPlan{"planned-procedure", "可与实际手术比较的拟施手术名称或编码",
                        "a planned procedure that can be compared with what was done"};

constexpr Citation kBasis[] = {{"KC25", "17"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kChanged, kPlanned};

void run(const Chart& chart, const Options&, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const auto planned = planned_procedures(
        chart, i, {DocType::kPreopSummary, DocType::kPreopDiscussion, DocType::kOperationConsent});
    const auto performed = performed_procedures(chart, i);
    if (planned.empty() || performed.empty()) continue;
    const PlanChange change = compare_plan(planned, performed, &by_code_or_name);
    if (change.same == Answer::kYes) {
      report.pass(of_surgery(i));
    } else if (change.same == Answer::kUnknown) {
      report.undecided(of_surgery(i), kPlan, performed.front().span());
    } else if (const auto doubt = unread_doubt(chart)) {
      report.undecided(of_surgery(i), *doubt, performed.front().span());
    } else {
      report
          .fail(kChanged, of_surgery(i), change.performed->span(), change.performed->name.value,
                change.planned->name.value, change.planned->from)
          .note(kPlanned, change.planned->span());
    }
  }
}

}  // namespace

extern constinit const Check periop_procedure_plan_match{
    {.id = "periop-procedure-plan-match",
     .severity = Severity::kWarning,
     .title = {"实施的手术应与计划一致", "The planned operation is done"},
     .judged =
         {"术前小结、术前讨论、手术同意书的拟施手术与手术资料、手术记录的手术名称：有编码的比较亚目"
          "（前三位"
          "），否则按名称比较手术器官、操作（切除、修补、置换等）和范围（部分或全部）。至少有一处计"
          "划与实"
          "施相符即通过。一项监测指标以此计算，并非差错的认定。",
          "The planned procedure of summary, discussion and consent beside the name of the "
          "surgery: "
          "by the first three digits of the codes where both have one, else by organ, kind of "
          "operation and extent in the names. One plan that fits is enough. An indicator counts "
          "these; it is no judgement of a mistake."},
     .exceptions =
         {"取消的手术、门诊手术和没有拟施手术的不判。名称看不出器官或操作、含“探查”、单份文书无法判"
          "定；入"
          "路的改变（中转开腹）不在此判定。",
          "Not for cancelled surgery, outpatients, or without a plan. Undecided where a name tells "
          "no organ or action or says 探查, and for a lone document; a changed approach is not "
          "judged here."},
     .advice = {"改变手术的写明理由并告知患方；写错的更正手术名称或计划。",
                "Record why the operation was changed and tell the patient, or correct the name."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
