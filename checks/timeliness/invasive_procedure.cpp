// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "check/procedure_record.h"
#include "checks/timeliness/steps.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time, Time, Duration> kLate{
    "late", "“{0}”于{1}完成操作，记录完成于{2}，超出操作后{3}。",
    "“{0}” was done at {1} and its record completed at {2}, more than {3} later."};
constexpr Message<std::string_view, Time, Duration> kMissing{
    "missing", "“{0}”于{1}完成操作，操作后应即刻书写记录（{2}内），病历中未见。",
    "“{0}” was done at {1}; its record, due at once (within {2}), is not in the chart."};
constexpr Message<std::string_view, Time, Duration, Time> kDue{
    "due", "“{0}”于{1}完成操作，记录应在{2}内完成，最迟{3}。",
    "“{0}” was done at {1}; its record is to be completed within {2}, by {3}."};

constexpr Option<Duration> kLimit{"limit", Duration{120}, "“即刻”的时限（条文没有数值）",
                                  "what \"at once\" means; the article has no number"};

constexpr Citation kBasis[] = {{"BL", "22(9)"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kLate, kMissing, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kLimit};
constexpr Bilingual kDone{"操作完成", "the procedure"};
constexpr Bilingual kRecord{"操作记录完成", "its record"};

// Notes before the procedure only announce it.
void judge(const Chart& chart, std::size_t index, Duration limit, Report& report) {
  const Procedure& procedure = chart.procedures[index];
  const Subject subject{SubjectKind::kProcedure, static_cast<std::uint32_t>(index)};
  if (!procedure.at) return report.undecided(subject, missing::kEventTime, procedure.span);
  const Time& at = procedure.at->value;
  Answers answers;
  for (const Document* record : records_of_procedure(chart, index)) {
    const auto& done = record->completed;
    const bool announced = done && certainly_before(done->value, at);
    if (!announced) answers.take(done, at, limit);
  }
  if (answers.met) return report.pass(subject);
  const Time until = deadline_of(at, limit);
  const Span where = procedure.at->span;
  const std::string_view name = procedure.name.value;
  if (!chart.complete) answers.doubt = missing::kRestOfChart;
  if (!answers.late && report.still_open(until)) {
    report.due(kDue, subject, where, until,
               {to_argument(name), to_argument(at), to_argument(limit), to_argument(until)});
  } else if (answers.doubt) {
    report.undecided(subject, *answers.doubt, where);
  } else if (!answers.late) {
    report.fail(kMissing, subject, where, name, at, limit).due = until;
  } else {
    const Located<Time>& done = *answers.late;
    add_timeline(report.fail(kLate, subject, done.span, name, at, done.value, limit),
                 {kDone, at, where}, until, {kRecord, done.value, done.span});
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.procedures.size(); ++i) {
    const Procedure& procedure = chart.procedures[i];
    if (!procedure.invasive || in_operating_room(chart, procedure)) continue;
    judge(chart, i, options[kLimit], report);
  }
}

}  // namespace

extern constinit const Check timeliness_invasive_procedure{
    {.id = "timeliness-invasive-procedure-record-immediate",
     .severity = Severity::kWarning,
     .title = {"有创诊疗操作记录应在操作完成后即刻书写",
               "An invasive procedure is recorded at once"},
     .judged =
         {"每次标明为有创的诊疗操作（手术室外）：操作时间到记载该操作的记录完成不超过2小时；没有记"
          "录的由本检查指出。2小时是可调参数，条文写“即刻”，没有数值。",
          "Every procedure marked as invasive, outside the operating room: from the procedure to "
          "the completion of a record that names it, 2 hours; its absence is reported here. The "
          "number is an option; the article says \"at once\"."},
     .exceptions = {"作为手术登记的操作不判。操作时间或签名时间不明时无法判定。",
                    "Not for procedures that are listed as surgery. Undecided where the time of "
                    "the procedure or of the signature is unknown."},
     .advice = {"操作医师在操作完成后即刻书写记录并签名。",
                "The physician writes and signs the record as soon as the procedure is done."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
