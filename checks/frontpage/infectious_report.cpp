// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/coded.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kUnreported{
    "unreported", "出院诊断“{0}”是法定报告的传染病，首页传染病报告一项为否或未填写。",
    "the discharge diagnosis “{0}” is a notifiable disease; the item on its report says no or is "
    "empty."};
constexpr Message<> kDiagnosis{"diagnosis", "该诊断", "the diagnosis"};

constexpr Option<WordList> kCodes{
    "codes",
    {"A00|A01|A03|A06.0|A15|A16|A20|A22|A23|A27|A33|A36|A37|A38|A39|A50|A51|A52|A53|A54|A75|A80|"
     "A82|A83.0|A90|A91|A98.5|B04|B05|B06|B08.4|B15|B16|B17.1|B17.2|B20|B21|B22|B23|B24|B26|B50|"
     "B51|B52|B53|B54|B65|B67|J09|J10|U07.1"},
    "法定报告传染病的诊断编码（按甲、乙、丙类病种编列，未据法规原文核对）",
    "codes of notifiable diseases, by the names of the diseases; not compared with the law"};

constexpr Citation kBasis[] = {{"SY", "3"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kUnreported, kDiagnosis};
constexpr OptionInfo kOptions[] = {kCodes};

const Diagnosis* notifiable(const Chart& chart, WordList codes) {
  for (const std::uint32_t i : discharge_list(chart).all) {
    const Diagnosis& d = chart.diagnoses[i];
    const bool listed =
        any_word(codes, [&](std::string_view code) { return d.code.value.starts_with(code); });
    if (icd_coded(chart, d) && listed) return &d;
  }
  return nullptr;
}

void run(const Chart& chart, const Options& options, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || still_there(report)) return;
  constexpr FrontPageItem kItem = FrontPageItem::kInfectiousReport;
  const FrontPageField* reported = page.find(kItem);
  if (reported == nullptr) return;  // The national form has no such item.
  const Diagnosis* diagnosis = notifiable(chart, options[kCodes]);
  if (diagnosis == nullptr) return;
  const std::string_view value = reported->value.value;
  if (!blank_item(value) && yes_or_no(value) != false) return report.pass(of_chart());
  report.fail(kUnreported, of_chart(), page.place_of(kItem), diagnosis->code.value)
      .note(kDiagnosis, diagnosis->span);
}

}  // namespace

extern constinit const Check frontpage_infectious_report{
    {.id = "frontpage-infectious-report",
     .severity = Severity::kWarning,
     .title = {"法定传染病的首页应注明已报告",
               "The front page says that a notifiable disease was reported"},
     .judged = {"首页数据中有传染病报告一项的：出院诊断有法定报告的传染病时，该项不为否或空。",
                "Where the data of the front page have an item on the report of infectious "
                "diseases: with a notifiable disease among the discharge diagnoses it is neither "
                "no nor empty."},
     .exceptions =
         {"首页没有此项的不判（全国统一的首页无此项）；病种编码是可调参数，未据法规原文核对；此前已"
          "报告"
          "的可用豁免说明；患者尚在院的不判。",
          "Not where the page has no such item, as the national form has none; the codes are an "
          "option and were not compared with the law; what was reported before can be waived. Not "
          "while the patient is there."},
     .advice = {"核实是否已报告传染病，补报或改正此项。",
                "See whether the disease was reported; report it or correct the item."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
