// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "checks/timeliness/consultation.h"
#include "checks/timeliness/steps.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Duration, Duration> kLate{
    "late", "普通会诊申请于{1}发出，{0}于{2}完成会诊，超出{3}的时限{4}。",
    "the consultation was requested at {1}, {0} was done at {2}: {4} beyond the limit of {3}."};
constexpr Message<Bilingual, Time, Time, Duration, Duration> kRecordLate{
    "record-late",
    "普通会诊申请于{1}发出，{0}的会诊记录于{2}完成，超出{3}的时限{4}；未记录会诊完成时间。",
    "the consultation was requested at {1}, the record of {0} was completed at {2}: {4} beyond the "
    "limit of {3}; when the consultation took place is not recorded."};
constexpr Message<Bilingual, Time, Time, Time, Duration, Duration> kRecordAfter{
    "record-after",
    "普通会诊申请于{1}发出，{0}于{2}完成会诊，会诊记录于{3}完成，超出{4}的时限{5}。",
    "the consultation was requested at {1} and {0} was done at {2}; its record was completed at "
    "{3}: {5} beyond the limit of {4}."};
constexpr Message<Bilingual, Time, Duration, Time> kMissing{
    "missing", "普通会诊申请于{1}发出，{0}应在{2}内（至{3}）完成会诊，病历中未见会诊记录。",
    "the consultation was requested at {1}; {0} was to be done within {2} (until {3}), and no "
    "record of it is in the chart."};
constexpr Message<Bilingual, Time, Duration, Time> kDue{
    "due", "普通会诊申请于{1}发出，{0}应在{2}内完成会诊，最迟{3}。",
    "the consultation was requested at {1}; {0} is to be done within {2}, by {3}."};

constexpr Option<Duration> kLimit{"limit", Duration{24 * 60}, "会诊完成时限",
                                  "limit for the consultation"};
constexpr Option<Duration> kRecordLimit{"record_limit", Duration{48 * 60}, "会诊意见记录完成时限",
                                        "limit for its record"};

constexpr Citation kBasis[] = {{"HX", "3-2"}, {"BL", "22(10)"}, {"KC25", "7"}};
constexpr int kCore[] = {3};
constexpr MessageInfo kMessages[] = {kLate, kRecordLate, kRecordAfter, kMissing,
                                     kDue,  kStep,       kLimitStep};
constexpr OptionInfo kOptions[] = {kLimit, kRecordLimit};
constexpr Bilingual kDone{"会诊完成", "the consultation"};
constexpr Bilingual kRecord{"会诊记录完成", "its record"};

// The consultation was in time; BL 22(10) gives its record 48 hours. A record that is not there is
// said by process-consult-missing.
void judge_record_after(const Consultation& c, const Document* record, Subject subject,
                        Duration limit, Report& report) {
  if (record == nullptr) return report.pass(subject);
  if (!record->completed) return report.undecided(subject, missing::kCompletionTime, record->span);
  const Time& from = c.requested->value;
  const Located<Time>& completed = *record->completed;
  const Within met = within(from, completed.value, limit);
  if (met == Within::kYes) return report.pass(subject);
  if (met == Within::kUnknown) {
    return report.undecided(subject, missing::kClockTime, completed.span);
  }
  const Time until = deadline_of(from, limit);
  add_timeline(report.fail(kRecordAfter, subject, completed.span, name_of(c), from, c.done->value,
                           completed.value, limit, overrun(until, completed.value)),
               {kRequest, from, c.requested->span}, until,
               {kRecord, completed.value, completed.span});
}

// The time of the consultation is known: HX 3-2 binds it.
void judge_done(const Consultation& c, const Document* record, Subject subject,
                const Options& options, Report& report) {
  const Duration limit = options[kLimit];
  const Time& from = c.requested->value;
  const Time& done = c.done->value;
  const Within met = within(from, done, limit);
  if (met == Within::kYes) {
    return judge_record_after(c, record, subject, options[kRecordLimit], report);
  }
  if (met == Within::kUnknown) return report.undecided(subject, missing::kClockTime, c.done->span);
  const Time until = deadline_of(from, limit);
  add_timeline(report.fail(kLate, subject, c.done->span, name_of(c), from, done, limit,
                           overrun(until, done)),
               {kRequest, from, c.requested->span}, until, {kDone, done, c.done->span});
}

