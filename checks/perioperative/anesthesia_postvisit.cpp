// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{"missing", "{0}由麻醉医师实施麻醉，未见麻醉术后访视记录。",
                                    "no postoperative anaesthesia visit is on record for {0}."};
constexpr Message<Time, Time> kEarly{
    "early", "麻醉术后访视的时间为{0}，早于麻醉（手术）结束时间{1}。",
    "the postoperative visit is dated {0}, before anaesthesia or surgery ended at {1}."};
constexpr Message<> kEnd{"end", "麻醉（手术）结束时间", "the end of anaesthesia or surgery"};

constexpr WordList kTitles{"麻醉术后访视|麻醉后访视|术后麻醉访视"};
constexpr Option<WordList> kEntryWords{
    "entry_words",
    {"麻醉术后访视|麻醉后访视|术后麻醉访视|麻醉医师术后访视|麻醉科术后访视"},
    "病程记录中表明记有麻醉术后访视的用语",
    "phrases by which a note is taken to hold the visit"};
constexpr Option<Duration> kWindow{"within", Duration{72 * 60},
                                   "住院期间术后多久仍未访视才提示（条文未规定）",
                                   "how long after surgery a running stay may lack the visit"};
constexpr Option<bool> kDiedInTheatre{"died_in_theatre", false, "术中死亡的也要求术后访视",
                                      "also ask for it where the patient died in theatre"};

constexpr Citation kBasis[] = {{"BL", "22(19)"}, {"BL", "8"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMissing, kEarly, kEnd};
constexpr OptionInfo kOptions[] = {kEntryWords, kWindow, kDiedInTheatre};

// Whether the patient left the theatre alive.
Answer survived(const Chart& chart, const Surgery& surgery) {
  if (!chart.dead()) return Answer::kYes;
  const TimeFact& left = surgery.left_room ? surgery.left_room : surgery.end;
  const TimeFact& died = chart.encounter.died;
  if (!died || !left) return Answer::kUnknown;
  if (certainly_after(died.value(), left.value())) return Answer::kYes;
  return no_later(died.value(), left.value()) == Answer::kYes ? Answer::kNo : Answer::kUnknown;
}

void judge_time(const Surgery& surgery, Subject subject, const std::vector<const Document*>& found,
                Report& report) {
  const TimeFact& end = surgery.anesthesia.end ? surgery.anesthesia.end : surgery.end;
  std::optional<Located<Time>> early;
  for (const Document* visit : found) {
    const std::optional<Located<Time>> at = visit->held ? visit->held : signed_at(*visit);
    if (!at || !end || !certainly_before(at->value, end.value())) return report.pass(subject);
    early = at;
  }
  report.fail(kEarly, subject, early->span, early->value, end.value()).note(kEnd, end.span());
}

void judge(const Chart& chart, std::size_t index, Answer given, const Options& options,
           Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  Records records = records_about(chart, index, {DocType::kAnesthesiaPostopVisit});
  if (records.all.empty()) {
    records.all =
        entries_about(chart, index, Phase::kAfter, {kTitles, options[kEntryWords]}, report);
  }
  if (!records.all.empty()) return judge_time(surgery, of_surgery(index), records.all, report);
  const Answer alive = options[kDiedInTheatre] ? Answer::kYes : survived(chart, surgery);
  if (alive == Answer::kNo) return;
  std::optional<Time> until = end_of(surgery);
  if (until) until = deadline_of(*until, options[kWindow]);
  const auto doubt = first_of({doubt_if(records.unlinked, missing::kDocumentLink),
                               doubt_if(given == Answer::kUnknown, missing::kAnesthesia),
                               doubt_if(alive == Answer::kUnknown, missing::kDeathTime)});
  say_absent(chart, index, kMissing, {until, doubt, {}}, report);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Answer given = by_anesthetist(chart.surgeries[i]);
    if (chart.surgeries[i].cancelled || given == Answer::kNo) continue;
    judge(chart, i, given, options, report);
  }
}

}  // namespace

extern constinit const Check periop_anesthesia_postvisit{
    {.id = "periop-anesthesia-postvisit",
     .severity = Severity::kError,
     .title = {"麻醉后应有麻醉术后访视记录",
               "An anaesthetist visits the patient after anaesthesia"},
     .judged =
         {"由麻醉医师实施麻醉的手术有麻醉术后访视记录，可另立单页，也可记在病程记录中，且不早于麻醉"
          "结束。",
          "A surgery with anaesthesia by an anaesthetist has a visit on record that is not "
          "before the end of anaesthesia, on a page of its own or in a note."},
     .exceptions =
         {"没有麻醉信息、由术者实施局部麻醉、取消的手术不判；术中死亡的按惯例不要求（可用参数改"
          "变）。麻醉情况不明、死亡与手术的先后不明、单份文书无法判定。",
          "Not for surgery without data on anaesthesia, with local anaesthesia by the surgeon, or "
          "cancelled; by practice not after death in theatre (an option). Undecided where the "
          "anaesthesia, or whether death came in theatre, is unknown, and for a lone document."},
     .advice = {"由麻醉医师术后访视患者并记录麻醉恢复情况。",
                "Have an anaesthetist see the patient and record the recovery."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
