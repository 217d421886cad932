// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/perioperative/discussion.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{
    "missing",
    "未见{0}的术前讨论记录；除以紧急抢救生命为目的的急诊手术外，住院患者手术前均应讨论。",
    "no preoperative discussion is on record for {0}; only an emergency to save life goes "
    "without."};
constexpr Message<Time, Time> kLate{
    "late", "术前讨论的时间为{0}，晚于手术开始时间{1}。",
    "the discussion is dated {0}, after the start of surgery at {1}."};
constexpr Message<Time, Time> kUnsigned{
    "unsigned", "术前讨论记录于{0}才完成签名，晚于手术开始时间{1}。",
    "the record of the discussion was signed at {0}, after the start of surgery at {1}."};
constexpr Message<> kStart{"start", "手术开始时间", "the start of surgery"};

constexpr WordList kTitles{"术前讨论"};
constexpr Option<WordList> kEntryWords{
    "entry_words",
    {"术前讨论结论|术前讨论意见|术前讨论认为|术前讨论决定|经术前讨论|术前讨论后|术前讨论：|"
     "术前讨论:"},
    "术前小结、病程记录中表明记有讨论结论的用语",
    "phrases by which a summary or note is taken to hold the conclusion of the discussion"};

constexpr Citation kBasis[] = {{"HX", "8-1"}, {"HX", "8-4"}, {"ZB", "14"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kMissing, kLate, kUnsigned, kStart};
constexpr OptionInfo kOptions[] = {kEntryWords};

void judge_time(const Surgery& surgery, Subject subject, const std::vector<const Document*>& found,
                const std::optional<Missing>& doubt, Report& report) {
  const Time& start = surgery.start.value();
  const Document* best =
      *std::min_element(found.begin(), found.end(), [&](const Document* a, const Document* b) {
        return timing_of(*a, start) < timing_of(*b, start);
      });
  const Timing timing = timing_of(*best, start);
  if (timing == Timing::kBefore) return report.pass(subject);
  if (timing == Timing::kUnclear) {
    const bool dated = took_place(*best) && (best->held || signed_at(*best));
    return report.undecided(subject, dated ? missing::kClockTime : missing::kCompletionTime,
                            best->span);
  }
  if (doubt) return report.undecided(subject, *doubt, best->span);
  const Located<Time> at = timing == Timing::kAfter ? *took_place(*best) : *signed_at(*best);
  Outcome& outcome =
      report.fail(timing == Timing::kAfter ? kLate : kUnsigned, subject, at.span, at.value, start);
  if (timing == Timing::kSignedAfter) outcome.weaker(Severity::kWarning);
  outcome.note(kStart, surgery.start.span());
}

void judge(const Chart& chart, std::size_t index, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const std::optional<Missing> doubt = first_of(
      {kind_doubt(chart), doubt_if(surgery.urgency.value == Urgency::kUnknown, missing::kUrgency)});
  Records records = discussions_about(chart, index);
  if (records.all.empty()) {
    records.all =
        entries_about(chart, index, Phase::kBefore, {kTitles, options[kEntryWords]}, report);
  }
  if (records.all.empty()) {
    return say_absent(chart, index, kMissing,
                      {start_of(surgery),
                       first_of({doubt_if(records.unlinked, missing::kDocumentLink), doubt}),
                       {}},
                      report);
  }
  if (!surgery.start) {
    return report.undecided(of_surgery(index), missing::kSurgeryStart, surgery.span);
  }
  judge_time(surgery, of_surgery(index), records.all, doubt, report);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (calls_for_discussion(chart, chart.surgeries[i])) judge(chart, i, options, report);
  }
}

}  // namespace

extern constinit const Check periop_preop_discussion{
    {.id = "periop-preop-discussion",
     .severity = Severity::kError,
     .title = {"住院患者手术前应进行术前讨论",
               "A discussion precedes every surgery of an inpatient"},
     .judged =
         {"每台住院手术在开始前有术前讨论记录，或在术前小结、病程记录中记有讨论结论。讨论时间取记录"
          "所载时间；讨论在术前而记录在手术开始后才签名的，按建议处理。",
          "Every surgery of an inpatient has a preoperative discussion before its start, as a "
          "record of its own or as a conclusion in the summary or a note. A record signed only "
          "after the start is a warning."},
     .exceptions =
         {"以紧急抢救生命为目的的急诊手术、门诊手术和取消的手术不判；其他急诊手术不免除。急诊程度、"
          "就诊类型不明而未见讨论的无法判定；单份文书无法判定。",
          "Not for emergencies to save life, outpatients and cancelled surgeries; other "
          "emergencies are not exempt. Undecided where none is found and the urgency or the kind "
          "of stay is unknown, and for a lone document."},
     .advice =
         {"术前完成讨论并记入病历；确属抢救生命的急诊手术，请在手术信息中注明。",
          "Hold the discussion before surgery and record its conclusion; where the surgery was "
          "to save life, say so in its data."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
