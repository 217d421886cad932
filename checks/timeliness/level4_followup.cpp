// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/timeliness/duty.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, Time, Time> kMissing{
    "missing", "{0}为四级手术，{1}至{2}的一年内未见随访。",
    "{0} is of level 4; in the year from {1} to {2} there is no follow-up."};
constexpr Message<Surgery, Time, Time> kDue{
    "due", "{0}为四级手术，{1}起的一年内应至少随访1次，最迟{2}。",
    "{0} is of level 4; in the year from {1} one follow-up is due, by {2}."};

constexpr Missing kFollowUpTime{"follow-up-time", "随访时间", "when the follow-up took place"};

constexpr Citation kBasis[] = {{"SA", "12"}, {"SF", "23"}, {"YB", "20"}};
constexpr int kCore[] = {12};
constexpr Source kNeeds[] = {Source::kFollowUps};
constexpr MessageInfo kMessages[] = {kMissing, kDue};

Time years_later(const Time& from, int years) {
  using namespace std::chrono;
  const year_month_day day(from.local_day());
  const year_month_day then = (day.year() + std::chrono::years(years)) / day.month() / day.day();
  // The 29th of February has its anniversary on the 28th.
  const sys_days reached = then.ok() ? sys_days(then) : sys_days(then.year() / then.month() / last);
  return end_of_day(reached, from);
}

bool followed_up(const Chart& chart, const Time& after, const Time& until) {
  return std::any_of(chart.followups.begin(), chart.followups.end(), [&](const FollowUp& one) {
    return one.at && !certainly_before(one.at->value, after) &&
           !certainly_after(one.at->value, until);
  });
}

// Each year that has passed, up to the first without a follow-up, then the one that runs.
void judge(const Chart& chart, std::size_t index, const Time& discharged, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  const bool untimed = std::any_of(chart.followups.begin(), chart.followups.end(),
                                   [](const FollowUp& one) { return !one.at; });
  Time from = discharged;
  for (int year = 1;; ++year) {
    const Time until = years_later(discharged, year);
    if (!followed_up(chart, from, until)) {
      if (untimed) return report.undecided(subject, kFollowUpTime, surgery.span);
      if (report.still_open(until)) {
        report.due(kDue, subject, surgery.span, until,
                   {to_argument(surgery), to_argument(from), to_argument(until)});
      } else {
        report.fail(kMissing, subject, surgery.span, surgery, from, until).due = until;
      }
      return;
    }
    if (report.still_open(until)) return report.pass(subject);
    from = until;
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  const TimeFact& discharged = chart.encounter.discharged;
  // Years pass only where a clock runs: a chart judged as archived says nothing of them.
  if (!report.clock().as_of || !discharged.known() || chart.dead()) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || !surgery.level || surgery.level->value != 4) continue;
    if (discharged.value().precision < Precision::kDay) {
      report.undecided(of_surgery(i), missing::kDischargeTime, surgery.span);
    } else {
      judge(chart, i, discharged.value(), report);
    }
  }
}

}  // namespace

extern constinit const Check timeliness_level4_followup{
    {.id = "timeliness-level4-followup-yearly",
     .severity = Severity::kNote,
     .title = {"四级手术患者原则上每年随访不少于1次",
               "After a level 4 surgery the patient is followed up at least once a year"},
     .judged = {"出院后每满一年（至评价时点），四级手术患者至少有1次随访记录。",
                "For each year since discharge, up to the moment of judgement, at least one "
                "follow-up after a level 4 surgery."},
     .exceptions =
         {"死亡的、手术级别不明的不评价；没有给出评价时点（--as-of）的不评价；未载入随访资料或随访"
          "时间不明时无法判定。",
          "Not for deaths, for surgeries whose level is not known, and without a moment "
          "of judgement (--as-of). Undecided without follow-up data, or where a follow-up "
          "has no time."},
     .advice = {"每年至少随访1次，记录时间、内容和结果，纳入病历或单独建档。",
                "Follow the patient up every year; record time, content and result."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
