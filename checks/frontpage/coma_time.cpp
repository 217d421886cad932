// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/coding/coded.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kEmpty{
    "empty", "出院诊断“{0}”表明颅脑损伤伴昏迷，首页入院前、入院后昏迷时间均未填写。",
    "the discharge diagnosis “{0}” is a head injury with coma, and neither time of coma is filled "
    "in on the front page."};
constexpr Message<> kNoInjury{"no-injury",
                              "首页填写了颅脑损伤患者昏迷时间，出院诊断中没有颅脑损伤。",
                              "the front page states a time of coma after head injury, and no "
                              "discharge diagnosis is a head injury."};

constexpr Citation kBasis[] = {{"SY", "3"}, {"84", "颅脑损伤患者昏迷时间"}, {"ZJ", "病案首页4"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kEmpty, kNoInjury};

constexpr CodeRange kIntracranial[] = {{"S06", "S06"}};
constexpr CodeRange kWithComa[] = {{"S06.7", "S06.7"}};
constexpr CodeRange kComa[] = {{"R40.2", "R40.2"}};
// Injuries of the head, of several regions, at birth, and what follows from them.
constexpr CodeRange kHead[] = {{"S00", "S09"}, {"T00", "T07"}, {"T90", "T90"}, {"P10", "P11"}};

// The first discharge diagnosis in a range; null where there is none.
const Diagnosis* coded_in(const Chart& chart, std::span<const CodeRange> ranges) {
  for (const std::uint32_t i : discharge_list(chart).all) {
    const Diagnosis& d = chart.diagnoses[i];
    if (icd_coded(chart, d) && well_formed(d) && in_ranges(ranges, d.code.value)) return &d;
  }
  return nullptr;
}

bool all_coded(const Chart& chart) {
  const DischargeList list = discharge_list(chart);
  return !list.all.empty() && std::all_of(list.all.begin(), list.all.end(), [&](std::uint32_t i) {
    return icd_coded(chart, chart.diagnoses[i]) && well_formed(chart.diagnoses[i]);
  });
}

const Diagnosis* with_coma(const Chart& chart) {
  if (const Diagnosis* told = coded_in(chart, kWithComa)) return told;
  return coded_in(chart, kComa) != nullptr ? coded_in(chart, kIntracranial) : nullptr;
}

// A time of more than nothing: days, hours and minutes may be items of their own.
const FrontPageField* some_coma(const Chart& chart) {
  for (const FrontPageField& field : chart.front_page) {
    const bool coma =
        field.item == FrontPageItem::kComaBefore || field.item == FrontPageItem::kComaAfter;
    const std::optional<double> number = coma ? number_in(field.value.value) : std::nullopt;
    if (number && *number > 0) return &field;
  }
  return nullptr;
}

void run(const Chart& chart, const Options&, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || still_there(report)) return;
  constexpr FrontPageItem kBefore = FrontPageItem::kComaBefore, kAfter = FrontPageItem::kComaAfter;
  const Diagnosis* diagnosis = with_coma(chart);
  if (diagnosis == nullptr) {
    const FrontPageField* coma = some_coma(chart);
    if (coma == nullptr || !all_coded(chart)) return;
    if (coded_in(chart, kHead) != nullptr) return report.pass(of_chart());
    report.fail(kNoInjury, of_chart(), coma->value.span);
    return;
  }
  if (page.filled(kBefore) || page.filled(kAfter)) return report.pass(of_chart());
  if (const auto doubt = page.doubt(page.find(kAfter) != nullptr ? kAfter : kBefore)) {
    return report.undecided(of_chart(), *doubt, page.place_of(kBefore));
  }
  report.fail(kEmpty, of_chart(), page.place_of(kBefore), diagnosis->code.value);
}

}  // namespace

extern constinit const Check frontpage_coma_time{
    {.id = "frontpage-coma-time",
     .severity = Severity::kWarning,
     .title = {"颅脑损伤伴昏迷的首页应填写昏迷时间",
               "The front page of a head injury with coma states how long it lasted"},
     .judged =
         {"出院诊断有 S06.7（伴延长昏迷的颅内损伤），或 S06 与 "
          "R40.2（昏迷）并存的：首页填写入院前或入院"
          "后昏迷时间。填写了昏迷时间的：出院诊断中有头部、多部位或产伤性损伤。",
          "With a discharge diagnosis S06.7 (intracranial injury with prolonged coma), or S06 "
          "together with R40.2 (coma): the coma before or after admission is filled in. Where one "
          "is filled in, some diagnosis is an injury of the head, of several regions or at birth."},
     .exceptions =
         {"其他 S06 "
          "诊断不表明有无昏迷，不要求填写；患者尚在院、首页项目未载入的不判；首页数据中没有此项"
          "的无法判定；有诊断没有编码的不判第二项。",
          "Other codes of S06 do not tell of a coma and ask for nothing; not while the patient is "
          "there, nor where the items were not loaded; undecided where the data bring no such "
          "item. The second is not judged where a diagnosis has no code."},
     .advice = {"按病程记录填写入院前、入院后昏迷时间，或核对诊断编码。",
                "Fill in both times by the notes, or check the codes."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
