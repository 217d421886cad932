// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/completeness/record_items.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "手术患者的出院医嘱和指导未见{0}项：{1}。",
                                "the discharge orders and guidance of a surgical patient say "
                                "nothing of {0} item(s): {1}."};

constexpr Option<bool> kAll{"all_stays", false, "无手术的住院也评价",
                            "judge stays without surgery as well"};

constexpr Citation kBasis[] = {{"SA", "12"}, {"BL", "22(20)"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};
constexpr OptionInfo kOptions[] = {kAll};

constexpr SectionType kPrecautions[] = {SectionType::kPrecautions};
constexpr SectionType kFollowup[] = {SectionType::kFollowup};
constexpr GroupSet kContact = 1u << 2;

constexpr RecordItem kItems[] = {
    {{"出院后注意事项", "precautions"},
     kPrecautions,
     {},
     {"注意|避免|禁|忌|勿|饮食|休息|不适|活动|保持|锻炼|监测|清淡|卫生|负重|流质|普食|观察|护理|"
      "劳动|"
      "换药|敷料|切口|伤口|戒|预防|如有|若有|出现|休|营养|石膏|支具|保护|饮水|弯腰|哺乳|喂养|防|"
      "抬高|佩戴|制动|清洁|"
      "干燥|转院|转上级|自动出院|要求出院|洗澡|沐浴|性生活|避孕|低盐|低脂|高蛋白|滴药|滴眼|服药|"
      "用药|理疗|康复|遵医"}},
    {{"随访（复诊）时间", "time of follow-up"},
     kFollowup,
     {},
     {"复查|复诊|随访|门诊|换药|拆线|回访|返院|再次入院|复检|回院|来院|我科|定期|期随诊|后随诊|"
      "拍片|取内固定|化疗|"
      "就诊|就医|周后|月后|天后|日后|年后|转院|转上级|自动出院|要求出院"}},
    {{"联系方式", "how to reach the hospital"},
     {},
     {},
     {"电话|联系|手机|微信|热线|咨询|扫码|二维码|公众号|号码|拨打|致电|Tel|TEL|tel"}},
};

constexpr DocType kTypes[] = {DocType::kDischargeRecord, DocType::kDischargeSummary,
                              DocType::kDischargeAssessment, DocType::kAdmissionDischarge24h};

bool is_told(SectionType type) {
  return type == SectionType::kDischargeOrders || type == SectionType::kHealthGuidance ||
         type == SectionType::kPrecautions || type == SectionType::kFollowup;
}

// A record without any orders is for completeness-discharge-record-items.
bool tells_anything(const Document& document) {
  if (document.type == DocType::kDischargeAssessment) return has_content(document);
  return std::any_of(document.sections.begin(), document.sections.end(), [&](const Section& one) {
    return is_told(one.type) && filled(document, one);
  });
}

// Goes on elsewhere, or did not stay to be told.
bool leaves_otherwise(const Chart& chart) {
  const Disposition way = chart.encounter.disposition.value;
  return way == Disposition::kTransfer || way == Disposition::kAgainstAdvice;
}

// Of a discharge record what is told to the patient; a guidance sheet is that as a whole.
GroupSet told_in(const Document& document, const RecordItems& items) {
  if (document.type == DocType::kDischargeAssessment) return items.in(document);
  GroupSet told = items.in_data(document);
  for (const Section& section : document.sections) {
    if (!is_told(section.type)) continue;
    for (const Text& text : document.text_of(section)) told |= items.in(text.value);
  }
  return told;
}

void run(const Chart& chart, const Options& options, Report& report) {
  static const RecordItems items(kItems);
  const auto surgeries = told_surgeries(chart);
  const bool operated = std::any_of(surgeries.begin(), surgeries.end(),
                                    [](const Surgery& surgery) { return !surgery.cancelled; });
  if (!chart.inpatient() || chart.dead() || (!operated && !options[kAll])) return;
  if (leaves_otherwise(chart)) return;
  const bool sheet = chart.has(DocType::kDischargeAssessment);
  GroupSet told = sheet ? 0 : kContact;
  const Document* first = nullptr;
  bool broken = false, anything = false;
  for (const DocType type : kTypes) {
    for (const Document* document : chart.of_type(type)) {
      told |= told_in(*document, items);
      broken = broken || document->broken;
      anything = anything || tells_anything(*document);
      if (first == nullptr) first = document;
    }
  }
  if (first == nullptr) return;  // completeness-discharge-or-death-record
  const ItemNames lacking = items.all_but(told);
  if (lacking.empty()) return report.pass(of_chart());
  if (!chart.complete) return report.undecided(of_chart(), missing::kRestOfChart, first->span);
  if (broken) return report.undecided(of_chart(), missing::kRestOfDocument, first->span);
  if (!anything) return;
  report.fail(kLacking, of_chart(), first->span, lacking.count(), lacking);
}

}  // namespace

extern constinit const Check discharge_instructions{
    {.id = "completeness-discharge-instructions",
     .severity = Severity::kWarning,
     .title = {"出院时应告知注意事项、随访时间和联系方式",
               "Precautions, time of follow-up and a contact are told at discharge"},
     .judged =
         {"手术患者（可扩大到全部住院）的出院记录、出院小结、出院评估与指导：出院医嘱和指导中有注意"
          "事项和"
          "复诊、随访的用语；有出院评估与指导的，还有联系方式的用语。行动计划要求书面告知。",
          "Of surgical patients (an option: of all) discharge record, summary, and assessment and "
          "guidance: their orders and guidance speak of precautions and of follow-up, and where a "
          "guidance document is filed, of a contact. A plan asks that it be told in writing."},
     .exceptions =
         {"死亡、转院、非医嘱离院的，没有上述文书或其中没有医嘱和指导的不评价；交给患者而未归入病历"
          "的材料不在病历中，没有出院评估与指导的"
          "不要求"
          "联系方式；单份文书、文书未能完整读取的，缺项时无法判定。",
          "Not for deaths, transfers to another hospital and leaving against advice, nor where "
          "there is no such document or it holds no orders. What is handed to the patient need not "
          "be "
          "filed: without a guidance document no contact is asked for. What is lacking in a lone "
          "document or one that could not be read whole stays undecided."},
     .advice = {"在出院医嘱或出院指导中写明注意事项、复诊时间和联系方式。",
                "Write precautions, the time of follow-up and a contact."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
