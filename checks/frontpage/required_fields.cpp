// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual> kMissing{"missing", "首页的必填项目“{0}”未填写。",
                                      "the required item “{0}” of the front page is not filled "
                                      "in."};

constexpr Citation kBasis[] = {{"SY", "3"}, {"FP", "A、B、C类项目"}, {"84", "住院病案首页"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMissing};

// The items of classes A to C of the scoring sheet that no other check asks for. Name, sex, birth
// date, numbers, times, departments and diagnoses are facts of the chart, not items of its page.
struct Required {
  FrontPageItem item;
  std::string_view id;
};
constexpr Required kRequired[] = {{FrontPageItem::kPaymentMethod, "payment-method"},
                                  {FrontPageItem::kAdmissionRoute, "admission-route"},
                                  {FrontPageItem::kActualDays, "actual-days"},
                                  {FrontPageItem::kTotalCost, "total-cost"}};

// Each item is a subject of its own.
void run(const Chart& chart, const Options&, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || still_there(report)) return;
  for (const Required& required : kRequired) {
    const Subject subject = of_chart(required.id);
    if (page.filled(required.item) != nullptr) {
      report.pass(subject);
    } else if (const auto why = page.doubt(required.item)) {
      report.undecided(subject, *why, page.place_of(required.item));
    } else {
      report.fail(kMissing, subject, page.place_of(required.item), name(required.item));
    }
  }
}

}  // namespace

extern constinit const Check frontpage_required_fields{
    {.id = "frontpage-required-fields",
     .severity = Severity::kWarning,
     .title = {"首页必填项目应填写", "The required items of the front page are filled in"},
     .judged = {"出院病历的首页：医疗付费方式、入院途径、实际住院天数、住院总费用已填写。",
                "Front page of a finished stay: method of payment, route of admission, days of the "
                "stay and total cost are filled in."},
     .exceptions =
         {"患者尚在院、首页项目未载入的不判；首页数据中没有的项目无法判定，首页未能完整读取的亦然。"
          "离院"
          "方式、药物过敏、血型、再住院计划、新生儿体重、切口愈合、昏迷时间、病理诊断、尸检由各自的"
          "检查"
          "判定；姓名、性别、日期、科别和诊断取自病历，不在此列。评分标准的项目分类只读到摘录。",
          "Not while the patient is there, nor where the items were not loaded; undecided for "
          "items "
          "that the data do not bring, or where the page was not read whole. Mode of discharge, "
          "allergy, blood group, readmission, weights of newborns, healing, coma, pathology and "
          "autopsy have checks of their own; name, sex, dates, departments and diagnoses are facts "
          "of the chart. Of the sheet that classes the items passages only were read."},
     .advice = {"补填所列项目。", "Fill in these items."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
