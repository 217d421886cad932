// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/perioperative/records.h"

namespace emrlint::checks {
namespace {

constexpr Message<Personal, Personal> kChanged{
    "changed", "实际术者为{0}，计划术者为{1}，病历中未见变更原因。",
    "{0} operated, {1} was planned to, and the chart gives no reason for the change."};
constexpr Message<Personal> kPlanned{"planned", "计划术者：{0}", "planned surgeon: {0}"};

constexpr Option<WordList> kReasons{
    "reasons",
    {"更换术者|更换主刀|更换手术医师|变更术者|变更主刀|术者变更|主刀变更|术者更换|改由|临时由"},
    "表明记有术者变更原因的用语",
    "phrases by which a note is taken to explain the change"};

constexpr Missing kPlan{"planned-surgeon", "计划术者", "the planned surgeon"};

constexpr Citation kBasis[] = {{"SA", "7"}};
constexpr int kCore[] = {8, 12};
constexpr MessageInfo kMessages[] = {kChanged, kPlanned};
constexpr OptionInfo kOptions[] = {kReasons};

Personal name_of(const Person& person) {
  return {person.name.value.empty() ? person.id.value : person.name.value};
}

// The change may be explained in any note of a physician around the surgery.
bool explained(const Chart& chart, std::size_t index, WordList words, Report& report) {
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& note) {
    const bool kind =
        is_course_note(note.type) || note.type == DocType::kOperationRecord ||
        note.type == DocType::kCesareanRecord || note.type == DocType::kPreopSummary ||
        note.type == DocType::kPreopDiscussion || note.type == DocType::kCommunicationRecord;
    const bool about =
        note.surgeries.empty() ||
        std::find(note.surgeries.begin(), note.surgeries.end(), index) != note.surgeries.end();
    return kind && about && holds_entry(chart, note, {{}, words}, report);
  });
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const Subject subject = of_surgery(i);
    const Person& planned = surgery.planned_surgeon;
    if (!planned.known()) {
      report.undecided(subject, kPlan, surgery.span);
      continue;
    }
    const SamePerson same =
        surgery.surgeon.known() ? same_person(surgery.surgeon, planned) : SamePerson::kUnknown;
    if (same == SamePerson::kUnknown) {
      report.undecided(subject, missing::kPerson, surgery.span);
    } else if (same == SamePerson::kYes || explained(chart, i, options[kReasons], report)) {
      report.pass(subject);
    } else if (!chart.complete) {
      report.undecided(subject, missing::kRestOfChart);
    } else {
      report
          .fail(kChanged, subject, surgery.surgeon.span(), name_of(surgery.surgeon),
                name_of(planned))
          .note(kPlanned, planned.span(), name_of(planned));
    }
  }
}

}  // namespace

extern constinit const Check periop_surgeon_plan_match{
    {.id = "periop-surgeon-plan-match",
     .severity = Severity::kWarning,
     .title = {"实际术者应与计划术者一致", "The planned surgeon operates"},
     .judged = {"实际术者与手术医嘱、术前讨论或同意书中的计划术者是同一人；不一致的，病程记录、手术"
                "记录等文书中写有变更原因。",
                "The surgeon is the one planned in the order, the discussion or the consent; where "
                "not, a note or the operation record explains the change."},
     .exceptions =
         {"取消的手术不判。计划术者或实际术者不明、单份文书中不一致而未见原因的无法判定。",
          "Not for cancelled surgeries. Undecided where the planned or the actual surgeon is "
          "unknown, and for a lone document that gives no reason."},
     .advice = {"更换术者的，请写明原因并重新告知患者。",
                "Where the surgeon changed, record the reason and inform the patient anew."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
