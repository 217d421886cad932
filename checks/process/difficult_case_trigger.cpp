// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/process/discussions.h"
#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Duration> kUndiagnosed{
    "undiagnosed", "住院超过{1}，出院主要诊断仍为“{0}”，病历中未见疑难病例讨论。",
    "after more than {1} the principal diagnosis at discharge is still “{0}”; the chart holds no "
    "discussion of the case."};
constexpr Message<std::string_view> kGrave{
    "complication", "住院期间发生“{0}”，病历中未见疑难病例讨论。",
    "“{0}” arose in the stay; the chart holds no discussion of the case."};

constexpr Option<Duration> kAfter{"undiagnosed_after", Duration{7 * 24 * 60},
                                  "住院多久仍无明确诊断应讨论（由医院规定，7天是假定）",
                                  "how long a stay may go without a diagnosis (the hospital says; "
                                  "seven days are an assumption)"};
constexpr Option<WordList> kOpen{"open_words",
                                 {"待查|查因|原因待|性质待定|诊断不明|原因不明|待排"},
                                 "表明诊断不明确的用语",
                                 "words that tell that a diagnosis is not certain"};
constexpr Option<WordList> kComplications{
    "complications",
    {"弥散性血管内凝血|弥漫性血管内凝血|多器官功能|多脏器功能|感染性休克|脓毒性休克|脓毒症休克|"
     "失血性休克|心源性休克|肺栓塞|急性肾衰竭|急性肾功能衰竭|急性肝衰竭|急性肝功能衰竭|"
     "急性呼吸窘迫|心脏停搏|心脏骤停|心搏骤停|脑疝|羊水栓塞|恶性高热"},
    "可能危及生命的并发症（名称包含其一）",
    "complications that may threaten life, by part of the name"};
constexpr Option<Duration> kShort{"short_stay", Duration{72 * 60},
                                  "住院不足此时长（死亡或转院）的不评价",
                                  "not for stays that ended within this time"};

constexpr Citation kBasis[] = {{"HX", "6-1"}, {"HX", "6-2"}};
constexpr int kCore[] = {6};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kUndiagnosed, kGrave};
constexpr OptionInfo kOptions[] = {kAfter, kOpen, kComplications, kShort};

// 无: the condition was not there at admission.
bool arose_here(const Diagnosis& diagnosis) {
  const std::string_view value = diagnosis.on_admission.value;
  return value == "no" || value == "4" || value == "无";
}

bool at_discharge(DiagnosisRole role) {
  return role == DiagnosisRole::kDischargePrincipal || role == DiagnosisRole::kDischargeOther ||
         role == DiagnosisRole::kDischarge;
}

template <typename Fail>
void judge(const Chart& chart, Subject subject, Span where, bool held, Report& report, Fail fail) {
  if (held) return report.pass(subject);
  if (const auto doubt = untold_doubt(chart)) return report.undecided(subject, *doubt, where);
  fail();
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const TimeFact& admitted = chart.encounter.admitted;
  const TimeFact& end = chart.dead() ? chart.encounter.died : chart.encounter.discharged;
  if (!admitted || !end) return;
  const auto longer = [&](Duration limit) {
    return within(admitted.value(), end.value(), limit) == Within::kNo;
  };
  if (!longer(options[kShort])) return;
  const bool held = case_discussed(chart);
  bool grave = false;
  for (std::size_t i = 0; i < chart.diagnoses.size(); ++i) {
    const Diagnosis& one = chart.diagnoses[i];
    if (!at_discharge(one.role) || one.tcm) continue;
    const Subject subject{SubjectKind::kDiagnosis, static_cast<std::uint32_t>(i)};
    const std::string_view name = one.name.value;
    const Span where = one.name.span;
    if (one.role == DiagnosisRole::kDischargePrincipal && holds_any(name, options[kOpen]) &&
        longer(options[kAfter])) {
      judge(chart, subject, where, held, report,
            [&] { report.fail(kUndiagnosed, subject, where, name, options[kAfter]); });
    } else if (!grave && arose_here(one) && holds_any(name, options[kComplications])) {
      grave = true;  // One discussion is of the whole case.
      judge(chart, subject, where, held, report,
            [&] { report.fail(kGrave, subject, where, name); });
    }
  }
}

}  // namespace

extern constinit const Check process_difficult_case_trigger{
    {.id = "process-difficult-case-trigger",
     .severity = Severity::kWarning,
     .title = {"疑难病例应进行讨论", "A difficult case is discussed"},
     .judged =
         {"已出院或归档的住院病历：住院超过7天（可调）而出院主要诊断仍不明确的，或住院期间（入院病"
          "情为“无”）发生可能危及生命的并发症（名单可调）的，有疑难病例讨论记录、多学科或死亡病例讨"
          "论，或病程记录提到讨论。核心制度列举这些情形，具体范围由医院规定。",
          "Stays that ended: where the principal diagnosis is still open after more than seven "
          "days (an option), or a complication that may threaten life (a list, an option) arose in "
          "the stay, there is a discussion of the case, of several disciplines or of the death, or "
          "a note tells of one. The core system gives these as examples; the hospital fixes the "
          "list."},
     .exceptions =
         {"住院不足72小时（可调）的不评价；非计划再次住院由 followup-complication-readmission、非"
          "计划再次手术由围手术期检查评价；高额费用不作为依据；单份文书、文书未能完整读取的无法判定"
          "。",
          "Not for stays of less than 72 hours (an option). Unplanned readmissions are judged by "
          "followup-complication-readmission, reoperations by the perioperative checks; costs are "
          "no reason here. Undecided for a lone document or a note that could not be read whole."},
     .advice = {"由科室或医疗管理部门组织疑难病例讨论，结论记入病历。",
                "Have the department or the medical administration hold a discussion and record "
                "its conclusion."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
