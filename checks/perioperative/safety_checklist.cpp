// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{"missing", "未见{0}的手术安全核查表；核查表应当纳入病历。",
                                    "no surgical safety checklist is on file for {0}."};

constexpr Option<bool> kOutpatients{"outpatients", false, "门诊手术也要求手术安全核查表",
                                    "also ask for it in surgery of outpatients"};

constexpr Citation kBasis[] = {{"HX", "11-3"}, {"BL", "22(16)"}, {"ZB", "14"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kOutpatients};

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart) && !options[kOutpatients]) return;
  const std::optional<Missing> kind = options[kOutpatients] ? std::nullopt : kind_doubt(chart);
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const Forms forms = forms_about(chart, i, "surgical-safety", DocType::kSafetyChecklist);
    if (!forms.none()) {
      report.pass(of_surgery(i));
      continue;
    }
    const TimeFact& left = surgery.left_room ? surgery.left_room : surgery.end;
    const std::optional<Time> until = left ? std::optional<Time>(left.value()) : std::nullopt;
    say_absent(chart, i, kMissing, {until, first_of({form_doubt(chart, forms), kind}), {}}, report);
  }
}

}  // namespace

extern constinit const Check periop_safety_checklist{
    {.id = "periop-safety-checklist",
     .severity = Severity::kError,
     .title = {"手术安全核查表应纳入病历", "The surgical safety checklist is part of the chart"},
     .judged = {"每台住院手术的病历中都有手术安全核查表。",
                "Every surgery of an inpatient has its safety checklist in the chart."},
     .exceptions =
         {"取消的手术不判；门诊手术默认不判（可用参数改变）。核查表单未载入（如纸质存档）、多台手术"
          "而核查表未注明哪一台、单份文书无法判定。",
          "Not for cancelled surgeries, nor for outpatients unless an option asks for it. "
          "Undecided where checklists are not loaded (kept on paper), where one names none of "
          "several surgeries, and for a lone document."},
     .advice = {"请归入手术安全核查表；未做核查的应查明原因，不得补造。",
                "File the checklist; where no check was made, find out why and do not write one "
                "afterwards."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