// Only its record has a time: BL 22(10) gives that 48 hours, a consultation within 24 hours is
// likely but not shown.
void judge_record(const Consultation& c, const Located<Time>& record, Subject subject,
                  const Options& options, Report& report) {
  const Time& from = c.requested->value;
  const Within early = within(from, record.value, options[kLimit]);
  const Within met = within(from, record.value, options[kRecordLimit]);
  if (early == Within::kYes) return report.pass(subject);
  if (early == Within::kUnknown || met == Within::kUnknown) {
    return report.undecided(subject, missing::kClockTime, record.span);
  }
  const Duration limit = met == Within::kYes ? options[kLimit] : options[kRecordLimit];
  const Time until = deadline_of(from, limit);
  Outcome& outcome = report.fail(kRecordLate, subject, record.span, name_of(c), from, record.value,
                                 limit, overrun(until, record.value));
  if (met == Within::kYes) outcome.weaker(Severity::kWarning);
  add_timeline(outcome, {kRequest, from, c.requested->span}, until,
               {kRecord, record.value, record.span});
}

void judge(const Chart& chart, std::size_t index, const ConsultationRecords& records,
           const Options& options, Report& report) {
  const Consultation& c = chart.consultations[index];
  const Subject subject = of_consultation(index);
  if (!c.requested) return report.undecided(subject, kRequestTime, c.span);
  const Duration limit = options[kLimit];
  const Document* record = records.of(index);
  if (c.done) return judge_done(c, record, subject, options, report);
  if (record != nullptr && record->completed) {
    return judge_record(c, *record->completed, subject, options, report);
  }
  const Time until = deadline_of(c.requested->value, limit);
  std::vector<Argument> values = {to_argument(name_of(c)), to_argument(c.requested->value),
                                  to_argument(limit), to_argument(until)};
  if (report.still_open(until)) {
    report.due(kDue, subject, span_of(c), until, std::move(values));
  } else if (record != nullptr) {
    report.undecided(subject, missing::kCompletionTime, record->span);
  } else if (!chart.complete) {
    report.undecided(subject, missing::kRestOfChart, span_of(c));
  } else if (records.unclaimed()) {
    report.undecided(subject, kWhichConsultation, span_of(c));
  } else {
    report.fail(kMissing, subject, span_of(c), std::move(values)).due = until;
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  const ConsultationRecords records(chart);
  judge_consultations(chart, ConsultationKind::kRoutine, report,
                      [&](std::size_t i) { judge(chart, i, records, options, report); });
}

}  // namespace

extern constinit const Check timeliness_consult_routine{
    {.id = "timeliness-consult-routine-24h",
     .severity = Severity::kError,
     .title = {"普通会诊应在申请发出后24小时内完成",
               "A routine consultation is done within 24 hours of the request"},
     .judged =
         {"每次机构内普通会诊：会诊申请发出到会诊完成不超过24小时，到会诊记录完成不超过48小时；未"
          "记录会诊完成时间的，以会诊记录的完成时间评价：超过48小时为“必改”，24至48小时为“建"
          "议”。",
          "Every routine consultation inside the hospital: from the request 24 hours to the "
          "consultation and 48 to its record. Where only its record has a time: beyond 48 hours "
          "an error, between 24 and 48 a warning."},
     .exceptions =
         {"急会诊、多学科会诊、院外会诊和取消的会诊不判。申请时间、会诊类型或记录的签名时间不明时无"
          "法判定。会诊按时而病历中没有会诊记录的，由 process-consult-missing 说明。",
          "Not for urgent, multidisciplinary, outside and cancelled consultations. Undecided where "
          "the time of the request, the kind, or the signature of the record is unknown. A record "
          "that is absent after a consultation in time is said by process-consult-missing."},
     .advice = {"会诊医师在申请发出后24小时内完成会诊，在会诊单上写明会诊时间并签名。",
                "See the patient within 24 hours; write the time of the consultation and sign."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
