// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/items.h"
#include "checks/perioperative/records.h"

namespace emrlint::checks {
namespace {

constexpr Message<int, ItemNames> kLacking{"lacking", "术前讨论记录缺少{0}项内容：{1}。",
                                           "the preoperative discussion lacks {0} item(s): {1}."};

constexpr Option<bool> kContraindication{"contraindication", true,
                                         "要求写明禁忌症（手术质量安全提升行动方案第4项）",
                                         "ask for contraindications (item 4 of the action plan)"};

constexpr Citation kBasis[] = {{"HX", "8"}, {"BL", "22(12)"}, {"SA", "4"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kLacking};
constexpr OptionInfo kOptions[] = {kContraindication};

constexpr SectionType kIndication[] = {SectionType::kSurgicalIndication};
constexpr SectionType kPlan[] = {SectionType::kSurgicalPlan, SectionType::kPlannedProcedure,
                                 SectionType::kSurgicalKeyPoints};
constexpr SectionType kEffect[] = {SectionType::kExpectedEffect};
constexpr SectionType kRisk[] = {SectionType::kSurgicalRisk, SectionType::kRisk,
                                 SectionType::kComplication};
constexpr SectionType kContingency[] = {SectionType::kContingencyPlan};
constexpr SectionType kPreparation[] = {SectionType::kPreopPreparation};
constexpr SectionType kAgainst[] = {SectionType::kContraindication};
constexpr SectionType kOpinion[] = {SectionType::kDiscussionOpinion};
constexpr SectionType kSummary[] = {SectionType::kDiscussionSummary};

constexpr Item kItems[] = {
    {{"术前准备情况", "preparation"}, kPreparation, {"术前准备"}},
    {{"手术指征", "indication"}, kIndication, {"手术指征|手术适应证|手术适应症|有手术指征"}},
    {{"手术方案", "surgical plan"}, kPlan, {"手术方案|手术方式|术式|拟行|拟施"}},
    {{"预期效果", "expected effect"}, kEffect, {"预期效果|预期疗效|预期结果|手术效果|预后"}},
    {{"手术风险（可能出现的意外）", "risks"}, kRisk, {"手术风险|并发症|意外|风险"}},
    {{"防范措施和处置预案", "contingency plan"}, kContingency, {"预案|防范|应对措施|处理措施"}},
    {{"具体讨论意见", "opinions"}, kOpinion, {"讨论意见|医师：|医师:|主任：|主任:"}},
    {{"主持人小结意见", "conclusion of the host"}, kSummary, {"小结|总结|结论"}},
};
constexpr Item kAgainstItem{{"禁忌症", "contraindications"}, kAgainst, {"禁忌"}};
constexpr Item kAttendanceItem{
    {"参加讨论者", "participants"}, {}, {"参加人员|参加讨论|参加者|参加医师"}};
constexpr Item kDateItem{{"讨论日期", "date of the discussion"}, {}, {"讨论日期|讨论时间"}};
constexpr Bilingual kRecorderName{"记录者签名", "signature of the recorder"};

bool signed_by_staff(const Document& document) {
  for (const Signature& signature : document.signatures) {
    if (!is_patient_side(signature.role)) return true;
  }
  return false;
}

ItemNames missing_items(const Document& document, const Options& options) {
  ItemNames result = lacking(document, kItems);
  const auto ask = [&](bool there, const Item& item) {
    if (!there && !has_item(document, item)) result.names.push_back(item.name);
  };
  if (options[kContraindication]) ask(false, kAgainstItem);
  ask(!document.participants.empty(), kAttendanceItem);
  ask(took_place(document).has_value(), kDateItem);
  if (!signed_by_staff(document)) result.names.push_back(kRecorderName);
  return result;
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (chart.surgeries[i].cancelled) continue;
    const Records records = records_about(chart, i, {DocType::kPreopDiscussion});
    if (records.all.empty()) continue;
    // The last one counts: it is the discussion that the plan follows.
    const Document& document = *records.all.back();
    const ItemNames items = missing_items(document, options);
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

extern constinit const Check periop_preop_discussion_content{
    {.id = "periop-preop-discussion-content",
     .severity = Severity::kWarning,
     .title = {"术前讨论记录内容应完整", "The preoperative discussion is complete"},
     .judged = {"术前讨论记录写有术前准备情况、手术指征、手术方案、预期效果、手术风险、防范措施和处"
                "置预案、具体讨论意见、主持人小结意见、禁忌症、参加讨论者、讨论日期和记录者签名。内"
                "容写在自己的章节里，或正文中出现相应用语，都算写有。",
                "The record holds preparation, indication, plan, expected effect, risks, "
                "contingency plan, opinions, the host's conclusion, contraindications, "
                "participants, date and the signature of the recorder, in a section of its own or "
                "named in the text."},
     .exceptions =
         {"没有单独的术前讨论记录时不判，由 periop-preop-discussion 提示；有多次讨论的看最后"
          "一次。",
          "Not judged without a record of the discussion, said by periop-preop-discussion; "
          "of several discussions the last one counts."},
     .advice = {"请补充所列内容；确无禁忌的请写明“无明确手术禁忌”。",
                "Add what is listed; where there is no contraindication, write so."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
