// SPDX-License-Identifier: Apache-2.0
#include "checks/timeliness/duty.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, int, Time> kLate{
    "late", "{0}于{1}，死亡病例讨论于{4}进行，超过{3}个工作日（至{2}）。",
    "{0} was at {1}; it was discussed at {4}, later than {3} working days (until {2})."};
constexpr Message<Bilingual, Time, Time, int> kMissing{
    "missing", "{0}于{1}，{3}个工作日内（至{2}）未见死亡病例讨论记录。",
    "{0} was at {1}; within {3} working days (until {2}) there is no record of a discussion."};
constexpr Message<Bilingual, Time, Time, int> kDue{
    "due", "{0}于{1}，宜在{3}个工作日内完成死亡病例讨论，最迟{2}。",
    "{0} was at {1}; a discussion is wanted within {3} working days, by {2}."};

constexpr Option<int> kDays{"working_days", 5, "死亡后几个工作日内讨论",
                            "working days after the death"};

constexpr Bilingual kDeath{"死亡", "the death"};
constexpr Bilingual kDiscussion{"死亡病例讨论", "the discussion"};

constexpr Citation kBasis[] = {{"KC25", "19"}};
constexpr int kCore[] = {9};
constexpr MessageInfo kMessages[] = {kLate, kMissing, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kDays};

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || !chart.dead()) return;
  const Documents discussions = documents_of(chart, DocType::kDeathCaseDiscussion);
  std::optional<Missing> doubt;
  if (!discussions.first && !chart.complete) doubt = missing::kRestOfChart;
  if (discussions.untimed) doubt = missing::kCompletionTime;
  judge_duty({.subject = of_chart(),
              .event = kDeath,
              .began = located(chart.encounter.died),
              .unknown = missing::kDeathTime,
              .limit = {.time = {}, .working_days = options[kDays], .days = {}},
              .done_name = kDiscussion,
              .late = kLate,
              .missing = kMissing,
              .due = kDue},
             discussions.first, doubt, report);
}

}  // namespace

extern constinit const Check timeliness_death_discussion_workdays{
    {.id = "timeliness-death-discussion-5wd",
     .severity = Severity::kNote,
     .title = {"死亡病例讨论宜在5个工作日内完成（监测指标）",
               "A death is discussed within five working days (indicator)"},
     .judged =
         {"住院死亡病历：死亡日起第5个工作日结束前进行死亡病例讨论，死亡当日不计。这是监测指标的"
          "口径，规范的时限为1周，由另一项检查评价；天数可调。",
          "Deaths in the stay: discussed by the end of the fifth working day after the day of "
          "death. An indicator counts so; the norm says one week, which another check "
          "judges. The number is an option."},
     .exceptions =
         {"已超过1周的只由1周时限的检查指出；死亡时间、讨论时间不明，或工作日表未收录该年份"
          "时无法判定。",
          "Beyond a week only the check of the week speaks. Undecided without the time of "
          "death or of the discussion, or for a year whose working days are not known."},
     .advice = {"死亡后5个工作日内组织死亡病例讨论并记录。",
                "Hold and record the discussion within five working days."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
