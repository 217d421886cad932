// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
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

// What an item or a result says; kUntested also stands for 不详.
enum class Group { kUnreadable, kA, kB, kO, kAB, kNegative, kPositive, kUntested };

struct Form {
  std::string_view words;  // Whole values, '|' between them.
  Group group;
};

constexpr Form kAbo[] = {
    {"1|A|A型|Ａ|Ａ型|a|A型血", Group::kA},     {"2|B|B型|Ｂ|Ｂ型|b|B型血", Group::kB},
    {"3|O|O型|Ｏ|Ｏ型|o|O型血|0型", Group::kO}, {"4|AB|AB型|ＡＢ|ＡＢ型|ab|AB型血", Group::kAB},
    {"5|6|不详|未查|未检测", Group::kUntested},
};
constexpr Form kRh[] = {
    {"1|阴|阴性|-|阴性(-)|阴性（-）|Rh阴性|RhD阴性|neg|negative", Group::kNegative},
    {"2|阳|阳性|+|阳性(+)|阳性（+）|Rh阳性|RhD阳性|pos|positive", Group::kPositive},
    {"3|4|不详|未查|未检测", Group::kUntested},
};

struct Kind {
  FrontPageItem item;
  std::string_view detail;
  std::span<const Form> forms;
  std::string_view tests;  // Names of the item of a result, '|' between them.
};

constexpr Kind kKinds[] = {
    {FrontPageItem::kBloodGroup, "abo", kAbo, "ABO血型|血型|ABO|ABO血型鉴定|ABO正反定型|血型(ABO)"},
    {FrontPageItem::kRhGroup, "rh", kRh,
     "Rh|RH|Rh血型|RhD|Rh(D)|Rh(D)血型|RhD血型|RH血型|Rh(D)抗原"},
};

Group group_in(std::span<const Form> forms, std::string_view text) {
  const auto found = std::find_if(forms.begin(), forms.end(),
                                  [&](const Form& form) { return lists({form.words}, text); });
  return found == forms.end() ? Group::kUnreadable : found->group;
}

// A number of a result is no code of the form.
bool is_code(std::string_view text) { return text.size() == 1 && text[0] >= '0' && text[0] <= '9'; }

const ResultItem* tested(const Chart& chart, const Kind& kind) {
  for (const TestResult& result : chart.results) {
    for (const ResultItem& item : result.items) {
      if (!lists({kind.tests}, item.name.value) || is_code(item.value.value)) continue;
      const Group group = group_in(kind.forms, item.value.value);
      if (group != Group::kUnreadable && group != Group::kUntested) return &item;
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
  const Group stated = group_in(kind.forms, field->value.value);
  const ResultItem* result = tested(chart, kind);
  if (result == nullptr || stated == Group::kUnreadable ||
      stated == group_in(kind.forms, result->value.value)) {
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
