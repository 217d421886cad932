// SPDX-License-Identifier: Apache-2.0
// What a 100-point sheet of one hospital asks for and no norm does.
#include <algorithm>
#include <optional>

#include "check/deadline.h"
#include "check/report.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time, Time, int> kNoLastNote{
    "missing", "出院于{0}，最后一次病程记录为{1}，早于出院前{2}天。",
    "discharge was at {0} and the last note at {1}, more than {2} days before."};
constexpr Message<Bilingual> kNoTest{
    "missing", "住院超过48小时，未见{0}的结果。",
    "the stay is longer than 48 hours; there is no result of {0}."};

constexpr Option<int> kDays{"days", 1, "最后一次病程记录可早于出院多少天",
                            "by how many days the last note may precede"};
constexpr Option<WordList> kBlood{"blood_words",
                                  {"血常规|血细胞分析|全血细胞|血液分析"},
                                  "血常规的名称",
                                  "names of a blood count"};
constexpr Option<WordList> kUrine{
    "urine_words", {"尿常规|尿液分析|尿液常规|尿分析"}, "尿常规的名称", "names of a urinalysis"};

constexpr Missing kNoteTime{"note-time", "病程记录的时间", "the time of a note"};

constexpr Bilingual kBloodCount{"血常规", "a blood count"};
constexpr Bilingual kUrinalysis{"尿常规", "a urinalysis"};

constexpr Citation kNoteBasis[] = {{"TJ", "4.4.18"}};
constexpr Citation kTestBasis[] = {{"TJ", "6.2.1"}};
constexpr int kCore[] = {15};
constexpr Source kNoteNeeds[] = {Source::kDocuments};
constexpr Source kTestNeeds[] = {Source::kResults};
constexpr MessageInfo kNoteMessages[] = {kNoLastNote};
constexpr MessageInfo kTestMessages[] = {kNoTest};
constexpr OptionInfo kNoteOptions[] = {kDays};
constexpr OptionInfo kTestOptions[] = {kBlood, kUrine};

struct Last {
  std::optional<Located<Time>> at;
  bool untimed = false;
};
Last last_note(const Chart& chart) {
  Last last;
  for (const Document& note : chart.documents) {
    if (!is_course_note(note.type)) continue;
    const auto& at = note.recorded ? note.recorded : note.completed;
    if (!at || at->value.precision < Precision::kDay) {
      last.untimed = true;
    } else if (!last.at || last.at->value.earliest < at->value.earliest) {
      last.at = at;
    }
  }
  return last;
}

void run_note(const Chart& chart, const Options& options, Report& report) {
  const TimeFact& discharged = chart.encounter.discharged;
  if (chart.encounter.kind.value != EncounterKind::kInpatient || chart.dead() || !discharged ||
      discharged.value().precision < Precision::kDay) {
    return;
  }
  const Last last = last_note(chart);
  if (!last.at) return;  // That there is no note at all is said elsewhere.
  const auto day = discharged.value().local_day();
  if (last.at->value.local_day() >= day - std::chrono::days(options[kDays])) {
    report.pass(of_chart());
  } else if (!chart.complete) {
    report.undecided(of_chart(), missing::kRestOfChart, discharged.span());
  } else if (last.untimed) {
    report.undecided(of_chart(), kNoteTime, discharged.span());
  } else {
    report.fail(kNoLastNote, of_chart(), discharged.span(), discharged.value(), last.at->value,
                options[kDays]);
  }
}

// A result of that name, or a note that passes one on.
bool tested(const Chart& chart, WordList names) {
  return std::any_of(chart.results.begin(), chart.results.end(),
                     [&](const TestResult& one) { return holds_any(one.name.value, names); }) ||
         std::any_of(chart.documents.begin(), chart.documents.end(),
                     [&](const Document& one) { return tells_any(one, names); });
}

void run_tests(const Chart& chart, const Options& options, Report& report) {
  const Encounter& stay = chart.encounter;
  const TimeFact& end = stay.discharged ? stay.discharged : stay.died;
  if (stay.kind.value != EncounterKind::kInpatient || !stay.admitted || !end) return;
  if (within(stay.admitted.value(), end.value(), Duration{48 * 60}) != Within::kNo) return;
  const auto judge = [&](const Subject& subject, WordList names, Bilingual test) {
    if (tested(chart, names)) {
      report.pass(subject);
    } else if (!chart.complete) {
      report.undecided(subject, missing::kRestOfChart, stay.admitted.span());
    } else {
      report.fail(kNoTest, subject, stay.admitted.span(), test);
    }
  };
  judge(of_chart("blood"), options[kBlood], kBloodCount);
  judge(of_chart("urine"), options[kUrine], kUrinalysis);
}

}  // namespace

extern constinit const Check discharge_day_note{
    {.id = "completeness-discharge-day-note",
     .severity = Severity::kNote,
     .title = {"出院当日或前一日应有病程记录（地方标准）",
               "There is a note of the day of discharge or the day before (local)"},
     .judged = {"出院的住院病历：最后一次病程记录不早于出院前1天。一份医院评分表的要求，国家规范没"
                "有此项；"
                "天数可调。",
                "Stays that ended: the last note is no earlier than the day before discharge. A "
                "hospital sheet asks for it, no norm does; the days are an option."},
     .exceptions = {"死亡、日间和没有病程记录的不评价；有病程记录没有时间的、单份文书无法判定。",
                    "Not for deaths, day cases and stays without any note; undecided where a note "
                    "has no time, and for a lone document."},
     .advice = {"出院当日或前一日记录病情和出院安排。",
                "Write a note on the condition and the discharge."},
     .basis = kNoteBasis,
     .core_systems = kCore,
     .needs = kNoteNeeds,
     .messages = kNoteMessages,
     .options = kNoteOptions},
    &run_note};

extern constinit const Check routine_tests{
    {.id = "completeness-routine-tests",
     .severity = Severity::kNote,
     .title = {"住院超过48小时应有血、尿常规结果（地方标准）",
               "A stay of more than 48 hours has a blood count and a urinalysis (local)"},
     .judged = {"住院超过48小时的病历：有血常规和尿常规的报告，或文书中写到其结果。一份医院评分表的"
                "要求，国"
                "家规范没有此项；名称可调。",
                "Stays of more than 48 hours: a report of each, or a document that speaks of it. A "
                "hospital sheet asks for it, no norm does; the names are options."},
     .exceptions = {"不足48小时的、日间的不评价；未载入检查检验结果的、单份文书无法判定。",
                    "Not for shorter stays and day cases; undecided where results were not loaded, "
                    "and for a lone document."},
     .advice = {"完善血、尿常规检查，或转抄有效期内的门诊结果。",
                "Do both tests, or pass on a valid outpatient result."},
     .basis = kTestBasis,
     .core_systems = kCore,
     .needs = kTestNeeds,
     .messages = kTestMessages,
     .options = kTestOptions},
    &run_tests};

}  // namespace emrlint::checks
