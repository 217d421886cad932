// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{"missing", "{0}由麻醉医师实施麻醉，未见麻醉术前访视记录。",
                                    "no preoperative anaesthesia visit is on record for {0}."};
constexpr Message<Time, Time> kLate{
    "late", "麻醉术前访视的时间为{0}，晚于麻醉（手术）开始时间{1}。",
    "the anaesthesia visit is dated {0}, after anaesthesia or surgery began at {1}."};
constexpr Message<> kStart{"start", "麻醉（手术）开始时间", "the start of anaesthesia or surgery"};

constexpr WordList kTitles{"麻醉术前访视|麻醉前访视|术前麻醉访视"};
constexpr Option<WordList> kEntryWords{
    "entry_words",
    {"麻醉术前访视|麻醉前访视|术前麻醉访视|麻醉医师术前访视|麻醉科术前访视"},
    "病程记录中表明记有麻醉术前访视的用语",
    "phrases by which a note is taken to hold the visit"};

constexpr Citation kBasis[] = {{"BL", "22(13)"}, {"BL", "8"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kMissing, kLate, kStart};
constexpr OptionInfo kOptions[] = {kEntryWords};

void judge_time(const Surgery& surgery, Subject subject, const std::vector<const Document*>& found,
                Report& report) {
  const TimeFact& start = surgery.anesthesia.start ? surgery.anesthesia.start : surgery.start;
  if (!start) return report.undecided(subject, missing::kSurgeryStart, surgery.span);
  std::optional<Located<Time>> late;
  std::optional<Missing> unclear;
  for (const Document* visit : found) {
    const std::optional<Located<Time>> at = visit->held ? visit->held : signed_at(*visit);
    const Answer answer = at ? no_later(at->value, start.value()) : Answer::kUnknown;
    if (answer == Answer::kYes) return report.pass(subject);
    if (answer == Answer::kNo) late = at;
    if (answer == Answer::kUnknown) unclear = at ? missing::kClockTime : missing::kCompletionTime;
  }
  if (unclear) return report.undecided(subject, *unclear, found.front()->span);
  report.fail(kLate, subject, late->span, late->value, start.value()).note(kStart, start.span());
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    const Answer given = by_anesthetist(surgery);
    if (surgery.cancelled || given == Answer::kNo) continue;
    Records records = records_about(chart, i, {DocType::kAnesthesiaPreopVisit});
    if (records.all.empty()) {
      records.all =
          entries_about(chart, i, Phase::kBefore, {kTitles, options[kEntryWords]}, report);
    }
    if (!records.all.empty()) {
      judge_time(surgery, of_surgery(i), records.all, report);
      continue;
    }
    const auto doubt = first_of({doubt_if(records.unlinked, missing::kDocumentLink),
                                 doubt_if(given == Answer::kUnknown, missing::kAnesthesia)});
    say_absent(chart, i, kMissing, {start_of(surgery), doubt, {}}, report);
  }
}

}  // namespace

extern constinit const Check periop_anesthesia_previsit{
    {.id = "periop-anesthesia-previsit",
     .severity = Severity::kError,
     .title = {"麻醉实施前应有麻醉术前访视记录",
               "An anaesthetist visits the patient before anaesthesia"},
     .judged = {"由麻醉医师实施麻醉的手术，麻醉开始前有麻醉术前访视记录，可另立单页，也可记在病程记"
                "录中；麻醉开始时间不明时与手术开始时间比较。",
                "For a surgery with anaesthesia by an anaesthetist the visit is on record before "
                "the start of anaesthesia (else of surgery), on a page of its own or in a note."},
     .exceptions =
         {"没有麻醉信息、由术者实施局部麻醉和取消的手术不判。麻醉方式和麻醉医师都不明而未见访视的、"
          "时间不明的、单份文书无法判定。",
          "Not for surgery without data on anaesthesia, with local anaesthesia by the surgeon, or "
          "cancelled. Undecided where neither kind nor anaesthetist is known, without times, and "
          "for a lone document."},
     .advice =
         {"由麻醉医师在麻醉前访视患者、评估风险并签名。",
          "Have an anaesthetist see the patient, assess the risk and sign before anaesthesia."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
