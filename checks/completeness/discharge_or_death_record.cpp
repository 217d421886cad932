// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, DocType> kMissing{
    "missing", "{0}后病历中应有{1}，未见。", "after {0} the chart is to hold: {1}; there is none."};
constexpr Message<Bilingual, DocType, Time> kDue{"due", "{0}后应有{1}，最迟{2}。",
                                                 "after {0}: {1} is to be there by {2}."};

constexpr Option<Duration> kWithin{"within", Duration{24 * 60}, "运行病历中的期限",
                                   "time allowed while the stay runs"};

constexpr Citation kBasis[] = {{"BL", "22(20)"}, {"BL", "22(21)"}, {"BL", "20"}, {"BL", "21"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing, kDue};
constexpr OptionInfo kOptions[] = {kWithin};
constexpr std::string_view kSupersedes[] = {
    "timeliness-discharge-record-24h",
    "timeliness-death-record-24h",
};

// How the stay ended, and what is written of that.
struct End {
  Bilingual event;
  const TimeFact& at;
  DocType record;
  DocType of_short_stay;
};

End end_of(const Chart& chart) {
  const Encounter& stay = chart.encounter;
  if (!chart.dead()) {
    return {{"出院", "discharge"},
            stay.discharged,
            DocType::kDischargeRecord,
            DocType::kAdmissionDischarge24h};
  }
  // SY 8: of a death the time of discharge is the time of death.
  return {{"死亡", "death"},
          stay.died.known() ? stay.died : stay.discharged,
          DocType::kDeathRecord,
          DocType::kAdmissionDeath24h};
}

void run(const Chart& chart, const Options& options, Report& report) {
  const End end = end_of(chart);
  const bool running = report.clock().stage < Stage::kDischarged;
  if (running && !end.at.known()) return;
  const Subject subject = of_chart();
  const Span where = end.at.known() ? end.at.span() : subject_span(chart, subject);
  if (chart.encounter.kind.value == EncounterKind::kUnknown) {
    return report.undecided(subject, missing::kEncounterKind, where);
  }
  if (!chart.inpatient()) return;
  if (chart.has(end.record) || chart.has(end.of_short_stay)) return report.pass(subject);
  if (!chart.complete) return report.undecided(subject, missing::kRestOfChart, where);
  std::optional<Time> until;
  if (end.at.known()) {
    until = deadline_of(end.at.value(), options[kWithin]);
    if (report.clock().as_of ? report.still_open(*until) : running) {
      report.due(kDue, subject, where, *until,
                 {to_argument(end.event), to_argument(end.record), to_argument(*until)});
      return;
    }
  }
  report.fail(kMissing, subject, where, end.event, end.record).due = until;
}

}  // namespace

extern constinit const Check discharge_or_death_record{
    {.id = "completeness-discharge-or-death-record",
     .severity = Severity::kError,
     .title = {"出院（死亡）病历应有出院记录（死亡记录）",
               "A finished stay has a discharge or death record"},
     .judged = {"出院后病历中应有出院记录或24小时内入出院记录；死亡病历应有死亡记录或24小时内入院"
                "死亡记录，出院记录不能代替。",
                "After discharge the chart holds a discharge record or the record of a stay within "
                "24 hours; after a death the death record or that of a death within 24 hours: a "
                "discharge record does not stand for it."},
     .exceptions =
         {"单份文书无法判定；尚未到时限的病历提示应完成时间。24小时内入出院（死亡）记录是否用于不足"
          "24小时的住院，由 completeness-admission-record 判定；出院小结不算出院记录。",
          "Undecided for a lone document; while the limit has not run out it says by when the "
          "document is due. Whether the record of a short stay was right for this stay is said by "
          "completeness-admission-record; a discharge summary (出院小结) is no discharge record."},
     .advice = {"补归出院记录（死亡记录）；确未书写的按规定补记并注明。",
                "File the record, or write it as the rules for late entries ask."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
