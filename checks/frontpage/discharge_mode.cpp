// SPDX-License-Identifier: Apache-2.0
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kEmpty{"empty", "首页未填写离院方式。",
                           "the mode of discharge on the front page is not filled in."};
constexpr Message<std::string_view> kUnknown{"unknown",
                                             "首页离院方式“{0}”不是离院方式代码表中的一种。",
                                             "“{0}” is no mode of discharge of the code table."};
constexpr Message<std::string_view> kReceiver{
    "receiver", "首页离院方式为“{0}”，未填写拟接收医疗机构名称。",
    "the mode of discharge is “{0}”, and the receiving institution is not filled in."};

constexpr Citation kBasis[] = {{"SY", "3"}, {"84", "离院方式"}, {"FP", "离院方式"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kEmpty, kUnknown, kReceiver};

void judge_receiver(const FrontPage& page, const FrontPageField& mode, Report& report) {
  constexpr FrontPageItem kItem = FrontPageItem::kReceivingInstitution;
  if (page.filled(kItem) != nullptr) return report.pass(of_chart());
  if (const auto doubt = page.doubt(kItem)) {
    return report.undecided(of_chart(), *doubt, mode.value.span);
  }
  report.fail(kReceiver, of_chart(), page.place_of(FrontPageItem::kDisposition), mode.value.value)
      .weaker(Severity::kNote);
}

void run(const Chart& chart, const Options&, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || still_there(report)) return;
  constexpr FrontPageItem kItem = FrontPageItem::kDisposition;
  const FrontPageField* mode = page.filled(kItem);
  if (mode == nullptr) {
    const Span where = page.place_of(kItem);
    if (const auto doubt = page.doubt(kItem)) return report.undecided(of_chart(), *doubt, where);
    report.fail(kEmpty, of_chart(), where);
    return;
  }
  switch (disposition_in(mode->value.value)) {
    case Disposition::kUnknown:
      report.fail(kUnknown, of_chart(), mode->value.span, mode->value.value);
      return;
    case Disposition::kTransfer:
    case Disposition::kCommunity:
      return judge_receiver(page, *mode, report);
    default:
      report.pass(of_chart());
  }
}

}  // namespace

extern constinit const Check frontpage_discharge_mode{
    {.id = "frontpage-discharge-mode",
     .severity = Severity::kError,
     .title = {"首页应填写离院方式", "The front page states the mode of discharge"},
     .judged =
         {"出院病历的首页：离院方式已填写，是代码表中的一种（1医嘱离院、2医嘱转院、3医嘱转社区卫生"
          "服务"
          "机构/"
          "乡镇卫生院、4非医嘱离院、5死亡、9其他）；转院、转社区的填写拟接收医疗机构（提示）。",
          "Front page of a finished stay: the mode of discharge is filled in with one of the code "
          "table (1 home, 2 transfer, 3 community, 4 against advice, 5 death, 9 other); for 2 and "
          "3 the receiving institution (a note)."},
     .exceptions =
         {"患者尚在院、没有首页或首页项目未载入的不判；首页数据中没有此项、首页未能完整读取的无法判"
          "定"
          "。离院方式与转归是否一致由 consistency-outcome "
          "判定。拟接收医疗机构一项出自首页填写说明，未"
          "读到全文。",
          "Not while the patient is there, nor where the items of the front page were not loaded; "
          "undecided where its data bring no such item or it was not read whole. Whether the mode "
          "agrees with the outcome is said by consistency-outcome. The receiving institution is "
          "from the instructions of the form, of which passages only were read."},
     .advice = {"按医嘱和实际去向填写离院方式。",
                "Fill in the mode of discharge as ordered and as it was."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
