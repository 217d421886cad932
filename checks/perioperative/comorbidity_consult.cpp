// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/discipline.h"
#include "checks/perioperative/discussion.h"
#include "checks/perioperative/standing_diagnoses.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Surgery, Bilingual> kNobody{
    "missing", "患者有“{0}”，{1}前未见{2}会诊，也未见其参加术前讨论。",
    "the patient has “{0}”; before {1} no {2} was consulted or took part in the discussion."};
constexpr Message<> kSurgeryHere{"surgery", "手术", "the surgery"};

constexpr Option<WordList> kHeart{
    "heart",
    {"心肌梗死|心力衰竭|心功能不全|心功能Ⅲ|心功能Ⅳ|心功能III|心功能IV|不稳定型心绞痛"},
    "请心血管内科参与的合并症",
    "diseases for which cardiology is asked"};
constexpr Option<WordList> kBrain{"brain",
                                  {"脑梗死|脑梗塞|脑出血|蛛网膜下腔出血"},
                                  "请神经内科参与的合并症",
                                  "diseases for which neurology is asked"};
constexpr Option<WordList> kKidney{"kidney",
                                   {"尿毒症|终末期肾|慢性肾脏病5期|慢性肾功能衰竭|慢性肾衰竭|CKD5"},
                                   "请肾内科参与的合并症",
                                   "diseases for which nephrology is asked"};
constexpr Option<WordList> kLung{"lung",
                                 {"呼吸衰竭|慢性阻塞性肺疾病急性加重|慢性阻塞性肺疾病（重度|"
                                  "慢性阻塞性肺疾病（极重度|重度慢性阻塞性肺|"
                                  "极重度慢性阻塞性肺"},
                                 "请呼吸内科参与的合并症",
                                 "diseases for which respiratory medicine is asked"};

struct Group {
  std::string_view id;
  const Option<WordList>& diseases;
  WordList others;
  Discipline discipline;
  Bilingual asked;
};
constexpr Group kGroups[] = {
    {"heart",
     kHeart,
     {"腔隙"},
     {{"心|胸痛"}, {"心内|心血管|心脏科|胸痛中心"}},
     {"心血管内科", "cardiologist"}},
    {"brain",
     kBrain,
     {"腔隙|后遗|陈旧|恢复期"},
     {{"神经|脑|卒中"}, {"神经内|神经科|神内|卒中"}},
     {"神经内科", "neurologist"}},
    {"kidney",
     kKidney,
     {},
     {{"肾|血液净化|透析"}, {"肾内|肾脏内|肾病|血透|血液净化|透析"}},
     {"肾内科", "nephrologist"}},
    {"lung",
     kLung,
     {},
     {{"呼吸|肺|胸"}, {"呼吸内|呼吸科|呼吸与危重"}},
     {"呼吸内科", "chest physician"}},
};

constexpr Citation kBasis[] = {{"HX", "8-2"}, {"SA", "4"}};
constexpr int kCore[] = {3, 8};
constexpr MessageInfo kMessages[] = {kNobody, kSurgeryHere};
constexpr OptionInfo kOptions[] = {kHeart, kBrain, kKidney, kLung};

// The disease is that of the department itself, or the one that is operated on.
bool own_field(const Chart& chart, const Surgery& surgery, const Group& group,
               const Diagnosis& diagnosis) {
  if (diagnosis.role == DiagnosisRole::kDischargePrincipal) return true;
  for (const Diagnosis& other : chart.diagnoses) {
    if (other.role == DiagnosisRole::kDischargePrincipal &&
        other.name.value == diagnosis.name.value) {
      return true;
    }
  }
  return holds_any(chart.encounter.department.value, group.discipline.departments) ||
         holds_any(surgery.surgeon.department.value, group.discipline.departments);
}

void judge(const Chart& chart, std::size_t index, const Group& group, const Options& options,
           Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Diagnosis* disease = standing(chart, {options[group.diseases], group.others, {}});
  if (disease == nullptr || own_field(chart, surgery, group, *disease)) return;
  const Subject subject = of_surgery(index, group.id);
  const Answer answer = took_part(chart, index, group.discipline);
  if (answer == Answer::kYes) return report.pass(subject);
  const std::optional<Missing> doubt =
      first_of({kind_doubt(chart), unread_doubt(chart),
                doubt_if(answer == Answer::kUnknown, missing::kDepartments),
                doubt_if(!chart.sources.has(Source::kConsultations),
                         missing_source(Source::kConsultations))});
  const Span where = called_for_at(surgery);
  if (surgery.start && report.still_open(surgery.start.value())) {
    report.due(kNobody, subject, where, surgery.start.value(),
               {to_argument(disease->name.value), to_argument(surgery), to_argument(group.asked)});
  } else if (doubt) {
    report.undecided(subject, *doubt, where);
  } else {
    report.fail(kNobody, subject, disease->name.span, disease->name.value, surgery, group.asked)
        .note(kSurgeryHere, where);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (!calls_for_discussion(chart, chart.surgeries[i])) continue;
    for (const Group& group : kGroups) judge(chart, i, group, options, report);
  }
}

}  // namespace

extern constinit const Check periop_comorbidity_consult{
    {.id = "periop-comorbidity-consult",
     .severity = Severity::kWarning,
     .title = {"有严重合并症的手术应请相关科室参与",
               "The department concerned takes part where a grave comorbidity affects surgery"},
     .judged =
         {"入院时已有心肌梗死、心力衰竭、脑卒中、尿毒症、呼吸衰竭等（可用参数改变）的住院患者：手术"
          "开始前"
          "相关科室（或重症、多学科、老年科等）已会诊、参加术前讨论，或病程写到其会诊意见。",
          "Inpatients with myocardial infarction, heart failure, stroke, renal or respiratory "
          "failure on admission (options): before surgery the department concerned, or intensive "
          "care, a multidisciplinary team and the like, was consulted or took part in the "
          "discussion, or a note passes its opinion on."},
     .exceptions =
         {"合并症即手术所治疾病或属本科专业的、抢救生命的急诊、门诊和取消的手术不判；可疑、待查、腔"
          "隙性或"
          "陈旧性脑梗死不算。哪些合并症可能影响手术由医院确定。会诊数据未载入、会诊科室不明、单份文"
          "书无法"
          "判定；涉及多学科而没有合并症的手术不在此判定。",
          "Not where the disease is what is operated on or is of the department's own field, nor "
          "for life-saving, outpatient and cancelled surgery; doubted diagnoses, lacunar and old "
          "strokes do not count. The hospital says which diseases matter. Undecided where "
          "consultations are not loaded or name no department, and for a lone document; surgery "
          "that concerns several fields without such a disease is not judged here."},
     .advice =
         {"术前请相关科室会诊或参加术前讨论，并记录其意见。",
          "Consult the department concerned or invite it to the discussion, and record what it "
          "says."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
