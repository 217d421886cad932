// SPDX-License-Identifier: Apache-2.0
#include "checks/consent/forms.h"

#include <algorithm>

#include "terminology/ws500.h"

namespace emrlint::checks {
namespace {

using S = SectionType;

constexpr S kDiagnoses[] = {S::kPreopDiagnosis, S::kDiagnosis, S::kCurrentDiagnosis,
                            S::kAdmissionDiagnosis, S::kPreliminaryDiagnosis};
constexpr S kProcedures[] = {S::kPlannedProcedure, S::kProcedureName, S::kTreatmentPlan};
constexpr S kPlanned[] = {S::kPlannedProcedure};
constexpr S kMethods[] = {S::kPlannedAnesthesia, S::kAnesthesiaMethod};
constexpr S kRisks[] = {S::kSurgicalRisk, S::kRisk, S::kComplication};
constexpr S kOpinions[] = {S::kPatientOpinion};
constexpr S kIndications[] = {S::kTransfusionIndication};
constexpr S kPurposes[] = {S::kProcedurePurpose};
constexpr S kConditions[] = {S::kConditionSummary, S::kNoticeContent, S::kCurrentCondition};
constexpr S kAlternatives[] = {S::kAlternativePlan};

constexpr std::string_view kDiagnosisCode[] = {"DE05.01.024.00", "DE05.01.025.00"};
constexpr std::string_view kSurgeryCode[] = {"DE06.00.302.00", "DE06.00.093.00", "DE06.00.094.00"};
constexpr std::string_view kBaseDisease[] = {"DE04.01.121.00", "DE05.10.146.00"};
constexpr std::string_view kInvasive[] = {"执行有创操作和检测方法"};
constexpr std::string_view kIndicationCode[] = {"DE06.00.340.00"};
constexpr std::string_view kPretests[] = {"DE05.10.109.00"};
constexpr std::string_view kItemCode[] = {"DE06.00.306.00"};
constexpr std::string_view kPurposeCode[] = {"DE06.00.305.00"};
constexpr std::string_view kAlternativeCode[] = {"DE06.00.301.00"};
constexpr std::string_view kRiskCode[] = {"DE05.01.075.00", "DE05.10.162.00"};
constexpr std::string_view kOpinionCode[] = {"DE06.00.018.00"};

constexpr std::string_view kRiskWords = "风险|并发症|意外|可能出现|可能发生|危险|不良后果";

constexpr RecordItem kDiagnosed{
    {"术前诊断", "the preoperative diagnosis"}, kDiagnoses, kDiagnosisCode, {"术前诊断|诊断"}};
constexpr RecordItem kNamed{
    {"手术名称", "the name of the surgery"},
    kProcedures,
    kSurgeryCode,
    {"手术名称|拟施|拟行|拟定|手术方式|手术方案|行手术|切除术|修补术|成形术|剖宫产"}};
constexpr RecordItem kRisk{
    {"并发症与风险", "complications and risks"}, kRisks, kRiskCode, {kRiskWords}};
constexpr RecordItem kOpinion{{"患方意见", "the opinion of the patient's side"},
                              kOpinions,
                              kOpinionCode,
                              {"同意|拒绝|知情|理解|知晓|了解|愿意|要求|接受"}};
constexpr RecordItem kAlternative{
    {"替代方案", "alternatives"}, kAlternatives, kAlternativeCode, {"替代"}};

constexpr RecordItem kSurgery[] = {kDiagnosed, kNamed, kRisk, kOpinion, kAlternative};
constexpr RecordItem kAnesthesia[] = {
    kDiagnosed,
    {{"拟行手术方式", "the planned surgery"},
     kPlanned,
     {},
     {"拟行|拟施|手术方式|手术名称|行手术|切除|修补|成形术|内固定|剖宫产"}},
    {{"拟行麻醉方式", "the planned anaesthesia"},
     kMethods,
     {},
     {"麻醉方式|麻醉方法|全身麻醉|全麻|椎管内|腰麻|硬膜外|腰硬|蛛网膜下|骶管|神经阻滞|臂丛|"
      "静脉麻醉|复合麻醉|监护麻醉|局麻|局部麻醉"}},
    {{"基础疾病及特殊情况", "underlying diseases"},
     {},
     kBaseDisease,
     {"基础疾病|合并|既往|高血压|糖尿病|冠心病|特殊情况|心肺|慢性"}},
    {{"有创操作和监测", "invasive procedures and monitoring"},
     {},
     kInvasive,
     {"有创|动脉穿刺|深静脉|中心静脉|监测|监护|插管|置管"}},
    kRisk,
    kOpinion,
};
constexpr RecordItem kTransfusionForm[] = {
    {{"诊断", "the diagnosis"}, kDiagnoses, kDiagnosisCode, {"诊断"}},
    {{"输血指征", "the indication"},
     kIndications,
     kIndicationCode,
     {"输血指征|用血指征|贫血|失血|出血"}},
    {{"拟输成份", "the product"},
     {},
     {},
     {"红细胞|RBC|血浆|血小板|冷沉淀|全血|成份|成分|白蛋白|粒细胞|品种"}},
    {{"输血前检查结果", "the results of tests"},
     {},
     kPretests,
     {"血型|乙肝|丙肝|梅毒|HIV|HBsAg|ALT|检查结果|传染病|输血前检查|未出|待回报"}},
    {{"输血风险及不良后果", "risks and consequences"},
     kRisks,
     kRiskCode,
     {"风险|反应|不良|可能发生|可能出现"}},
    kOpinion,
};
constexpr RecordItem kSpecial[] = {
    {{"项目名称", "the name"}, kProcedures, kItemCode, {"项目|检查|治疗|穿刺|造影|活检|术"}},
    {{"目的", "the purpose"}, kPurposes, kPurposeCode, {"目的|明确|为了|以便|协助|诊断"}},
    {{"并发症及风险", "complications and risks"}, kRisks, kRiskCode, {kRiskWords}},
    kAlternative,
};
constexpr RecordItem kNotice[] = {
    {{"目前诊断", "the present diagnosis"},
     kDiagnoses,
     kDiagnosisCode,
     {"诊断|炎|出血|梗死|梗塞|衰竭|休克|癌|瘤|疝|损伤|中毒|综合征|骨折|心律失常|脓毒|骤停|栓塞|"
      "坏死|穿孔|梗阻|血症"}},
    {{"病情危重情况", "the condition"},
     kConditions,
     {},
     {"病情|危重|危及|危险|病危|病重|死亡|恶化"}},
};

// What the form of the exchange standard has no place for is not asked of a shared document.
bool has_place(const Document& document, const RecordItem& item) {
  if (document.format != Format::kWs500 || !item.elements.empty()) return true;
  return std::any_of(item.sections.begin(), item.sections.end(),
                     [&](SectionType type) { return ws500_has_place(document.type, type); });
}

}  // namespace

ItemNames ConsentForm::lacking(const Document& document, bool alternative) const {
  const GroupSet there = items_.in(document);
  ItemNames names;
  for (std::size_t i = 0; i < table_.size(); ++i) {
    const RecordItem& item = table_[i];
    const bool optional = item.sections.data() == std::data(kAlternatives);
    if (((there >> i) & 1u) != 0 || (optional && !alternative)) continue;
    if (has_place(document, item)) names.names.push_back(item.name);
  }
  return names;
}

const ConsentForm* consent_form(DocType type) {
  static const ConsentForm kOfSurgery(kSurgery), kOfAnesthesia(kAnesthesia),
      kOfTransfusion(kTransfusionForm), kOfSpecial(kSpecial), kOfNotice(kNotice);
  switch (type) {
    case DocType::kOperationConsent:
      return &kOfSurgery;
    case DocType::kAnesthesiaConsent:
      return &kOfAnesthesia;
    case DocType::kTransfusionConsent:
      return &kOfTransfusion;
    case DocType::kSpecialProcedureConsent:
      return &kOfSpecial;
    case DocType::kCriticalConditionNotice:
      return &kOfNotice;
    default:
      return nullptr;
  }
}

}  // namespace emrlint::checks
