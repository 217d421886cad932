// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/process/discussions.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual> kBelow{
    "below", "死亡病例讨论由{0}主持，应由科主任或副主任医师以上人员主持。",
    "the discussion of the death was led by {0}; the head of the department or at least an "
    "associate chief physician leads it."};
constexpr Message<> kOther{
    "other-head", "科主任参加了讨论而由他人主持；核心制度要求科主任主持死亡病例讨论。",
    "the head of the department took part and somebody else led; by the core system the head leads "
    "the discussion."};

constexpr Missing kHostTitle{"host-title", "主持人或其职称",
                             "who led the discussion, or the title"};

constexpr Citation kBasis[] = {{"BL", "22(22)"}, {"HX", "9-2"}, {"KC25", "21"}};
constexpr int kCore[] = {9};
constexpr Source kNeeds[] = {Source::kDocuments};
// It would say of the same host that the rank is too low.
constexpr std::string_view kSupersedes[] = {"signature-role-qualification"};
constexpr MessageInfo kMessages[] = {kBelow, kOther};

Bilingual name_of(Title title) {
  switch (title) {
    case Title::kAttending:
      return {"主治医师", "an attending physician"};
    case Title::kResident:
      return {"住院医师", "a resident"};
    case Title::kStudent:
    case Title::kTrainee:
      return {"未注册人员", "somebody without a licence"};
    default:
      return {"非医师", "somebody who is no physician"};
  }
}

bool head_among_members(const Document& discussion) {
  return std::any_of(discussion.participants.begin(), discussion.participants.end(),
                     [](const Participant& one) { return one.role == Role::kDirector; });
}

void run(const Chart& chart, const Options&, Report& report) {
  if (chart.realm == Realm::kOther) return;
  for (const Document* discussion : chart.of_type(DocType::kDeathCaseDiscussion)) {
    const Subject subject = of(chart, *discussion, "host");
    const Host host = host_of(chart, *discussion);
    switch (qualified(host)) {
      case Qualified::kUnknown:
        report.undecided(subject, kHostTitle, host.span);
        break;
      case Qualified::kNo:
        report.fail(kBelow, subject, host.span, name_of(host.title));
        break;
      case Qualified::kYes:
        if (!host.head && head_among_members(*discussion)) {
          report.fail(kOther, subject, host.span).weaker(Severity::kNote);
        } else {
          report.pass(subject);
        }
    }
  }
}

}  // namespace

extern constinit const Check process_death_discussion_chair{
    {.id = "process-death-discussion-chair",
     .severity = Severity::kWarning,
     .title = {"死亡病例讨论应由科主任或副主任医师以上人员主持",
               "The head of the department or a senior physician leads the discussion of a death"},
     .judged =
         {"每份死亡病例讨论记录：主持人是科主任，或具有副主任医师以上专业技术职务。记录写明科主任参"
          "加而由他人主持的为“提示”。",
          "Each record of a death case discussion: the head of the department led it, or at least "
          "an associate chief physician. Where the record says that the head took part and another "
          "led, a note."},
     .exceptions = {"主持人或其职称不明的无法判定；病历一般看不出主任医师是否为科主任，不追究。",
                    "Undecided where the host or the title is not known. Whether a chief physician "
                    "is the head of the department, few charts tell; it is not asked."},
     .advice = {"由科主任主持死亡病例讨论，并写明主持人的职务。",
                "Have the head of the department lead the discussion and state the office."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
