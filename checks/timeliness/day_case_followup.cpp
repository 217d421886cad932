// SPDX-License-Identifier: Apache-2.0
#include "checks/timeliness/duty.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Duration, Time> kLate{
    "late", "{0}于{1}，首次随访于{4}，超过{3}（至{2}）。",
    "{0} was at {1}; the first follow-up was at {4}, later than {3} (until {2})."};
constexpr Message<Bilingual, Time, Time, Duration> kMissing{
    "missing", "{0}于{1}，{3}内（至{2}）未见随访。",
    "{0} was at {1}; there is no follow-up within {3} (until {2})."};
constexpr Message<Bilingual, Time, Time, Duration> kDue{
    "due", "{0}于{1}，应在{3}内完成首次随访，最迟{2}。",
    "{0} was at {1}; the first follow-up is due within {3}, by {2}."};

constexpr Missing kFollowUpTime{"follow-up-time", "随访时间", "when the follow-up took place"};

constexpr Option<Duration> kWithin{"limit", Duration{24 * 60}, "出院后多长时间内首次随访",
                                   "time after discharge"};

constexpr Bilingual kDischarge{"日间手术出院", "discharge after day surgery"};
constexpr Bilingual kFirst{"首次随访", "the first follow-up"};

constexpr Citation kBasis[] = {{"SA", "12"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kFollowUps};
constexpr MessageInfo kMessages[] = {kLate, kMissing, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kWithin};

void run(const Chart& chart, const Options& options, Report& report) {
  const TimeFact& discharged = chart.encounter.discharged;
  if (chart.encounter.kind.value != EncounterKind::kDaySurgery || chart.dead()) return;
  if (!discharged.known() && !chart.encounter.archived) return;  // Still here.
  const std::optional<Located<Time>> began = located(discharged);
  std::optional<Located<Time>> first;
  std::optional<Missing> doubt;
  for (const FollowUp& followup : chart.followups) {
    if (!followup.at) doubt = kFollowUpTime;
    // What stands before discharge is no follow-up of it.
    if (!followup.at || (began && certainly_before(followup.at->value, began->value))) continue;
    if (!first || followup.at->value.earliest < first->value.earliest) first = followup.at;
  }
  judge_duty({.subject = of_chart(),
              .event = kDischarge,
              .began = began,
              .unknown = missing::kDischargeTime,
              .limit = {.time = options[kWithin], .working_days = {}, .days = {}},
              .done_name = kFirst,
              .late = kLate,
              .missing = kMissing,
              .due = kDue},
             first, doubt, report);
}

}  // namespace

extern constinit const Check timeliness_day_case_followup{
    {.id = "timeliness-daycase-followup-24h",
     .severity = Severity::kWarning,
     .title = {"日间手术患者应在出院后24小时内完成首次随访",
               "A day surgery patient is followed up within 24 hours of discharge"},
     .judged = {"日间手术病历：出院到首次随访不超过24小时。这是行动计划的要求；时长可调。",
                "Day surgery: from discharge to the first follow-up, 24 hours. A plan asks for it; "
                "the time is an option."},
     .exceptions =
         {"死亡的不评价；随访资料可单独建档，未载入时无法判定，出院时间、随访时间不明时也无法"
          "判定。",
          "Not for deaths. Follow-ups may be kept apart: undecided where they were not "
          "loaded, and without the time of discharge or of a follow-up."},
     .advice = {"出院后24小时内完成首次随访，记录时间、内容和结果。",
                "Follow the patient up within 24 hours; record time, content and result."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
