// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_DOMAINS_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_DOMAINS_H_

#include <cstddef>
#include <vector>

#include "checks/perioperative/items.h"
#include "model/chart.h"

// What a preoperative assessment covers (SA 3): the sections and the words that show a domain.
namespace emrlint::checks {

inline constexpr SectionType kGeneralSections[] = {
    SectionType::kGeneralState, SectionType::kVitalSigns, SectionType::kPhysicalExam};
inline constexpr SectionType kSeveritySections[] = {SectionType::kDiseaseSeverity,
                                                    SectionType::kAsa};
inline constexpr SectionType kOrgansSections[] = {SectionType::kOrganFunction};
inline constexpr SectionType kDrugsSections[] = {SectionType::kMedicationHistory,
                                                 SectionType::kMedication};
inline constexpr SectionType kClottingSections[] = {SectionType::kCoagulation};
inline constexpr SectionType kMindSections[] = {SectionType::kPsychologicalState};
inline constexpr SectionType kNutritionSections[] = {SectionType::kNutritionalState};

// The domains of item 3, in its order.
inline constexpr Item kAssessmentDomains[] = {
    {{"一般情况", "general condition"},
     kGeneralSections,
     {"一般情况|一般状况|全身情况|全身状况|生命体征|神志"}},
    {{"疾病严重程度", "severity of the disease"},
     kSeveritySections,
     {"严重程度|病情评估|病情分级|病情平稳|病情稳定|病情较重|病情危重|ASA|分期|分级"}},
    {{"重要脏器功能", "organ function"},
     kOrgansSections,
     {"脏器功能|心功能|肺功能|肝功能|肾功能|肝肾功能|心肺功能|心电图|超声心动图"}},
    {{"用药情况", "medication"}, kDrugsSections, {"用药|服药|服用|口服|停药|停用|抗凝"}},
    {{"凝血功能", "coagulation"}, kClottingSections, {"凝血|APTT|INR|国际标准化比值"}},
    {{"心理状态", "psychological state"}, kMindSections, {"心理|情绪|焦虑|抑郁|紧张|精神状态"}},
    {{"营养状态", "nutritional state"},
     kNutritionSections,
     {"营养|NRS|BMI|体重指数|体质指数|白蛋白"}},
};
inline constexpr std::size_t kClottingDomain = 4;

// The records of these types ("preop-summary") about the surgery that are not after its start.
std::vector<const Document*> assessment_records(const Chart& chart, std::size_t index,
                                                WordList types);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_DOMAINS_H_
