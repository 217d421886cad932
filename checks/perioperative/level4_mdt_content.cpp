// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/items.h"
#include "checks/perioperative/level4.h"

namespace emrlint::checks {
namespace {

constexpr Message<int, ItemNames> kLacking{
    "lacking", "四级手术的多学科讨论记录缺少{0}项内容：{1}。",
    "the multidisciplinary discussion of this level 4 surgery lacks {0} item(s): {1}."};

constexpr Citation kBasis[] = {{"SF", "22"}};
constexpr int kCore[] = {8, 12};
constexpr MessageInfo kMessages[] = {kLacking};

constexpr SectionType kIndication[] = {SectionType::kSurgicalIndication};
constexpr SectionType kMethod[] = {SectionType::kSurgicalPlan, SectionType::kPlannedProcedure};
constexpr SectionType kEffect[] = {SectionType::kExpectedEffect};
constexpr SectionType kRisk[] = {SectionType::kSurgicalRisk, SectionType::kRisk,
                                 SectionType::kComplication};
constexpr SectionType kContingency[] = {SectionType::kContingencyPlan};
constexpr SectionType kManagement[] = {
    SectionType::kPerioperativePlan, SectionType::kPostopMeasures, SectionType::kPreopPreparation};

// Of article 22; the last is what a plain discussion has no place for.
constexpr Item kItems[] = {
    {{"手术指征", "indication"}, kIndication, {"指征|适应证|适应症|手术理由"}},
    {{"手术方式和方案", "procedure and plan"},
     kMethod,
     {"手术方案|手术方式|术式|拟行|拟施|手术入路"}},
    {{"预期效果", "expected effect"}, kEffect, {"预期|预后|疗效|手术效果|手术目的|获益|根治|生存"}},
    {{"手术风险", "risks"}, kRisk, {"风险|并发症|意外|出血|吻合口漏|损伤"}},
    {{"处置预案", "contingency plan"}, kContingency, {"预案|防范|应对|处置|处理措施|备血|必要时"}},
    {{"围手术期管理方案", "perioperative management"},
     kManagement,
     {"围手术期|围术期|术前准备|术后管理|术后处理|术后监护|术后转|术后予|术后给予|术后入|ICU|"
      "重症监护|"
      "营养支持|术前予|术前纠正|镇痛"}},
};

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || !surgery.level || surgery.level->value != 4) continue;
    const Document* record = find_mdt(chart, i, report).record;
    if (record == nullptr) continue;
    // What a preoperative discussion lacks of the others is said by the check of its contents.
    const bool plain = record->type == DocType::kPreopDiscussion;
    const std::span<const Item> items(kItems);
    const ItemNames missing_items = lacking(*record, plain ? items.last(1) : items);
    if (missing_items.empty()) {
      report.pass(of_surgery(i));
    } else if (record->broken) {
      report.undecided(of_surgery(i), missing::kRestOfDocument, record->span);
    } else {
      report.fail(kLacking, of_surgery(i), record->span, missing_items.count(), missing_items);
    }
  }
}

}  // namespace

extern constinit const Check periop_level4_mdt_content{
    {.id = "periop-level4-mdt-content",
     .severity = Severity::kWarning,
     .title = {"四级手术的多学科讨论内容应完整",
               "The discussion before level 4 surgery covers what it must"},
     .judged =
         {"四级手术术前多学科讨论的记录写有手术指征、方式和方案、预期效果、风险、处置预案和围手术期"
          "管理方"
          "案；写在自己的章节里，或正文中出现相应用语，都算写有。",
          "The record of the multidisciplinary discussion before level 4 surgery holds the "
          "indication, the procedure and plan, the expected effect, the risks, what is done about "
          "them, and the perioperative management, in sections or in words."},
     .exceptions =
         {"没有多学科讨论记录的不判，由 periop-level4-mdt 提示；以术前讨论记录代替的，其余项目由 "
          "periop-preop-discussion-content "
          "判定，此处只看围手术期管理方案。记录未能读全的无法判定。",
          "Not judged without such a record, said by periop-level4-mdt; where a preoperative "
          "discussion stands for it, periop-preop-discussion-content judges the other items, and "
          "only the management is judged here. Undecided where the record was not read whole."},
     .advice = {"请补充所列讨论内容，写明确定的手术方案和围手术期管理方案。",
                "Add what is listed, with the plan and the management that were agreed on."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
