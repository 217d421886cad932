// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/items.h"
#include "checks/perioperative/records.h"

namespace emrlint::checks {
namespace {

constexpr Message<int, ItemNames> kLacking{"lacking", "术前小结缺少{0}项内容：{1}。",
                                           "the preoperative summary lacks {0} item(s): {1}."};

constexpr Citation kBasis[] = {{"BL", "22(11)"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kLacking};

constexpr SectionType kCondition[] = {SectionType::kCaseSummary, SectionType::kConditionSummary,
                                      SectionType::kPresentIllness, SectionType::kCurrentCondition};
constexpr SectionType kDiagnosis[] = {SectionType::kPreopDiagnosis, SectionType::kDiagnosis};
constexpr SectionType kIndication[] = {SectionType::kSurgicalIndication};
constexpr SectionType kProcedure[] = {SectionType::kPlannedProcedure, SectionType::kProcedureName,
                                      SectionType::kSurgicalPlan};
constexpr SectionType kAnesthesia[] = {SectionType::kPlannedAnesthesia,
                                       SectionType::kAnesthesiaMethod};
constexpr SectionType kPrecautions[] = {SectionType::kPrecautions};
constexpr SectionType kVisit[] = {SectionType::kSurgeonVisit};

constexpr Item kItems[] = {
    {{"简要病情", "summary of the case"}, kCondition, {"简要病情|病情摘要|病历摘要"}},
    {{"术前诊断", "preoperative diagnosis"}, kDiagnosis, {"术前诊断"}},
    {{"手术指征", "indication"}, kIndication, {"手术指征|手术适应证|手术适应症"}},
    {{"拟施手术名称和方式", "planned procedure"},
     kProcedure,
     {"拟施手术|拟行手术|手术名称|手术方式"}},
    {{"拟施麻醉方式", "planned anaesthesia"}, kAnesthesia, {"麻醉方式|拟施麻醉|麻醉方法|麻醉下"}},
    {{"注意事项", "precautions"}, kPrecautions, {"注意事项"}},
    {{"手术者术前查看患者情况", "surgeon's visit before surgery"},
     kVisit,
     {"术者查看|术者已查看|术者术前查看|手术者术前查看|手术者查看|主刀查看|主刀医师查看|术者查房|"
      "主刀医师查房|术者看过患者"}},
};

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (chart.surgeries[i].cancelled) continue;
    const Records records = records_about(chart, i, {DocType::kPreopSummary});
    if (records.all.empty()) continue;  // Said by periop-preop-summary.
    const Document& document = *records.all.back();
    const ItemNames items = lacking(document, kItems);
    if (!items.empty() && document.broken) {
      report.undecided(of_surgery(i), missing::kRestOfDocument, document.span);
    } else if (items.empty()) {
      report.pass(of_surgery(i));
    } else {
      report.fail(kLacking, of_surgery(i), document.span, items.count(), items);
    }
  }
}

}  // namespace

extern constinit const Check periop_preop_summary_items{
    {.id = "periop-preop-summary-items",
     .severity = Severity::kWarning,
     .title = {"术前小结内容应完整", "The preoperative summary is complete"},
     .judged =
         {"术前小结写有简要病情、术前诊断、手术指征、拟施手术名称和方式、拟施麻醉方式、注意事项，并"
          "记录手术者术前查看患者情况。内容写在自己的章节里，或正文中出现相应用语，都算写有。",
          "The summary holds the case, the preoperative diagnosis, the indication, the planned "
          "procedure and anaesthesia, precautions, and that the surgeon saw the patient; in a "
          "section of its own or named in the text."},
     .exceptions =
         {"没有单独的术前小结时不判，由 periop-preop-summary 提示；同一手术有多份的看最后一份。",
          "Not judged without a summary, said by periop-preop-summary; of several the last "
          "one counts."},
     .advice = {"请在术前小结中补充所列内容。", "Add what is listed to the summary."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
