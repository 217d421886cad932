// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

// "实际住院天数、住院总费用"
struct ItemNames {
  std::vector<FrontPageItem> items;
};

Argument to_argument(const ItemNames& names) {
  Argument out;
  for (const FrontPageItem item : names.items) {
    out.zh += out.zh.empty() ? "" : "、";
    out.zh += name(item).zh;
    out.en += out.en.empty() ? "" : ", ";
    out.en += name(item).en;
  }
  return out;
}

constexpr Message<int, ItemNames> kMissing{"missing", "首页有{0}项必填项目未填写：{1}。",
                                           "{0} required items of the front page are not filled "
                                           "in: {1}."};

constexpr Citation kBasis[] = {{"SY", "3"}, {"FP", "A、B、C类项目"}, {"84", "住院病案首页"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMissing};

// The items of classes A to C of the scoring sheet that no other check asks for. Name, sex, birth
// date, numbers, times, departments and diagnoses are facts of the chart, not items of its page.
constexpr FrontPageItem kRequired[] = {FrontPageItem::kPaymentMethod,
                                       FrontPageItem::kAdmissionRoute, FrontPageItem::kActualDays,
                                       FrontPageItem::kTotalCost};

void run(const Chart& chart, const Options&, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || still_there(report)) return;
  ItemNames lacking;
  std::optional<Missing> doubt;
  for (const FrontPageItem item : kRequired) {
    if (page.filled(item) != nullptr) continue;
    if (const auto why = page.doubt(item)) {
      doubt = why;
    } else {
      lacking.items.push_back(item);
    }
  }
  if (!lacking.items.empty()) {
    const Span where = page.place_of(lacking.items.front());
    report.fail(kMissing, of_chart(), where, static_cast<int>(lacking.items.size()), lacking);
  } else if (doubt) {
    report.undecided(of_chart(), *doubt, page.place_of(FrontPageItem::kTotalCost));
  } else {
    report.pass(of_chart());
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
