// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/words.h"
#include "checks/perioperative/surgery.h"
#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kOfSurgery{
    "surgery", "四级手术{0}当日未见床旁交接班记录。",
    "no hand-over at the bedside is on record for the day of the level 4 surgery {0}."};
constexpr Message<Time> kOfCondition{
    "critical", "患者自{0}病危，病危期间未见床旁交接班记录。",
    "the patient was critical from {0}; no hand-over at the bedside is on record for that time."};

constexpr Missing kRegister{"bedside-handover", "床旁交接班记录（交接班专册在病历之外，未载入）",
                            "records of hand-overs at the bedside (the register is outside the "
                            "chart and was not loaded)"};

constexpr Citation kBasis[] = {{"HX", "5-6"}, {"SA", "11"}};
constexpr int kCore[] = {5};
constexpr MessageInfo kMessages[] = {kOfSurgery, kOfCondition};

using Days = std::vector<std::chrono::sys_days>;
constexpr WordList kBedside{"床旁交接|床边交接|床头交接|床旁交班|床边交班|床头交班|床旁接班"};

// The days on which hand-overs at the bedside are on record.
struct BedsideHandovers {
  Days on;
  bool undated = false;
  bool any = false;
};

BedsideHandovers handovers(const Chart& chart) {
  BedsideHandovers all;
  for (const Document& document : chart.documents) {
    const bool own = document.type == DocType::kBedsideHandover;
    if (!own && !holds_any(document.title.value, kBedside) && !tells_any(document, kBedside)) {
      continue;
    }
    // That a note mentions one does not tell that the register was loaded.
    all.any = all.any || own || holds_any(document.title.value, kBedside);
    const auto day = day_of(written(document));
    all.undated = all.undated || !day;
    if (day) all.on.push_back(*day);
  }
  std::sort(all.on.begin(), all.on.end());
  return all;
}

// Of a night's hand-over the record may be of the next morning.
bool between(const BedsideHandovers& all, std::chrono::sys_days from, std::chrono::sys_days to) {
  const auto found = std::lower_bound(all.on.begin(), all.on.end(), from);
  return all.undated || (found != all.on.end() && *found <= to + std::chrono::days(1));
}

void judge_surgery(const Chart& chart, std::size_t index, const BedsideHandovers& all,
                   Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  if (surgery.cancelled || !surgery.level || surgery.level->value != 4) return;
  const Subject subject = of_surgery(index);
  if (!surgery.start) return report.undecided(subject, missing::kSurgeryStart, surgery.span);
  const auto day = surgery.start.value().local_day();
  if (between(all, day, day)) return report.pass(subject);
  if (!all.any) return report.undecided(subject, kRegister, surgery.span);
  report.fail(kOfSurgery, subject, called_for_at(surgery), surgery);
}

void judge_condition(const Chart& chart, std::size_t index, const BedsideHandovers& all,
                     Report& report) {
  const Condition& it = chart.conditions[index];
  if (it.severity != Acuity::kCritical || !it.start) return;
  const Subject subject{SubjectKind::kCondition, static_cast<std::uint32_t>(index)};
  const TimeFact& out = chart.dead() ? chart.encounter.died : chart.encounter.discharged;
  const Time& from = it.start->value;
  const Time& to = it.stop ? it.stop->value : out ? out.value() : from;
  // Nobody hands over what does not last until the next shift.
  if (within(from, to, Duration{12 * 60}) != Within::kNo) return;
  if (between(all, from.local_day(), to.local_day())) return report.pass(subject);
  if (!all.any) return report.undecided(subject, kRegister, it.span);
  report.fail(kOfCondition, subject, it.start->span, from);
}

// Most stays have nothing to judge, and need not be read for it.
bool concerned(const Chart& chart) {
  return std::any_of(chart.surgeries.begin(), chart.surgeries.end(),
                     [](const Surgery& one) { return one.level && one.level->value == 4; }) ||
         std::any_of(chart.conditions.begin(), chart.conditions.end(),
                     [](const Condition& one) { return one.severity == Acuity::kCritical; });
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  if (!concerned(chart)) return;
  const BedsideHandovers all = handovers(chart);
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) judge_surgery(chart, i, all, report);
  for (std::size_t i = 0; i < chart.conditions.size(); ++i) judge_condition(chart, i, all, report);
}

}  // namespace

extern constinit const Check periop_level4_bedside_handover{
    {.id = "periop-level4-bedside-handover",
     .severity = Severity::kWarning,
     .title =
         {"四级手术当日和病危患者应床旁交接班",
          "Shifts hand over at the bedside on the day of a level 4 surgery and of the critically "
          "ill"},
     .judged = {"已出院或归档的住院病历，载入床旁交接班记录（文书或写明床旁交接的记录）的：四级手术"
                "当日（或次日晨）、病危期间有床旁交"
                "接班记录。",
                "Stays that ended in which hand-overs at the bedside are on record, as documents "
                "or in words: "
                "there is one on the day of each level 4 surgery (or the next morning), and one in "
                "each time "
                "in which the patient was critical."},
     .exceptions =
         {"四级以下和取消的手术、病重、病危不足12小时的不评价；没有时间的记录算作任何一日。交接班专"
          "册在病历之外，一份也未载入的"
          "无法判定。",
          "Not below level 4, for cancelled surgeries, for 病重, nor where the critical condition "
          "lasted less than 12 hours. A record without a time counts for any day. The register of "
          "hand-overs is outside the chart: undecided where none was loaded."},
     .advice = {"四级手术当日和急危重患者在床旁交接班并记录。",
                "Hand over at the bedside and record it."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
