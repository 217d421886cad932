// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_COMPLETENESS_ROUND_ITEMS_H_
#define EMRLINT_CHECKS_COMPLETENESS_ROUND_ITEMS_H_

#include <string_view>

#include "check/attendance.h"
#include "checks/completeness/record_items.h"

// What the notes on rounds of senior physicians hold (BL 22(3)), and which of them is the first
// round of the attending physician.
namespace emrlint::checks {

inline constexpr SectionType kPlanSections[] = {SectionType::kTreatmentPlan, SectionType::kOrders,
                                                SectionType::kTreatment};
inline constexpr WordList kPlanWords{
    "计划|意见|开始|使用|应用|口服|下床|活动|建议|继续|维持|予|完善|拟|嘱|治疗|复查|复测|监测|观察|"
    "请|会诊|手术|加用|停|改为|改用|改成|更改|调整|"
    "指示|"
    "注意|控制|加强|鼓励|指导|预防|追踪|待|随访|出院|转科|转院|抗感染|补液|护理|告知|沟通|拔除|"
    "同意|"
    "讨论|择期|安排|拔|减至|减为|加至|加为|加大|增至|双抗|他汀|激素|胰岛素|抗凝|抗栓|PPI|备血|外搽|"
    "外涂|转康复|转普|转ICU|转入|BiPAP|CRRT|qd|bid|tid|qid|mg|ug|警惕|避免|换用|换为|减量|减药|"
    "减少|减激|减停|加量|续用|续予|续贯|脱机|撤机|"
    "通气|光疗|蓝光|方案|溶栓|透析|输注|输血|静滴|静脉|吸氧|吸痰|雾化|急查|检查|送检|培养|"
    "PCI|行CT|行MR|拟行|行急诊|行手术|进食|禁食|限盐|限水|限制|拔管|改半流|改流质|改普食|拆线|试产|"
    "剖宫产|引产|"
    "破膜|"
    "化疗|放疗|电休克|"
    "MECT|保守|理疗|降阶梯|升级|升阶梯|给|肺保护|卧位|行TH|行TK|置换|内固定|切除"};

// What holds a word of a plan and is none.
inline constexpr WordList kNoPlan{
    "停经|活动受限|活动自如|活动可|活动好|活动正常|活动尚|活动度|活动无|活动障碍|期待|停止排|"
    "诊治经过"};

// The note on the first round of the attending physician: one that says so, else the first with an
// attending physician. Null where there is none; `doubt` where an earlier note may be it, or where
// it says that it is a later one (日常查房).
struct FirstAttendingRound {
  const Document* note = nullptr;
  bool doubt = false;
};
FirstAttendingRound first_attending_round(const Chart& chart);

// Whether the note names the physician of the round with the title. Also where nobody's title is
// known: then nothing can be said.
bool names_rounder(const Chart& chart, const Document& note);

// Whether it tells of the days after an operation or a birth (术后, POD, 产后).
bool is_later(const Document& note);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_COMPLETENESS_ROUND_ITEMS_H_
