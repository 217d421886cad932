// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time, Bilingual, int, int, int> kFew{
    "few", "{0}（{1}）查房{2}次，应不少于{3}次；住院期间共{4}天不足。",
    "{0} ({1}) has {2} rounds, fewer than {3}; {4} days of the stay have too few."};
constexpr Message<Time, int> kAlso{"also", "{0}查房{1}次", "{0}: {1} rounds"};
constexpr Message<> kRound{"round", "该日的查房", "a round of that day"};

constexpr Option<int> kWorking{"working_day", 2, "工作日每天最少查房次数",
                               "least rounds on a working day"};
constexpr Option<int> kOther{"other_day", 1, "非工作日每天最少查房次数",
                             "least rounds on another day"};

constexpr Missing kRoundTime{"round-time", "查房的时间", "the time of a round"};
constexpr Missing kCalendar{"calendar", "该年份的工作日历", "the working days of that year"};

constexpr Citation kBasis[] = {{"HX", "2-4"}};
constexpr int kCore[] = {2};
constexpr Source kNeeds[] = {Source::kRounds};
constexpr MessageInfo kMessages[] = {kFew, kAlso, kRound};
constexpr OptionInfo kOptions[] = {kWorking, kOther};

using std::chrono::days;
using std::chrono::sys_days;

bool by_physician(const Chart& chart, const Round& round) {
  const Title title = chart.title_of(round.by);
  return title != Title::kNurse && title != Title::kHeadNurse && title != Title::kTechnician &&
         title != Title::kPharmacist;
}

// The rounds of each day; empty where the time of one is not known.
std::optional<std::map<sys_days, std::vector<const Round*>>> rounds_by_day(const Chart& chart) {
  std::map<sys_days, std::vector<const Round*>> all;
  for (const Round& round : chart.rounds) {
    if (!by_physician(chart, round)) continue;
    if (!round.at || round.at->value.precision < Precision::kDay) return std::nullopt;
    all[round.at->value.local_day()].push_back(&round);
  }
  return all;
}

// The whole days of the stay: without those of admission and discharge, nor that of the clock.
struct WholeDays {
  sys_days first, end;
};
std::optional<WholeDays> whole_days(const Chart& chart, const Clock& clock) {
  const TimeFact& admitted = chart.encounter.admitted;
  const TimeFact& died = chart.encounter.died;
  const TimeFact& left = died.known() ? died : chart.encounter.discharged;
  if (!admitted || admitted.value().precision < Precision::kDay) return std::nullopt;
  const sys_days first = admitted.value().local_day() + days{1};
  if (left && left.value().precision >= Precision::kDay) {
    return WholeDays{first, left.value().local_day()};
  }
  if (left || !clock.as_of) return std::nullopt;
  return WholeDays{first, clock.as_of->local_day()};
}

struct Few {
  sys_days day;
  bool works = false;
  std::vector<const Round*> rounds;
};

Time day_time(sys_days day) {
  return {day - std::chrono::minutes{kHospitalOffset}, Precision::kDay};
}

void tell(const std::vector<Few>& found, const Options& options, Span where, Report& report) {
  const Few& first = found.front();
  const auto count = [](const Few& few) { return static_cast<int>(few.rounds.size()); };
  const Bilingual kind = first.works ? Bilingual{"工作日", "a working day"}
                                     : Bilingual{"非工作日", "not a working day"};
  Outcome& outcome = report.fail(kFew, of_chart(), where, day_time(first.day), kind, count(first),
                                 first.works ? options[kWorking] : options[kOther],
                                 static_cast<int>(found.size()));
  for (const Round* round : first.rounds) outcome.note(kRound, round->at->span);
  for (std::size_t i = 1; i < found.size() && i < 5; ++i) {
    const Span place = found[i].rounds.empty() ? where : found[i].rounds.front()->at->span;
    outcome.note(kAlso, place, day_time(found[i].day), count(found[i]));
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  const Subject stay = of_chart();
  const Span where = chart.encounter.admitted ? chart.encounter.admitted.span() : chart.span;
  const auto whole = whole_days(chart, report.clock());
  if (whole && whole->first >= whole->end) return;
  if (!chart.sources.has(Source::kRounds)) {
    if (!chart.complete) return;  // A lone document.
    return report.undecided(stay, missing_source(Source::kRounds), where);
  }
  if (!whole) {
    return report.undecided(
        stay, chart.encounter.admitted ? missing::kDischargeTime : missing::kAdmissionTime, where);
  }
  auto rounds = rounds_by_day(chart);
  if (!rounds) return report.undecided(stay, kRoundTime, where);
  std::vector<Few> found;
  bool unknown = false;
  for (sys_days day = whole->first; day < whole->end; day += days{1}) {
    const std::optional<bool> works = report.clock().calendar->works(day);
    std::vector<const Round*>& held = (*rounds)[day];
    const int count = static_cast<int>(held.size());
    if (works && count < (*works ? options[kWorking] : options[kOther])) {
      found.push_back({day, *works, std::move(held)});
    }
    unknown |= !works && count < std::max(options[kWorking], options[kOther]);
  }
  if (!found.empty() && !chart.cut_off) return tell(found, options, where, report);
  if (!found.empty()) return report.undecided(stay, missing::kRestOfChart, where);
  if (unknown) return report.undecided(stay, kCalendar, where);
  report.pass(stay);
}

}  // namespace

extern constinit const Check timeliness_round_daily{
    {.id = "timeliness-round-daily",
     .severity = Severity::kNote,
     .title = {"工作日每天至少查房2次，非工作日每天至少1次",
               "Two rounds on each working day, one on each other day"},
     .judged =
         {"住院期间的每个整日（入院、出院当日不计）：以数据记录的医师查房，工作日不少于2次，非工"
          "作日不少于1次；工作日按日历，次数可调。",
          "Each whole day of the stay, without those of admission and discharge: rounds of "
          "physicians that are recorded as data, two on a working day and one on another, by "
          "the calendar. The numbers are options."},
     .exceptions =
         {"查房由数据（rounds）而不由查房记录反映：条文要求每天查房，不要求每次查房都写记录。查"
          "房数据未载入、查房或住院的时间不明、日历未收录该年份、病历未能读全时无法判定。",
          "Rounds are data (rounds), not the notes on them: the text asks for rounds each day, "
          "not for a note on each. Undecided without such data, without the times of rounds or "
          "of the stay, for a year whose working days are not known, or where the chart could "
          "not be read whole."},
     .advice = {"按三级查房制度安排每日查房，并在查房系统中登记。",
                "Round each day as the three-level system asks, and record it."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
