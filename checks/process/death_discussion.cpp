// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/deadline.h"
#include "check/words.h"
#include "checks/process/notes_after.h"
#include "checks/process/told.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time> kMissing{
    "missing", "患者于{0}死亡，病历中未见死亡病例讨论记录或讨论结果。",
    "the patient died at {0}; the chart holds neither the discussion of the death nor its result."};

constexpr Missing kAsOf{"as-of", "评价时点（病历尚在书写）",
                        "the moment of judgement (the chart is still being written)"};
constexpr Missing kPlace{"place-of-death", "是否在本机构内死亡",
                         "whether the patient died in the institution"};

constexpr Message<Time, Duration, Time> kDue{
    "due", "患者于{0}死亡，死亡病例讨论原则上应在{1}内完成并记入病历，最迟{2}。",
    "the patient died at {0}; a discussion is in principle due within {1}, by {2}, and its result "
    "belongs in the chart."};

constexpr Option<Duration> kLimit{"limit", Duration{7 * 24 * 60}, "死亡后多久起要求",
                                  "from how long after the death it is asked for"};

constexpr Citation kBasis[] = {{"HX", "9-1"}, {"HX", "9-3"}, {"BL", "22(22)"}};
constexpr int kCore[] = {9};
constexpr Source kNeeds[] = {Source::kDocuments};
// It would say of the same death that there is no discussion.
constexpr std::string_view kSupersedes[] = {"timeliness-death-discussion-5wd"};
constexpr MessageInfo kMessages[] = {kMissing, kDue};
constexpr OptionInfo kOptions[] = {kLimit};

// The result may stand in another record (HX 9-3); that it was planned is no result.
bool result_told(const Chart& chart) {
  constexpr WordList kResult{
      "死亡病例讨论：|死亡讨论：|经死亡病例讨论|经死亡讨论|死亡病例讨论后|死亡病例讨论认为|"
      "死亡病例讨论意见|死亡病例讨论结论|死亡病例讨论结果|死亡讨论认为|"
      "死亡讨论意见|死亡讨论"
      "结论|死亡讨论结果"};
  const auto& documents = chart.documents;
  return std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
    return tells_any(document, kResult) || headed(document, {"死亡病例讨论|死亡讨论"});
  });
}

// Such a death was not in the institution (HX 9).
bool dead_on_arrival(const Chart& chart) {
  constexpr WordList kWords{
      "来院时已死亡|到院时已死亡|入院时已死亡|院前死亡|院外死亡|来院前已死亡"};
  return !chart.inpatient() &&
         std::any_of(chart.documents.begin(), chart.documents.end(),
                     [&](const Document& document) { return tells_any(document, kWords); });
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.dead() || chart.realm == Realm::kOther) return;
  const TimeFact& died = chart.encounter.died;
  const Span where = died ? died.span() : subject_span(chart, of_chart());
  if (chart.has(DocType::kDeathCaseDiscussion) || result_told(chart)) {
    return report.pass(of_chart());
  }
  if (dead_on_arrival(chart)) return report.undecided(of_chart(), kPlace, where);
  if (!died) return report.undecided(of_chart(), missing::kDeathTime, where);
  const Duration limit = options[kLimit];
  const Time until = deadline_of(died.value(), limit);
  if (report.still_open(until)) {
    report.due(kDue, of_chart(), where, until,
               {to_argument(died.value()), to_argument(limit), to_argument(until)});
    return;
  }
  const Clock& clock = report.clock();
  if (!clock.as_of && clock.stage < Stage::kDischarged) {
    return report.undecided(of_chart(), kAsOf, where);
  }
  if (const auto doubt = untold_doubt(chart)) return report.undecided(of_chart(), *doubt, where);
  report.fail(kMissing, of_chart(), where, died.value()).due = until;
}

}  // namespace

extern constinit const Check process_death_discussion{
    {.id = "process-death-discussion",
     .severity = Severity::kError,
     .title = {"死亡病例应进行讨论，结果记入病历",
               "Every death is discussed, and the result is in the chart"},
     .judged =
         {"死亡病历（住院、急诊、留观）：死亡7天（可调）以后，病历中有死亡病例讨论记录，或其他记录"
          "写明讨论结果。核"
          "心制度要求讨论机构内全部死亡病例，结果记入病历；时限另由 timeliness-death-discussion-7d "
          "判定。",
          "Charts of patients who died (in a stay, an emergency visit or under observation): from "
          "7 "
          "days (an option) after the death on, the chart holds the record of the discussion, or "
          "another record that states its result. All deaths in the institution are discussed; the "
          "time limit is judged by timeliness-death-discussion-7d."},
     .exceptions =
         {"入院前已死亡、死亡时间不明的无法判定；单份文书、文书未能完整读取的无法判定。",
          "Undecided where the time of death is not known, for a lone document, and where a note "
          "could not be read whole."},
     .advice = {"补归死亡病例讨论记录；未讨论的由科主任组织讨论并将结果记入病历。",
                "File the record; if there was no discussion, the head of the department holds one "
                "and its result is recorded."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
