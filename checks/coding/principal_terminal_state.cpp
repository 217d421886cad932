// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_list.h"
#include "checks/coding/principal.h"
#include "checks/coding/terminal_states.h"

namespace emrlint::checks {
namespace {

constexpr Message<CodedName, CodedName> kTerminal{
    "terminal", "主要诊断为“{0}”，属疾病的临终状态，原则上不能作为主要诊断；其他诊断中有“{1}”。",
    "the principal diagnosis is “{0}”, the terminal state of a disease, which in principle is not "
    "principal; the other diagnoses have “{1}”."};
constexpr Message<CodedName, CodedName> kOfTheDead{
    "dead", "患者死亡，主要诊断为“{0}”，可能是临终状态；其他诊断中有“{1}”，请核对主要诊断。",
    "the patient died, and the principal diagnosis “{0}” may be the terminal state; the other "
    "diagnoses have “{1}”: compare which is principal."};
constexpr Message<> kDisease{"disease", "列出的疾病", "the disease that is listed"};

constexpr TerminalState kStates[] = {
#define EMRLINT_TERMINAL(codes, of_the_dead) {codes, of_the_dead},
#include "checks/coding/terminal_states.def"
#undef EMRLINT_TERMINAL
};

constexpr Citation kBasis[] = {{"SY", "11(5)"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kTerminal, kOfTheDead, kDisease};

// A disease that ends in the state: not what arose in the stay itself.
bool cause(const Diagnosis& d) { return confirmed_disease(d) && onset_of(d) != Onset::kArose; }

void run(const Chart& chart, const Options&, Report& report) {
  const auto stay = principal_case(chart);
  if (!stay) return;
  const TerminalState* const state = terminal_state(stay->code());
  if (state == nullptr || (state->of_the_dead && !chart.dead()))
    return report.pass(stay->subject());
  const Diagnosis* const disease = stay->other(cause);
  if (disease == nullptr) {
    // Diseases without a code may be the cause; where none is listed there is nothing better.
    if (stay->uncoded_other())
      return report.undecided(stay->subject(), kOtherCodes, stay->principal().code.span);
    return report.pass(stay->subject());
  }
  Outcome& outcome =
      report.fail(state->of_the_dead ? kOfTheDead : kTerminal, stay->subject(),
                  stay->principal().code.span, coded_name(stay->principal()), coded_name(*disease));
  outcome.note(kDisease, disease->code.span);
  if (state->of_the_dead) outcome.weaker(Severity::kNote);
}

}  // namespace

const TerminalState* terminal_state(std::string_view code) {
  for (const TerminalState& state : kStates) {
    if (in_code_list(state.codes, code)) return &state;
  }
  return nullptr;
}

extern constinit const Check principal_terminal_state{
    {.id = "coding-principal-terminal-state",
     .severity = Severity::kWarning,
     .title = {"疾病的临终状态不作主要诊断", "The terminal state of a disease is not principal"},
     .judged =
         {"主要诊断为心脏停搏（I46.1、I46.9）、呼吸骤停（R09.2）、原因不明的死亡（R96、R98、R99），"
          "而其他诊断中列有已确诊、非住院期间新发生的疾病。患者死亡时，呼吸衰竭（J96）、急性肾衰竭"
          "（N17）、昏迷（R40.2）、休克（R57）作主要诊断也作提示。",
          "The principal diagnosis is cardiac arrest (I46.1, I46.9), respiratory arrest (R09.2) or "
          "a "
          "death of unknown cause (R96, R98, R99), and the others have a confirmed disease that "
          "did "
          "not arise in the stay. Where the patient died, respiratory failure (J96), acute renal "
          "failure (N17), coma (R40.2) and shock (R57) give a note."},
     .exceptions =
         {"规范没有列出哪些属临终状态，编码由本检查按ICD-10名称选取。I46."
          "0（复苏成功）不属临终状态；"
          "没有列出其他疾病的不判为缺陷；其他诊断没有编码时无法判定；以该表现为诊治目的而住院的，"
          "规范允许作主要诊断。只判ICD-10。",
          "The rules do not list terminal states; the codes are chosen here by their titles in "
          "ICD-10. I46.0 (resuscitated) is none; no defect where no other disease is listed; "
          "undecided where other diagnoses have no code. A sign for whose treatment the patient "
          "came "
          "may be principal by the same article. ICD-10 only."},
     .advice = {"以导致该状态的疾病为主要诊断，临终状态列为其他诊断。",
                "Choose the disease that led to the state; list the state among the others."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
