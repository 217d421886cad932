// SPDX-License-Identifier: Apache-2.0
#include "checks/frontpage/blood_words.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual> kEmpty{"empty", "首页未填写{0}（未查的填“未查”）。",
                                    "the {0} on the front page is not filled in; where it was not "
                                    "tested, that is to be said."};
constexpr Message<Bilingual, std::string_view, std::string_view> kDiffers{
    "differs", "首页{0}为“{1}”，检验结果为“{2}”，两者不一致。",
    "the {0} is “{1}” on the front page and “{2}” by the laboratory."};
constexpr Message<> kResult{"result", "检验结果", "the result"};

constexpr Citation kBasis[] = {{"SY", "3"}, {"84", "血型"}, {"ZJ", "病案首页4"}};
constexpr int kCore[] = {10, 17};
constexpr MessageInfo kMessages[] = {kEmpty, kDiffers, kResult};

struct Kind {
  FrontPageItem item;
  std::string_view detail;
  BloodSystem system;
};

constexpr Kind kKinds[] = {
    {FrontPageItem::kBloodGroup, "abo", BloodSystem::kAbo},
    {FrontPageItem::kRhGroup, "rh", BloodSystem::kRh},
};

// A number of a result is no code of the form.
const ResultItem* tested(const Chart& chart, BloodSystem system) {
  for (const TestResult& result : chart.results) {
    for (const ResultItem& item : result.items) {
      if (!names_blood_group(system, item.name.value) || is_blood_code(item.value.value)) continue;
      if (is_blood_group(blood_group_in(system, item.value.value))) return &item;
    }
  }
  return nullptr;
}

void judge(const Chart& chart, const FrontPage& page, const Kind& kind, Report& report) {
  const FrontPageField* field = page.filled(kind.item);
  const Span where = page.place_of(kind.item);
  const Subject subject = of_chart(kind.detail);
  // A lone dash is Rh negative to some and an empty item to others.
  if (field == nullptr) {
    const FrontPageField* dash = page.find(kind.item);
    if (kind.item == FrontPageItem::kRhGroup && dash && !dash->value.value.empty()) return;
    if (const auto doubt = page.doubt(kind.item)) {
      return report.undecided(subject, *doubt, where);
    }
    report.fail(kEmpty, subject, where, name(kind.item));
    return;
  }
  const BloodGroup stated = blood_group_in(kind.system, field->value.value);
  const ResultItem* result = tested(chart, kind.system);
  if (result == nullptr || stated == BloodGroup::kUnreadable ||
      stated == blood_group_in(kind.system, result->value.value)) {
    return report.pass(subject);
  }
  report.fail(kDiffers, subject, where, name(kind.item), field->value.value, result->value.value)
      .note(kResult, result->value.span);
}

void run(const Chart& chart, const Options&, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || still_there(report)) return;
  for (const Kind& kind : kKinds) judge(chart, page, kind, report);
}

}  // namespace

extern constinit const Check frontpage_blood_group{
    {.id = "frontpage-blood-group",
     .severity = Severity::kWarning,
     .title = {"首页应填写血型和Rh血型，并与检验结果相符",
               "The front page states blood and Rh group as the laboratory does"},
     .judged =
         {"出院病历的首页：血型、Rh血型已填写（未查的填未查）；病历中有血型检验结果的与其相同。",
          "Front page of a finished stay: blood group and Rh are filled in, if only as not "
          "tested, and are those of the laboratory where the chart holds a result."},
     .exceptions =
         {"患者尚在院、首页项目未载入的不判；首页数据中没有此项的无法判定；无法识别的写法、Rh项只有"
          "一横"
          "的不与检验比较；检验项目名称不是血型、Rh的不取。",
          "Not while the patient is there, nor where the items were not loaded; undecided where "
          "the "
          "data bring no such item; what is not recognised, and a lone dash for Rh, is not "
          "compared, nor a result under another name."},
     .advice = {"核对血型检验报告后填写或改正。",
                "Fill in or correct by the report of the laboratory."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
