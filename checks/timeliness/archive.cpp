// SPDX-License-Identifier: Apache-2.0
#include "checks/timeliness/duty.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, int, Time> kLate{
    "late", "{0}于{1}，病案归档于{4}，超过{3}个工作日（至{2}）。",
    "{0} was at {1}; the chart was archived at {4}, later than {3} working days (until {2})."};
constexpr Message<Bilingual, Time, Time, int> kMissing{
    "missing", "{0}于{1}，应在{3}个工作日内（至{2}）归档，尚未归档。",
    "{0} was at {1}; the chart was to be archived within {3} working days (until {2}) and is not."};
constexpr Message<Bilingual, Time, Time, int> kDue{
    "due", "{0}于{1}，应在{3}个工作日内归档，最迟{2}。",
    "{0} was at {1}; the chart is to be archived within {3} working days, by {2}."};

constexpr Missing kArchived{"archive-time", "归档时间", "the time of archiving"};

constexpr Option<int> kInpatientDays{"working_days", 2, "出院后几个工作日内归档",
                                     "working days after discharge"};
constexpr Option<int> kOutpatientDays{"working_days", 1, "就诊结束后几个工作日内归档",
                                      "working days after the visit"};

constexpr Bilingual kDischarge{"出院", "discharge"};
constexpr Bilingual kDeath{"死亡", "death"};
constexpr Bilingual kVisit{"就诊", "the visit"};
constexpr Bilingual kVisitEnd{"就诊结束", "the end of the visit"};
constexpr Bilingual kArchiving{"归档", "archiving"};

constexpr Citation kInpatientBasis[] = {{"ZB", "19"}};
constexpr Citation kOutpatientBasis[] = {{"GL", "12"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kArchive};
constexpr MessageInfo kMessages[] = {kLate, kMissing, kDue, kStep, kLimitStep};
constexpr OptionInfo kInpatientOptions[] = {kInpatientDays};
constexpr OptionInfo kOutpatientOptions[] = {kOutpatientDays};

std::optional<Located<Time>> end_of(const Encounter& stay) {
  return located(stay.discharged.known() ? stay.discharged : stay.died);
}

void judge(const Chart& chart, Bilingual event, const std::optional<Located<Time>>& end, int days,
           Report& report) {
  const std::optional<Located<Time>>& archived = chart.encounter.archived;
  std::optional<Missing> doubt;
  if (!archived && !chart.complete) doubt = missing::kRestOfChart;
  if (!archived && !report.clock().as_of) doubt = kArchived;  // No clock tells how late it is.
  judge_duty({.subject = of_chart(),
              .event = event,
              .began = end,
              .unknown = missing::kDischargeTime,
              .limit = {.time = {}, .working_days = days, .days = {}},
              .done_name = kArchiving,
              .late = kLate,
              .missing = kMissing,
              .due = kDue},
             archived, doubt, report);
}

void run_inpatient(const Chart& chart, const Options& options, Report& report) {
  const std::optional<Located<Time>> end = end_of(chart.encounter);
  // A stay that goes on has nothing to archive.
  if (!chart.inpatient() || (!end && !chart.encounter.archived)) return;
  const bool died = !chart.encounter.discharged.known() && chart.encounter.died.known();
  judge(chart, died ? kDeath : kDischarge, end, options[kInpatientDays], report);
}

// A visit that gives no end ends on the day on which it began.
void run_outpatient(const Chart& chart, const Options& options, Report& report) {
  const EncounterKind kind = chart.encounter.kind.value;
  if (kind != EncounterKind::kOutpatient && kind != EncounterKind::kEmergency) return;
  std::optional<Located<Time>> end = end_of(chart.encounter);
  const TimeFact& began = chart.encounter.admitted;
  const bool ended = end.has_value();
  if (!ended) end = located(began);
  judge(chart, ended ? kVisitEnd : kVisit, end, options[kOutpatientDays], report);
}

}  // namespace

extern constinit const Check timeliness_archive{
    {.id = "timeliness-archive-2wd",
     .severity = Severity::kWarning,
     .title = {"住院病历应在出院后2个工作日内归档",
               "The chart of a stay is archived within two working days of discharge"},
     .judged =
         {"每次住院（含死亡、日间）：出院日起第2个工作日结束前归档，出院当日不计。这是质控指标，"
          "不是规范规定的时限；天数可调。",
          "Every stay, deaths and day cases too: archived by the end of the second working "
          "day after the day of discharge. An indicator measures it; no norm sets a limit. "
          "The number is an option."},
     .exceptions = {"未载入归档数据、出院时间不明、工作日表未收录该年份时无法判定；没有评价时点的，"
                    "未归档不作判定。",
                    "Undecided without data on archiving, without the time of discharge, or for a "
                    "year whose working days are not known; that a chart is not archived yet is "
                    "only said against a given moment (--as-of)."},
     .advice = {"出院后及时完成并审签全部文书，2个工作日内交病案室归档。",
                "Complete and sign all documents and hand the chart over within two working days."},
     .basis = kInpatientBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kInpatientOptions},
    &run_inpatient};

extern constinit const Check timeliness_outpatient_archive{
    {.id = "timeliness-outpatient-archive-1wd",
     .severity = Severity::kError,
     .title = {"由医疗机构保管的门（急）诊病历应在就诊结束后首个工作日内归档",
               "An outpatient chart kept by the hospital is archived by the first working day "
               "after the visit"},
     .judged =
         {"载有归档数据的门（急）诊病历：就诊结束次日起首个工作日结束前归档。",
          "Outpatient and emergency charts with data on archiving: archived by the end of the "
          "first working day after the day on which the visit ends."},
     .exceptions =
         {"由患者保管的病历没有归档数据，不作判定；就诊时间不明、工作日表未收录该年份时无法"
          "判定；没有评价时点的，未归档不作判定。",
          "Charts kept by the patient have no data on archiving and stay undecided, as "
          "do visits without a time and years whose working days are not known; that a "
          "chart is not archived yet is only said against a given moment (--as-of)."},
     .advice = {"每次诊疗活动结束后首个工作日内归档。",
                "Archive the chart by the first working day after each visit."},
     .basis = kOutpatientBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOutpatientOptions},
    &run_outpatient};

}  // namespace emrlint::checks
