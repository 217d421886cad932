// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_list.h"
#include "checks/coding/principal.h"
#include "checks/coding/terminal_states.h"

namespace emrlint::checks {
namespace {

constexpr Message<CodedName, CodedName> kKnown{
    "known",
    "主要诊断“{0}”是症状、体征或检查异常，而其他诊断已有能包括它的“{1}”，应以病因诊断为主要诊断。",
    "the principal diagnosis “{0}” is a symptom, sign or abnormal finding, and the other diagnoses "
    "have “{1}”, which covers it; the cause is principal."};
constexpr Message<> kCause{"cause", "已列出的病因", "the cause that is listed"};

constexpr Missing kRelation{"cause-of-symptom", "其他诊断是否为该症状的病因",
                            "whether another diagnosis is the cause of the symptom"};

constexpr Citation kBasis[] = {{"SY", "11(1)"}, {"SY", "11(4)"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kKnown, kCause};

struct Symptom {
  std::string_view symptom, causes;
};
constexpr Symptom kSymptoms[] = {
#define EMRLINT_SYMPTOM(symptom, causes) {symptom, causes},
#include "checks/coding/symptom_causes.def"
#undef EMRLINT_SYMPTOM
};

// R65 is said by coding-principal-unacceptable.
constexpr std::string_view kJudged = "R00-R64|R66-R95";

std::string_view causes_of(std::string_view code) {
  for (const Symptom& one : kSymptoms) {
    if (in_code_list(one.symptom, code)) return one.causes;
  }
  return {};
}

void run(const Chart& chart, const Options&, Report& report) {
  const auto stay = principal_case(chart);
  if (!stay || !in_code_list(kJudged, stay->code())) return;
  if (terminal_state(stay->code()) != nullptr) return;  // coding-principal-terminal-state
  if (stay->other_in("T36-T65") != nullptr) return;     // coding-principal-poisoning
  const std::string_view causes = causes_of(stay->code());
  const Span where = stay->principal().code.span;
  const auto there = [](const Diagnosis& d) {
    return confirmed_disease(d) && onset_of(d) != Onset::kArose;
  };
  const Diagnosis* const cause = stay->other(
      [&](const Diagnosis& d) { return there(d) && in_code_list(causes, d.code.value); });
  if (cause != nullptr) {
    report.fail(kKnown, stay->subject(), where, coded_name(stay->principal()), coded_name(*cause))
        .note(kCause, cause->code.span);
  } else if (stay->other(there) != nullptr) {
    report.undecided(stay->subject(), kRelation, where);
  } else if (stay->uncoded_other()) {
    report.undecided(stay->subject(), kOtherCodes, where);
  } else {
    report.pass(stay->subject());
  }
}

}  // namespace

extern constinit const Check principal_symptom_with_cause{
    {.id = "coding-principal-symptom-with-cause",
     .severity = Severity::kWarning,
     .title = {"病因已明确时不以症状为主要诊断",
               "A symptom is not principal where its cause is known"},
     .judged =
         {"住院病历的主要诊断为症状、体征或检查异常（R00–R95，临终状态和R65除外）：其他诊断中没有已"
          "确诊"
          "、能包括该症状的疾病（如R10腹痛与K35阑尾炎、R07胸痛与I21心肌梗死）。",
          "An inpatient's principal diagnosis that is a symptom, sign or abnormal finding (R00-R95 "
          "but terminal states and R65): no other diagnosis is a confirmed disease that covers it "
          "(such as R10 abdominal pain and K35 appendicitis)."},
     .exceptions =
         {"哪种疾病能包括哪种症状，规范没有列出，由本检查按公认的关系选取；其他疾病是否为病因，须由"
          "编码员"
          "判断，为无法判定。名称带待查、可疑、问号的，不算已确诊；住院期间新发生的不算。本次以该表"
          "现为诊"
          "治目的的，规范（11(5)）允许作主要诊断，病历不能表明，所以只作建议。只判ICD-10。",
          "The rules do not say which disease covers which symptom; the pairs are chosen here and "
          "commonly known. Undecided where other diseases are listed: a coder has to say. A name "
          "with "
          "a question mark or the like is not confirmed, and what arose in the stay does not "
          "count. "
          "By 11(5) a sign for whose treatment the patient came may be principal, which a chart "
          "does "
          "not show: a warning only. ICD-10 only."},
     .advice = {"以病因诊断为主要诊断，症状不再单独列为主要诊断。",
                "Choose the cause as principal; the symptom is not."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
