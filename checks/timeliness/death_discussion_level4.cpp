// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "checks/timeliness/death_discussion.h"
#include "checks/timeliness/steps.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, Time, Duration, Time> kMissing{
    "missing",
    "四级手术{0}的患者于{1}死亡，应在{2}内（至{3}）完成多学科讨论，病历中未见死亡病例讨论。",
    "the patient of the level 4 surgery {0} died at {1}; no discussion within {2} (until {3}) is "
    "in the chart."};
constexpr Message<Time, Time, Duration, Time> kLate{
    "late", "四级手术患者于{0}死亡，多学科讨论于{1}，应在{2}内（至{3}）完成。",
    "the patient of a level 4 surgery died at {0}, the multidisciplinary discussion was at {1}; "
    "the limit is {2} (until {3})."};
constexpr Message<int> kOneDepartment{
    "one-department",
    "四级手术患者的死亡病例讨论仅有{0}个科室参加，应为医务管理部门组织的多学科讨论。",
    "the discussion of this death after a level 4 surgery had {0} department; a multidisciplinary "
    "one, organised by the medical administration, is due."};
constexpr Message<Time, Duration, Time> kDue{
    "due", "四级手术患者于{0}死亡，多学科讨论应在{1}内完成，最迟{2}。",
    "the patient of a level 4 surgery died at {0}; a multidisciplinary discussion is due within "
    "{1}, by {2}."};

constexpr Option<Duration> kLimit{"limit", Duration{7 * 24 * 60}, "讨论时限",
                                  "limit for the discussion"};
constexpr Option<WordList> kOrganisers{"organisers",
                                       {"医务|医疗管理|医政|质控"},
                                       "表明由医务管理部门组织的用语",
                                       "words that tell of the medical administration"};

constexpr Citation kBasis[] = {{"SF", "25"}, {"SF", "34"}};
constexpr int kCore[] = {9, 12};
constexpr MessageInfo kMessages[] = {kMissing, kLate, kOneDepartment, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kLimit, kOrganisers};
constexpr std::string_view kSupersedes[] = {"timeliness-death-discussion-7d",
                                            "process-death-discussion"};
constexpr Bilingual kDeath{"死亡", "the death"};
constexpr Bilingual kDiscussion{"多学科讨论", "the discussion"};

void judge(const Chart& chart, const Surgery& surgery, const Options& options, Report& report) {
  const TimeFact& death = chart.encounter.died;
  const Time& died = death.value();
  const Duration limit = options[kLimit];
  const Time until = deadline_of(died, limit);
  const DeathDiscussions found = death_discussions(chart, died, limit, options[kOrganisers]);
  const auto& late = found.answers.late;
  const auto doubt =
      first_of({found.answers.doubt, doubt_if(!chart.complete, missing::kRestOfChart)});
  if (found.answers.met) return report.pass(of_chart());
  if (!late && report.still_open(until)) {
    report.due(kDue, of_chart(), death.span(), until,
               {to_argument(died), to_argument(limit), to_argument(until)});
  } else if (doubt) {
    report.undecided(of_chart(), *doubt, death.span());
  } else if (late) {
    add_timeline(report.fail(kLate, of_chart(), late->span, died, late->value, limit, until),
                 {kDeath, died, death.span()}, until, {kDiscussion, late->value, late->span});
  } else if (found.one_department != nullptr) {
    const int count = departments_of(chart, *found.one_department).count();
    report.fail(kOneDepartment, of_chart(), found.one_department->span, count);
  } else {
    report.fail(kMissing, of_chart(), death.span(), surgery, died, limit, until).due = until;
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.dead()) return;
  const Surgery* surgery = level4_surgery_before_death(chart);
  if (surgery == nullptr) return;
  if (!surgery->level) return report.undecided(of_chart(), missing::kSurgeryLevel, surgery->span);
  if (!chart.encounter.died) return report.undecided(of_chart(), missing::kDeathTime);
  judge(chart, *surgery, options, report);
}

}  // namespace

extern constinit const Check timeliness_death_discussion_level4{
    {.id = "timeliness-death-discussion-level4-mdt-7d",
     .severity = Severity::kError,
     .title = {"四级手术围手术期死亡应在7日内完成多学科讨论",
               "A perioperative death after level 4 surgery is discussed by several departments "
               "within seven days"},
     .judged =
         {"四级手术患者在术前24小时至本次住院结束之间死亡：医务管理部门组织的多学科死亡病例讨论在死"
          "亡后7天内完成。",
          "A patient of a level 4 surgery who died between 24 hours before it and the end of the "
          "stay: the multidisciplinary discussion organised by the medical administration takes "
          "place within 7 days of the death."},
     .exceptions =
         {"出院后的死亡不在病历中，不判。手术级别、死亡时间、参加科室或组织部门未记录时无法判定。"
          "“与本次手术有关的治疗基本结束”以本次住院结束代替。",
          "Deaths after discharge are not in the chart. Undecided where the level, the time of "
          "death, the departments or the organiser are not recorded. The end of the stay stands "
          "for the end of the treatment that belongs to the surgery."},
     .advice = {"死亡后7日内由医务管理部门组织多学科讨论，记录参加科室、人员和组织部门。",
                "Have the medical administration convene the discussion within 7 days; record the "
                "departments and the organiser."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
