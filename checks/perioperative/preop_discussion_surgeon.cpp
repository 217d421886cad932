// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/discussion.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Personal, int> kAbsent{
    "absent", "术者{0}不在术前讨论的{1}名参加者之中；术者必须参加。",
    "the surgeon {0} is not among the {1} people at the discussion; the surgeon must take part."};
constexpr Message<> kSurgeon{"surgeon", "本次手术的术者", "the surgeon of this surgery"};

constexpr Citation kBasis[] = {{"HX", "8-1"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kAbsent, kSurgeon};

struct Attendance {
  Answer surgeon = Answer::kNo;
  bool list = false;  // The record lists who took part.
};

Attendance attendance(const Document& discussion, const Person& surgeon) {
  Attendance result;
  bool unknown = false;
  const auto look_at = [&](const Person& person) {
    if (!person.known()) return;
    const SamePerson same = same_person(person, surgeon);
    if (same == SamePerson::kYes) result.surgeon = Answer::kYes;
    unknown |= same == SamePerson::kUnknown;
  };
  for (const Participant& participant : discussion.participants) {
    look_at(participant.person);
    result.list |= participant.role == Role::kMember;
  }
  for (const Signature& signature : discussion.signatures) {
    if (!is_patient_side(signature.role)) look_at(signature.person);
  }
  look_at(discussion.author);
  // A host alone is no list of those who were there.
  result.list |= discussion.participants.size() > 1;
  if (discussion.broken) result.list = false;  // The rest of the list may be cut off.
  if (result.surgeon != Answer::kYes && unknown) result.surgeon = Answer::kUnknown;
  return result;
}

void judge(const Surgery& surgery, Subject subject, const std::vector<const Document*>& found,
           Report& report) {
  const Document* listed = nullptr;
  bool unknown = false;
  for (const Document* discussion : found) {
    const Attendance seen = attendance(*discussion, surgery.surgeon);
    if (seen.surgeon == Answer::kYes) return report.pass(subject);
    unknown |= seen.surgeon == Answer::kUnknown;
    if (seen.list) listed = discussion;
  }
  if (listed == nullptr) {
    return report.undecided(subject, missing::kParticipants, found.front()->span);
  }
  if (unknown) return report.undecided(subject, missing::kPerson, listed->span);
  const Person& surgeon = surgery.surgeon;
  const std::string_view name = surgeon.name.value.empty() ? surgeon.id.value : surgeon.name.value;
  report
      .fail(kAbsent, subject, listed->span, Personal{name},
            static_cast<int>(listed->participants.size()))
      .note(kSurgeon, surgeon.span());
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (!calls_for_discussion(chart, surgery)) continue;
    const Records records = discussions_about(chart, i);
    if (records.all.empty()) continue;  // Said by periop-preop-discussion.
    if (surgery.surgeon.known()) {
      judge(surgery, of_surgery(i), records.all, report);
    } else {
      report.undecided(of_surgery(i), missing::kPerson, surgery.span);
    }
  }
}

}  // namespace

extern constinit const Check periop_preop_discussion_surgeon{
    {.id = "periop-preop-discussion-surgeon",
     .severity = Severity::kError,
     .title = {"术者应参加术前讨论", "The surgeon takes part in the preoperative discussion"},
     .judged =
         {"手术的术者在术前讨论记录的参加者、记录者或签名者之中；有多次讨论的，参加其中一次即可。",
          "The surgeon is among the participants, the authors or the signers of a "
          "preoperative discussion about the surgery."},
     .exceptions =
         {"以紧急抢救生命为目的的急诊手术、门诊手术、取消的手术不判；没有单独的术前讨论记录时不判"
          "（由periop-preop-discussion 提示）。没有参加人员名单或术者不明的无法判定。",
          "Not for emergencies to save life, outpatients, cancelled surgeries, nor without a "
          "record of the discussion (said by periop-preop-discussion). Undecided without a list of "
          "participants or without a known surgeon."},
     .advice =
         {"请术者参加讨论，并在记录中列明全部参加者；名单漏记的请补正。",
          "The surgeon should attend; list everybody who took part, and correct the list where "
          "the surgeon was left out."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
