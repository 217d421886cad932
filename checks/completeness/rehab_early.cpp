// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "check/words.h"
#include "checks/coding/coded.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kMissing{
    "missing", "“{0}”住院期间未见康复评估、会诊或治疗的记录。",
    "“{0}”: no assessment, consultation or treatment of rehabilitation is recorded in the stay."};

constexpr Option<WordList> kDiagnoses{
    "diagnoses",
    {"I60|I61|I63|I64|S06.1|S06.2|S06.3|S06.4|S06.5|S06.6|S14|S24|S34|S72"},
    "主要诊断编码以这些开头的应有早期康复（参数，非条文）",
    "beginnings of codes of principal diagnoses that call for it "
    "(a parameter, not law)"};
constexpr Option<WordList> kOperations{"operations",
                                       {"81.51|81.52|81.53|81.54|81.55|00.7|00.8"},
                                       "手术编码以这些开头的应有早期康复（参数，非条文）",
                                       "beginnings of codes of operations that call for it (a "
                                       "parameter, not law)"};
constexpr Option<Duration> kStay{"min_stay", Duration{3 * 24 * 60}, "住院满多久才要求",
                                 "how long a stay has to be"};
constexpr Option<WordList> kWords{
    "words",
    {"康复科|康复医学|康复治疗|康复训练|康复锻炼|康复评|康复指导|康复介入|康复会诊|康复计划|"
     "早期康复|"
     "功能康复|肺康复|心脏康复|床旁康复|床边康复|康复理疗|康复护理|康复运动|康复师|康复医院|"
     "康复中心|"
     "行康复|康复教育|康复措施|康复功能|康复方案|康复医师|康复需求|运动疗法|作业疗法|综合训练|"
     "脉冲电|中频电|低频电|电刺激|平衡训练|步态|语言训练|构音|吞咽功能|蜡疗|站立床|PT训练|OT训练|"
     "ST训练|床边训练|"
     "床旁训练|功能锻炼|功能训练|早期活动|早期下床|下床活动|床旁活动|床上活动|肢体锻炼|肢体活动|"
     "被动活动|"
     "主动活动|关节活动|踝泵|肌力训练|肌力锻炼|股四头肌|呼吸锻炼|呼吸训练|呼吸功能锻炼|吞咽训练|"
     "言语训练|理疗|针灸|助行器|步行训练|站立训练|良肢位|良姿位|翻身训练|CPM|"
     "锻炼|下地|扶拐|拄拐|助步|功能练习|屈伸练习|等长收缩|踝背伸|针刺|电针|推拿|高压氧|坐起训练|"
     "吞咽评|洼田|Barthel"},
    "表明康复评估或治疗的用语",
    "words that tell of rehabilitation"};

constexpr Citation kBasis[] = {{"XD", "指标22"}, {"XD", "19"}, {"SA", "11"}};
constexpr int kCore[] = {3};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kOrders, Source::kConsultations};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kDiagnoses, kOperations, kStay, kWords};

bool begins_with_any(std::string_view code, WordList beginnings) {
  return any_word(beginnings, [&](std::string_view one) { return code.starts_with(one); });
}

// What calls for rehabilitation: its name.
const Text* reason_of(const Chart& chart, const Options& options) {
  for (const std::uint32_t index : discharge_list(chart).principal) {
    const Diagnosis& one = chart.diagnoses[index];
    const bool coded = icd_coded(chart, one);
    if (coded && begins_with_any(one.code.value, options[kDiagnoses])) return &one.name;
  }
  for (const Surgery& surgery : told_surgeries(chart)) {
    const bool listed = begins_with_any(surgery.code.value, options[kOperations]);
    if (!surgery.cancelled && listed) return &surgery.name;
  }
  return nullptr;
}

bool recorded(const Chart& chart, WordList words) {
  return std::any_of(chart.orders.begin(), chart.orders.end(),
                     [&](const Order& order) {
                       return !order.cancelled && holds_any(order.content.value, words);
                     }) ||
         std::any_of(chart.consultations.begin(), chart.consultations.end(),
                     [&](const Consultation& one) {
                       return !one.cancelled && holds_any(one.department.value, words);
                     }) ||
         std::any_of(chart.documents.begin(), chart.documents.end(),
                     [&](const Document& document) { return tells_any(document, words); });
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Encounter& stay = chart.encounter;
  if (stay.kind.value != EncounterKind::kInpatient || chart.dead() || !stay.discharged) return;
  const Text* reason = reason_of(chart, options);
  if (reason == nullptr) return;
  if (!stay.admitted) return report.undecided(of_chart(), missing::kAdmissionTime, reason->span);
  const Within brief =
      within(stay.admitted.value(), stay.discharged.value(), options[kStay] - Duration(1));
  if (brief != Within::kNo) return;
  const bool broken = std::any_of(chart.documents.begin(), chart.documents.end(),
                                  [](const Document& document) { return document.broken; });
  if (recorded(chart, options[kWords])) {
    report.pass(of_chart());
  } else if (!chart.complete) {
    report.undecided(of_chart(), missing::kRestOfChart, reason->span);
  } else if (broken) {
    report.undecided(of_chart(), missing::kRestOfDocument, reason->span);
  } else {
    report.fail(kMissing, of_chart(), reason->span, reason->value);
  }
}

}  // namespace

extern constinit const Check rehab_early{
    {.id = "completeness-rehab-early",
     .severity = Severity::kNote,
     .title = {"脑卒中、骨折、关节置换等患者宜早期康复介入",
               "Rehabilitation begins early after strokes, fractures and joint replacements"},
     .judged =
         {"生存出院、住院满3天的病历，主要诊断或手术的编码在所列范围（脑卒中、颅脑和脊髓损伤、股骨"
          "骨折、"
          "髋膝关节置换；参数）：文书、医嘱或会诊中有康复评估、会诊或治疗的用语。质量指标统计早期康"
          "复介入"
          "率，没有规范规定病种。",
          "Stays of three days and more that ended alive and whose principal diagnosis or "
          "operation "
          "is in a list of codes (stroke, injury of brain or cord, fracture of the femur, "
          "replacement of hip or knee; a parameter): documents, orders or consultations speak of "
          "rehabilitation. An indicator counts it; no norm lists the conditions."},
     .exceptions =
         {"死亡的、不足3天的、日间的不评价；未载入医嘱或会诊的、单份文书、文书未能完整读取的无法判"
          "定。"
          "全国方案不含本检查。",
          "Not for deaths, shorter stays and day cases; undecided where orders or consultations "
          "were "
          "not loaded, for a lone document and one that could not be read whole. Not part of the "
          "national profile."},
     .advice = {"请康复科会诊或由本科评估，记录康复措施；不宜康复的写明原因。",
                "Consult rehabilitation or assess the need, and record what is done or why not."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
