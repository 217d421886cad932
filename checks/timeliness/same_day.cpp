// SPDX-License-Identifier: Apache-2.0
#include "checks/timeliness/duty.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Time> kAssessedLate{
    "late", "{0}于{1}，入院评估完成于{3}，不在当日（至{2}）。",
    "{0} was at {1}; the assessment was completed at {3}, not on that day (until {2})."};
constexpr Message<Bilingual, Time, Time> kAssessmentDue{
    "due", "{0}于{1}，入院评估应在当日完成，最迟{2}。",
    "{0} was at {1}; the assessment is to be completed on that day, by {2}."};
constexpr Message<Bilingual, Time, Time, Time> kWrittenLate{
    "late", "{0}于{1}，门（急）诊病历完成于{3}，不在当日（至{2}）。",
    "{0} was at {1}; its record was completed at {3}, not on that day (until {2})."};
constexpr Message<Bilingual, Time, Time> kRecordDue{
    "due", "{0}于{1}，门（急）诊病历应在就诊时完成，最迟{2}。",
    "{0} was at {1}; its record is to be completed at the visit, by {2}."};

constexpr Bilingual kAdmission{"入院", "admission"};
constexpr Bilingual kVisit{"就诊", "the visit"};
constexpr Bilingual kVisitEnd{"就诊结束", "the end of the visit"};
constexpr Bilingual kAssessment{"入院评估", "the assessment"};
constexpr Bilingual kRecord{"门（急）诊病历", "the record"};

constexpr Citation kAssessmentBasis[] = {{"XD", "14"}, {"YB", "15"}};
constexpr Citation kRecordBasis[] = {{"BL", "14"}};
constexpr int kAssessmentCore[] = {4};
constexpr int kRecordCore[] = {1, 15};
constexpr MessageInfo kAssessmentMessages[] = {kAssessedLate, kAssessmentDue, kStep, kLimitStep};
constexpr MessageInfo kRecordMessages[] = {kWrittenLate, kRecordDue, kStep, kLimitStep};

// Whether a document that is not there is worth a word: only while it may still come. That it never
// came is said by the check of the document.
bool nothing_to_say(const Documents& documents, const std::optional<Located<Time>>& began,
                    const Report& report) {
  if (documents.first || documents.untimed) return false;
  return !began || began->value.precision < Precision::kDay ||
         !report.still_open(end_of_day(began->value.local_day(), began->value));
}

void judge(const Duty& duty, const Documents& documents, Report& report) {
  if (nothing_to_say(documents, duty.began, report)) return;
  std::optional<Missing> doubt;
  if (documents.untimed) doubt = missing::kCompletionTime;
  judge_duty(duty, documents.first, doubt, report);
}

void run_assessment(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient()) return;
  judge({.subject = of_chart(),
         .event = kAdmission,
         .began = located(chart.encounter.admitted),
         .unknown = missing::kAdmissionTime,
         .limit = {},
         .done_name = kAssessment,
         .late = kAssessedLate,
         .missing = {},
         .due = kAssessmentDue},
        documents_of(chart, DocType::kAdmissionAssessment), report);
}

// A visit that lasts past midnight ends on its last day.
void run_record(const Chart& chart, const Options&, Report& report) {
  const EncounterKind kind = chart.encounter.kind.value;
  if (kind != EncounterKind::kOutpatient && kind != EncounterKind::kEmergency) return;
  const Encounter& visit = chart.encounter;
  judge({.subject = of_chart(),
         .event = visit.discharged.known() ? kVisitEnd : kVisit,
         .began = located(visit.discharged.known() ? visit.discharged : visit.admitted),
         .unknown = missing::kEventTime,
         .limit = {},
         .done_name = kRecord,
         .late = kWrittenLate,
         .missing = {},
         .due = kRecordDue},
        documents_of(chart, DocType::kOutpatientRecord), report);
}

}  // namespace

extern constinit const Check timeliness_admission_assessment{
    {.id = "timeliness-admission-assessment-same-day",
     .severity = Severity::kWarning,
     .title = {"住院当日应完成患者评估", "The patient is assessed on the day of admission"},
     .judged = {"住院病历中的入院评估：在入院当日24时前完成。这是行动计划的要求，不是规范的时限。",
                "The admission assessment in the chart of a stay: completed before midnight of the "
                "day of admission. A plan asks for it; no norm sets the limit."},
     .exceptions = {"没有入院评估的不由本检查指出；入院时间或评估完成时间不明时无法判定。",
                    "That there is no assessment is not said here. Undecided without the time of "
                    "admission or of the assessment."},
     .advice = {"入院当日完成患者评估并签名，注明时间。",
                "Assess the patient on the day of admission and sign with the time."},
     .basis = kAssessmentBasis,
     .core_systems = kAssessmentCore,
     .messages = kAssessmentMessages},
    &run_assessment};

extern constinit const Check timeliness_outpatient_record{
    {.id = "timeliness-outpatient-record-same-visit",
     .severity = Severity::kWarning,
     .title = {"门（急）诊病历应在就诊时及时完成",
               "The record of an outpatient visit is completed at the visit"},
     .judged =
         {"门（急）诊病历在就诊当日24时前完成；就诊跨日的，在结束当日。条文写“及时”，没有数值，当日"
          "是本工具的口径。",
          "The record of an outpatient or emergency visit: completed before midnight of the "
          "day on which the visit ends. The article says “in time” without a number; the day "
          "is this tool's reading."},
     .exceptions = {"没有门（急）诊病历的不由本检查指出；就诊时间或完成时间不明时无法判定。",
                    "That there is no record is not said here. Undecided without the time of the "
                    "visit or of the record."},
     .advice = {"接诊医师在患者就诊时完成病历并签名。",
                "The physician who sees the patient completes and signs the record at the visit."},
     .basis = kRecordBasis,
     .core_systems = kRecordCore,
     .messages = kRecordMessages},
    &run_record};

}  // namespace emrlint::checks
