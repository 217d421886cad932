// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"
#include "checks/timeliness/steps.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, Time, Time, Duration> kLate{
    "late", "{0}结束于{1}，手术清点记录完成于{2}，超出术后{3}。",
    "{0} ended at {1} and the count record was completed at {2}, more than {3} later."};
constexpr Message<Surgery, Duration, Time> kDue{
    "due", "{0}的手术清点记录应在手术结束后{1}内完成，最迟{2}。",
    "the count record of {0} is to be completed within {1} of its end, by {2}."};

constexpr Option<Duration> kLimit{"limit", Duration{120}, "“即时”的时限（条文没有数值）",
                                  "what \"at once\" means; the article has no number"};
constexpr Option<bool> kNursingRecord{"nursing_record", true, "手术护理记录可代替单独的清点记录",
                                      "the operating room nursing record does as well"};

constexpr Citation kBasis[] = {{"BL", "22(17)"}};
constexpr int kCore[] = {10, 11};
constexpr MessageInfo kMessages[] = {kLate, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kLimit, kNursingRecord};
constexpr Bilingual kEnd{"手术结束", "the end of the surgery"};
constexpr Bilingual kCount{"手术清点记录完成", "the count record"};

// When a form was completed: its last signature, else its own time.
std::optional<Located<Time>> completed(const Checklist& list) {
  std::optional<Located<Time>> last;
  for (const Signature& signature : list.signatures) {
    if (!signature.at) continue;
    if (!last || certainly_after(signature.at->value, last->value)) last = signature.at;
  }
  return last ? last : list.at;
}

// The first one completed; empty where none has a time.
std::optional<Located<Time>> first_completed(const Forms& forms) {
  std::optional<Located<Time>> first;
  const auto take = [&](const std::optional<Located<Time>>& at) {
    if (at && (!first || certainly_before(at->value, first->value))) first = at;
  };
  for (const Checklist* list : forms.checklists) take(completed(*list));
  for (const Document* document : forms.documents) take(document->completed);
  return first;
}

void judge(const Chart& chart, std::size_t index, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  Forms forms = forms_about(chart, index, "surgical-count", DocType::kSurgicalCount);
  if (options[kNursingRecord]) {
    const Records nursing = records_about(chart, index, {DocType::kOperatingRoomNursingRecord});
    forms.documents.insert(forms.documents.end(), nursing.all.begin(), nursing.all.end());
    forms.unlinked |= nursing.unlinked;
  }
  if (forms.none() && !surgery.end) return;  // Said by periop-count-record.
  if (!surgery.end) return report.undecided(subject, missing::kSurgeryEnd, surgery.span);
  const Duration limit = options[kLimit];
  const Time& end = surgery.end.value();
  const Time until = deadline_of(end, limit);
  const std::optional<Located<Time>> done = first_completed(forms);
  if (!done && report.still_open(until)) {
    report.due(kDue, subject, surgery.end.span(), until,
               {to_argument(surgery), to_argument(limit), to_argument(until)});
    return;
  }
  if (forms.none()) return;  // Likewise.
  if (!done) return report.undecided(subject, missing::kCompletionTime, surgery.span);
  const Within met = within(end, done->value, limit);
  if (met == Within::kYes) return report.pass(subject);
  if (met == Within::kUnknown) return report.undecided(subject, missing::kClockTime, done->span);
  add_timeline(report.fail(kLate, subject, done->span, surgery, end, done->value, limit),
               {kEnd, end, surgery.end.span()}, until, {kCount, done->value, done->span});
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (!chart.surgeries[i].cancelled) judge(chart, i, options, report);
  }
}

}  // namespace

extern constinit const Check timeliness_count_record{
    {.id = "timeliness-count-record-immediate",
     .severity = Severity::kWarning,
     .title = {"手术清点记录应在手术结束后即时完成",
               "The count record is completed at once when the surgery ends"},
     .judged =
         {"每台住院手术：手术结束到手术清点记录（按惯例可用手术护理记录代替）完成不超过2小时。"
          "2小时是可调参数，条文写“即时”，没有数值。",
          "Every surgery of an inpatient: from its end to the completion of the count record "
          "(by practice also the operating room nursing record), 2 hours. The number is an "
          "option; the article says \"at once\"."},
     .exceptions = {"门诊手术、取消的手术不判；没有清点记录的不判，由围手术期检查指出。手术结束时间"
                    "或签名时间不明时无法判定。",
                    "Not for outpatients and cancelled surgery, and not where the record is "
                    "absent, which its own check says. Undecided where the end or the signature is "
                    "unknown."},
     .advice = {"巡回护士和器械护士在手术结束后即时完成清点记录并签名。",
                "The nurses complete and sign the record as the surgery ends."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
