// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{"missing", "未见{0}的术前小结。",
                                    "no preoperative summary is on record for {0}."};
constexpr Message<Time, Time> kLate{"late", "术前小结于{0}才完成签名，晚于手术开始时间{1}。",
                                    "the summary was signed at {0}, after surgery began at {1}."};
constexpr Message<> kStart{"start", "手术开始时间", "the start of surgery"};

constexpr WordList kTitles{"术前小结"};
constexpr Option<WordList> kEntryWords{
    "entry_words",
    {"术前小结：|术前小结:|【术前小结】|术前小结如下"},
    "术前讨论、病程记录中表明合并书写了术前小结的用语",
    "phrases by which a discussion or note is taken to hold the summary"};
constexpr Option<bool> kLifeSaving{"life_saving", true, "抢救生命的急诊手术也要求（按建议）",
                                   "also ask for it in emergencies to save life, as a warning"};

constexpr Citation kBasis[] = {{"BL", "22(11)"}, {"BL", "8"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kMissing, kLate, kStart};
constexpr OptionInfo kOptions[] = {kEntryWords, kLifeSaving};

// The article names no exception; that an emergency to save life has no time for it is practice.
std::optional<Severity> severity_for(const Surgery& surgery) {
  if (surgery.urgency.value != Urgency::kLifeSaving) return std::nullopt;
  return Severity::kWarning;
}

void judge_time(const Chart& chart, std::size_t index, const std::vector<const Document*>& found,
                Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  std::optional<Located<Time>> late;
  Missing missing_time = missing::kCompletionTime;
  for (const Document* summary : found) {
    const std::optional<Located<Time>> at = signed_at(*summary);
    if (!at) continue;
    const Answer answer = no_later(at->value, surgery.start.value());
    if (answer == Answer::kYes) return report.pass(subject);
    if (answer == Answer::kUnknown) missing_time = missing::kClockTime;
    if (answer == Answer::kNo && !late) late = at;
  }
  if (!late || missing_time.id == missing::kClockTime.id) {
    return report.undecided(subject, missing_time, found.front()->span);
  }
  if (const auto doubt = kind_doubt(chart)) return report.undecided(subject, *doubt, late->span);
  Outcome& outcome = report.fail(kLate, subject, late->span, late->value, surgery.start.value());
  if (const auto weaker = severity_for(surgery)) outcome.weaker(*weaker);
  outcome.note(kStart, surgery.start.span());
}

void judge(const Chart& chart, std::size_t index, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  Records records = records_about(chart, index, {DocType::kPreopSummary});
  if (records.all.empty()) {
    records.all =
        entries_about(chart, index, Phase::kBefore, {kTitles, options[kEntryWords]}, report);
  }
  if (records.all.empty()) {
    const auto doubt =
        first_of({doubt_if(records.unlinked, missing::kDocumentLink), kind_doubt(chart)});
    return say_absent(chart, index, kMissing, {start_of(surgery), doubt, severity_for(surgery)},
                      report);
  }
  if (!surgery.start) {
    return report.undecided(of_surgery(index), missing::kSurgeryStart, surgery.span);
  }
  judge_time(chart, index, records.all, report);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    if (surgery.urgency.value == Urgency::kLifeSaving && !options[kLifeSaving]) continue;
    judge(chart, i, options, report);
  }
}

}  // namespace

extern constinit const Check periop_preop_summary{
    {.id = "periop-preop-summary",
     .severity = Severity::kError,
     .title = {"手术前应完成术前小结", "A preoperative summary is signed before surgery"},
     .judged =
         {"每台住院手术在开始前有已签名的术前小结，或在术前讨论、病程记录中合并书写。",
          "Every surgery of an inpatient has a summary signed before its start, as a record of "
          "its own or as an entry in the discussion or a note."},
     .exceptions =
         {"门诊手术和取消的手术不判。条文未规定急诊例外：抢救生命的急诊手术缺术前小结按建议处理，可"
          "用参数关闭。签名时间或手术开始时间不明、单份文书无法判定。",
          "Not for outpatients and cancelled surgeries. The article exempts nobody: in an "
          "emergency to save life its absence is a warning, which an option switches off. "
          "Undecided without the times of signature or start, and for a lone document."},
     .advice = {"由经治医师在术前完成术前小结并签名。",
                "Have the physician in charge write and sign the summary before surgery."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
