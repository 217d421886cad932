// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/records.h"
#include "checks/perioperative/safety_phases.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual> kMissing{"missing", "手术安全核查表缺少“{0}”的核查。",
                                      "the safety checklist lacks the check {0}."};
constexpr Message<Bilingual, Time, Bilingual, Time> kLate{
    "late", "“{0}”的核查时间为{1}，晚于{2}{3}。", "the check {0} is dated {1}, after {2} at {3}."};
constexpr Message<Bilingual, Time, Bilingual, Time> kOrder{
    "order", "“{0}”的核查时间为{1}，早于“{2}”的核查时间{3}，三阶段顺序颠倒。",
    "the check {0} is dated {1}, before the check {2} at {3}."};
constexpr Message<Bilingual> kOther{"other", "{0}", "{0}"};

constexpr Option<Duration> kTolerance{"tolerance", Duration{0}, "时间误差的允许范围",
                                      "by how much times may be off"};

constexpr Missing kPhaseTime{"phase-time", "核查各阶段的时间", "the times of the checks"};

constexpr Citation kBasis[] = {{"HX", "11"}, {"BL", "22(16)"}, {"SA", "7"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kMissing, kLate, kOrder, kOther};
constexpr OptionInfo kOptions[] = {kTolerance};

const ChecklistPhase* find_phase(const Checklist& list, std::string_view id) {
  for (const ChecklistPhase& phase : list.phases) {
    if (phase.phase.value == id) return &phase;
  }
  return nullptr;
}

// Whether a is after b by more than the tolerance.
bool surely_after(const Time& a, Time b, Duration tolerance) {
  b.earliest += tolerance;
  return certainly_after(a, b);
}

void judge_phase(const Surgery& surgery, const Checklist& list, std::size_t number, Subject subject,
                 Duration tolerance, Report& report) {
  const SafetyPhase& phase = kSafetyPhases[number];
  const ChecklistPhase* found = find_phase(list, phase.id);
  if (found == nullptr) {
    report.fail(kMissing, subject, heading(list), phase.name);
    return;
  }
  if (!found->at) return report.undecided(subject, kPhaseTime, found->phase.span);
  const Located<Time>& at = *found->at;
  const ChecklistPhase* previous =
      number == 0 ? nullptr : find_phase(list, kSafetyPhases[number - 1].id);
  if (previous != nullptr && previous->at &&
      surely_after(previous->at->value, at.value, tolerance)) {
    const Bilingual& name = kSafetyPhases[number - 1].name;
    report.fail(kOrder, subject, at.span, phase.name, at.value, name, previous->at->value)
        .note(kOther, previous->at->span, name);
    return;
  }
  const TimeFact& limit = phase.limit(surgery);
  if (!limit) return report.undecided(subject, phase.unknown, found->phase.span);
  if (surely_after(at.value, limit.value(), tolerance)) {
    report.fail(kLate, subject, at.span, phase.name, at.value, phase.event, limit.value())
        .note(kOther, limit.span(), phase.event);
    return;
  }
  if (no_later(at.value, limit.value()) == Answer::kUnknown) {
    return report.undecided(subject, missing::kClockTime, at.span);
  }
  report.pass(subject);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const Forms forms = forms_about(chart, i, "surgical-safety", DocType::kSafetyChecklist);
    if (forms.none()) continue;  // Said by periop-safety-checklist.
    for (std::size_t number = 0; number < std::size(kSafetyPhases); ++number) {
      const Subject subject = of_surgery(i, kSafetyPhases[number].id);
      if (forms.checklists.empty()) {
        report.undecided(subject, kPhaseTime, forms.documents.front()->span);
      } else {
        judge_phase(surgery, *forms.checklists.front(), number, subject, options[kTolerance],
                    report);
      }
    }
  }
}

}  // namespace

extern constinit const Check periop_safety_checklist_phases{
    {.id = "periop-safety-checklist-phases",
     .severity = Severity::kError,
     .title = {"手术安全核查应按三阶段依次进行",
               "The safety check is made in three steps, in order"},
     .judged =
         {"手术安全核查表有麻醉实施前、手术开始前、患者离开手术室前三次核查，各自不晚于麻醉开始、手"
          "术开始、离开手术室，且先后有序；每个阶段分别判定。",
          "The checklist has the checks before anaesthesia, before the incision and before leaving "
          "theatre, each no later than that event and in this order; judged one by one."},
     .exceptions =
         {"没有核查表时不判，由 periop-safety-checklist 提示。阶段时间、麻醉开始（局部麻醉）或离室"
          "时间没有记录，或核查表是文书而不分阶段的无法判定。",
          "Not judged without a checklist, said by periop-safety-checklist. Undecided where "
          "the time of a check, of anaesthesia (local) or of leaving theatre is not "
          "recorded, or the checklist is a document without phases."},
     .advice = {"请按实际时间逐阶段核查并记录；录入有误的请更正。",
                "Make and record each check at its time; correct a time entered wrongly."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
