// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/completeness/record_items.h"
#include "checks/process/notes_after.h"
#include "checks/process/told.h"
#include "checks/timeliness/consultation.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "会诊记录缺少{0}项：{1}。",
                                "the consultation record lacks {0} items: {1}."};

constexpr Citation kBasis[] = {{"BL", "22(10)"}, {"HX", "3-3"}};
constexpr int kCore[] = {3};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};

using enum SectionType;

constexpr SectionType kReasonIn[] = {kConsultationReason};
constexpr SectionType kOpinionIn[] = {kConsultationOpinion};

constexpr RecordItem kItems[] = {
    {{"申请会诊的理由和目的", "the reason for and purpose of the request"},
     kReasonIn,
     {},
     {"请协助|请评估|请会诊|请贵科|会诊目的|会诊理由|会诊原因|协助诊治|指导诊疗|指导治疗|敬请|"
      "申请会诊"}},
    {{"会诊意见", "the consultant's opinion"},
     kOpinionIn,
     {},
     {"会诊意见|处理意见|指示|建议|同意目前|继续目前|暂无特殊|无特殊处理"}},
};

constexpr Bilingual kDepartment{"会诊医师所在的科别或医疗机构",
                                "the consultant's department or institution"};
constexpr Bilingual kTime{"会诊时间", "the time of the consultation"};

const RecordItems& items() {
  static const RecordItems kRead(kItems);
  return kRead;
}

// The institution of a consultant from outside is process-consult-external's.
bool from_outside(const Document& record, const Consultation* event) {
  return (event != nullptr && event->kind == ConsultationKind::kExternal) ||
         holds_any(record.title.value, {"院外会诊|外院会诊|远程会诊|院外专家|外院专家"});
}

// By the people, the event, or a word in the title, a heading or the text: 内分泌科会诊.
bool names_department(const Chart& chart, const Document& record, const Consultation* event) {
  if (event != nullptr && !event->department.value.empty()) return true;
  for (const Signature& one : record.signatures) {
    if (one.role != Role::kConsultant) continue;
    const Person* staff = chart.staff_member(one.person);
    if (!one.person.department.value.empty()) return true;
    if (staff != nullptr && !staff->department.value.empty()) return true;
  }
  constexpr WordList kWords{"科|医院|ICU|病区|中心"};
  if (holds_any(record.title.value, kWords)) return true;
  if (headed(record, {"科室|科别|邀请科|申请科|病区|机构"})) return true;
  const auto& elements = record.elements;
  const bool element = std::any_of(elements.begin(), elements.end(), [](const Element& one) {
    return holds_any(one.name.value, {"科室|机构"}) &&
           (!one.value.value.empty() || !one.display.value.empty());
  });
  return element || tells_any(record, kWords);
}

bool names_time(const Document& record, const Consultation* event) {
  if (record.held || record.completed || record.recorded) return true;
  return event != nullptr && (event->done || event->arrived);
}

void run(const Chart& chart, const Options&, Report& report) {
  if (chart.realm == Realm::kOther) return;
  const ConsultationRecords records(chart);
  for (const Document& record : chart.documents) {
    if (record.type != DocType::kConsultationRecord) continue;
    ItemNames lacking = items().all_but(items().in(record));
    const Consultation* event = records.consultation_of(record);
    if (!from_outside(record, event) && !names_department(chart, record, event)) {
      lacking.names.push_back(kDepartment);
    }
    if (!names_time(record, event)) lacking.names.push_back(kTime);
    judge_items(kLacking, of(chart, record), record, lacking, report);
  }
}

}  // namespace

extern constinit const Check process_consult_items{
    {.id = "process-consult-items",
     .severity = Severity::kWarning,
     .title = {"会诊记录的项目应齐全", "The items of a consultation record are complete"},
     .judged =
         {"每份会诊记录：申请会诊的理由和目的、会诊意见、会诊医师所在的科别或医疗机构、会诊时间。按"
          "章节"
          "、数据元或文字认定。",
          "Each consultation record: reason and purpose of the request, opinion, the consultant's "
          "department or institution, and the time; by sections, data elements or words."},
     .exceptions =
         {"病情及诊疗情况可以写在理由之中，不单独判；申请医师、会诊医师签名由 "
          "signature-missing、院外会"
          "诊的机构名称由 process-consult-external "
          "判定。文书未能完整读取或没有可读内容的无法判定。",
          "The patient's condition may stand within the reason and is not judged apart; signatures "
          "are judged by signature-missing, the institution of a consultant from outside by "
          "process-consult-external. Undecided where the document could not be read whole or holds "
          "nothing to read."},
     .advice = {"补齐缺失的项目。", "Complete the items."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
