// SPDX-License-Identifier: Apache-2.0
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kEmpty{"empty", "首页未填写是否有出院31天内再住院计划。",
                           "the front page does not say whether a readmission within 31 days is "
                           "planned."};
constexpr Message<> kPurpose{"purpose", "首页填写有出院31天内再住院计划，未填写再住院目的。",
                             "a readmission within 31 days is planned, and its purpose is not "
                             "filled in."};

constexpr Citation kBasis[] = {{"SY", "3"}, {"84", "出院31天内再住院计划"}, {"ZJ", "病案首页4"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kEmpty, kPurpose};

// The form has 1 for none and 2 for some; other systems use 1 for yes, so that 1 says nothing.
bool planned(const FrontPageField& plan) {
  return plan.value.value == "2" || yes_or_no(plan.value.value) == true;
}

void run(const Chart& chart, const Options&, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || chart.dead() || still_there(report)) return;
  constexpr FrontPageItem kPlan = FrontPageItem::kReadmissionPlan;
  constexpr FrontPageItem kWhy = FrontPageItem::kReadmissionPurpose;
  const FrontPageField* plan = page.filled(kPlan);
  const Span where = page.place_of(kPlan);
  if (plan == nullptr) {
    if (const auto doubt = page.doubt(kPlan)) return report.undecided(of_chart(), *doubt, where);
    report.fail(kEmpty, of_chart(), where);
  } else if (!planned(*plan) || page.filled(kWhy) != nullptr) {
    report.pass(of_chart());
  } else if (const auto doubt = page.doubt(kWhy)) {
    report.undecided(of_chart(), *doubt, where);
  } else {
    report.fail(kPurpose, of_chart(), where);
  }
}

}  // namespace

extern constinit const Check frontpage_readmission_31d{
    {.id = "frontpage-readmission-31d",
     .severity = Severity::kWarning,
     .title = {"首页应填写31天内再住院计划及目的",
               "The front page states a planned readmission and its purpose"},
     .judged = {"出院病历的首页：是否有出院31天内再住院计划已填写；有计划的填写目的。",
                "Front page of a finished stay: whether a readmission within 31 days is planned is "
                "filled in, and if so its purpose."},
     .exceptions =
         {"死亡患者、患者尚在院、首页项目未载入的不判；首页数据中没有此项的无法判定。代码1在不同系"
          "统中"
          "含义相反，不据以要求填写目的。",
          "Not for deaths, while the patient is there, nor where the items were not loaded; "
          "undecided where the data bring no such item. The code 1 means opposite things in "
          "different systems and calls for no purpose."},
     .advice = {"填写有无再住院计划；有的写明目的。",
                "Fill in whether a readmission is planned, and for what."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
