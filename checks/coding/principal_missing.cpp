// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kNone{"none", "出院诊断中没有标明主要诊断。",
                          "no discharge diagnosis is marked as principal."};
constexpr Message<int> kSeveral{
    "several", "出院诊断中有{0}个标为主要诊断，主要诊断只能有一个。",
    "{0} discharge diagnoses are marked as principal; there is one only."};
constexpr Message<> kOther{"other", "另一个主要诊断", "the other principal diagnosis"};

constexpr Citation kBasis[] = {{"SY", "9"}, {"SY", "10"}, {"ZB", "21"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kNone, kSeveral, kOther};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  const DischargeList list = discharge_list(chart);
  if (list.all.empty()) {
    // Without any discharge diagnosis the defect is the missing front page or discharge record.
    if (!chart.complete)
      report.undecided(of_chart(), missing::kRestOfChart);
    else
      report.undecided(of_chart(), missing_source(Source::kFrontPage));
    return;
  }
  if (!list.ranked) return report.undecided(of_chart(), missing::kPrincipal);
  const Span first = chart.diagnoses[list.all.front()].span;
  if (list.principal.empty()) {
    report.fail(kNone, of_chart(), first);
  } else if (list.principal.size() == 1) {
    report.pass(of_chart());
  } else {
    report
        .fail(kSeveral, of_chart(), chart.diagnoses[list.principal[1]].span,
              static_cast<int>(list.principal.size()))
        .note(kOther, chart.diagnoses[list.principal[0]].span);
  }
}

}  // namespace

extern constinit const Check principal_missing{
    {.id = "coding-principal-missing",
     .severity = Severity::kError,
     .title = {"出院诊断应有且只有一个主要诊断",
               "The discharge diagnoses have one principal diagnosis"},
     .judged =
         {"已出院（或死亡）的住院病历：病案首页（缺首页时为病历数据或出院记录）的出院诊断中，"
          "标为主要诊断的应恰为一个。",
          "Each stay that ended: of the discharge diagnoses of the front page (else of the chart "
          "data or the discharge record) exactly one is marked as principal."},
     .exceptions =
         {"未出院、门诊不判；数据未区分主次（如多数 FHIR 导出）或没有出院诊断时为无法判定。",
          "Not judged before discharge or for outpatients; undecided where the data do not "
          "rank the diagnoses (most FHIR exports) or there is no discharge diagnosis."},
     .advice = {"按首页填写规范第十至二十一条选定主要诊断。",
                "Choose the principal diagnosis by articles 10 to 21 of the front-page rules."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
