// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kMissing{
    "missing", "入院后病历中应有入院记录，未见。",
    "after admission the chart is to hold an admission record; there is none."};
constexpr Message<DocType, Time, Time> kLongStay{
    "long-stay", "只有{0}，未见入院记录；{1}入院，{2}离院，住院已满24小时。",
    "the chart holds only the {0}; the stay from {1} to {2} was not under 24 hours."};
constexpr Message<Time> kDue{"due", "入院后应有入院记录，最迟{0}。",
                             "after admission: an admission record is to be there by {0}."};

constexpr Option<Duration> kWithin{"within", Duration{24 * 60}, "运行病历中的期限",
                                   "time allowed while the stay runs"};

constexpr Citation kBasis[] = {{"BL", "16"}, {"BL", "17"}, {"BL", "20"}, {"BL", "21"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing, kLongStay, kDue};
constexpr OptionInfo kOptions[] = {kWithin};
constexpr std::string_view kSupersedes[] = {
    "timeliness-admission-record-24h",
    "timeliness-in-out-24h-record",
    "timeliness-in-death-24h-record",
};

const TimeFact& end_of(const Encounter& stay) {
  return stay.discharged.known() ? stay.discharged : stay.died;
}

// Whether the patient left or died in less than 24 hours; unknown while he stays.
Within under_24h(const Encounter& stay) {
  const TimeFact& end = end_of(stay);
  if (!stay.admitted.known() || !end.known()) return Within::kUnknown;
  return within(stay.admitted.value(), end.value(), Duration{24 * 60 - 1});
}

const Document* short_record(const Chart& chart) {
  const Document* found = chart.first(DocType::kAdmissionDischarge24h);
  return found != nullptr ? found : chart.first(DocType::kAdmissionDeath24h);
}

// BL 17: the record of a stay under 24 hours has 24 hours from its end.
std::optional<Time> last_moment(const Encounter& stay, Duration limit) {
  if (!stay.admitted.known()) return std::nullopt;
  const bool from_end = under_24h(stay) == Within::kYes;
  return deadline_of(from_end ? end_of(stay).value() : stay.admitted.value(), limit);
}

void judge_short(const Chart& chart, const Document& record, Report& report) {
  const Encounter& stay = chart.encounter;
  // The rules on day care may know such a record; they were not read.
  const bool day_care = stay.kind.value == EncounterKind::kDaySurgery;
  if (day_care || under_24h(stay) != Within::kNo) return report.pass(of_chart());
  if (!chart.complete) return report.undecided(of_chart(), missing::kRestOfChart, record.span);
  report.fail(kLongStay, of_chart(), record.span, record.type, stay.admitted.value(),
              end_of(stay).value());
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Encounter& stay = chart.encounter;
  const Subject subject = of_chart();
  const Span where = stay.admitted.known() ? stay.admitted.span() : subject_span(chart, subject);
  if (stay.kind.value == EncounterKind::kUnknown) {
    return report.undecided(subject, missing::kEncounterKind, where);
  }
  if (!chart.inpatient()) return;
  if (chart.has(DocType::kAdmissionRecord)) return report.pass(subject);
  if (const Document* record = short_record(chart)) return judge_short(chart, *record, report);
  if (!chart.complete) return report.undecided(subject, missing::kRestOfChart, where);
  const bool running = report.clock().stage < Stage::kDischarged;
  const std::optional<Time> until = last_moment(stay, options[kWithin]);
  if (!until && running) return report.undecided(subject, missing::kAdmissionTime, where);
  if (until && (report.clock().as_of ? report.still_open(*until) : running)) {
    report.due(kDue, subject, where, *until, {to_argument(*until)});
    return;
  }
  report.fail(kMissing, subject, where).due = until;
}

}  // namespace

extern constinit const Check admission_record{
    {.id = "completeness-admission-record",
     .severity = Severity::kError,
     .title = {"住院病历应有入院记录", "An inpatient chart has an admission record"},
     .judged =
         {"住院病历中应有入院记录；住院不足24小时的，24小时内入出院记录或24小时内入院死亡记"
          "录亦可。",
          "An inpatient chart holds an admission record; for a patient who left or died in less "
          "than 24 hours the record of such a stay or death does as well."},
     .exceptions =
         {"单份文书无法判定；尚未到时限的住院中病历提示应完成时间，住院不足24小时的从出院或死亡时算"
          "起；入院、出院时间不足以判定是否满24小时的，以及日间手术，有24小时内入出院（死亡）记录即"
          "可。",
          "Undecided for a lone document; while the limit has not run out it says by when the "
          "record is due, counted from the end of a stay under 24 hours; where the times leave the "
          "length open, and in day surgery, the record of a short stay is accepted."},
     .advice = {"补归入院记录；确未书写的，由经治医师按规定补记并注明。",
                "File the admission record, or write it as the rules for late entries ask."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
