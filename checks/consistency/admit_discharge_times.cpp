// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Duration> kDiffers{
    "differs", "此处{0}为{1}，另一处为{2}，相差超过{3}。",
    "here {0} is {1}, in another place {2}: they differ by more than {3}."};
constexpr Message<Time, Time, Duration> kDeathDiffers{
    "death-differs",
    "死亡患者的出院时间即死亡时间：首页出院时间为{0}，死亡时间为{1}，相差超过{2}。",
    "for the dead, the discharge is the death: the front page has {0}, the time of death is {1}: "
    "they differ by more than {2}."};
constexpr Message<Bilingual, Time> kOther{"other", "{0}：{1}", "{0}: {1}"};

constexpr Option<Duration> kTolerance{"tolerance", Duration{120},
                                      "入院、出院时间允许的差（条文没有数值）",
                                      "tolerance for admission and discharge (not in the law)"};
constexpr Option<Duration> kDeathTolerance{"death_tolerance", Duration{10},
                                           "死亡时间允许的差（条文没有数值）",
                                           "tolerance for the time of death (not in the law)"};

constexpr Citation kBasis[] = {{"SY", "8"}, {"BL", "22(20)"}, {"BL", "22(21)"}, {"BL", "3"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kDiffers, kDeathDiffers, kOther};
constexpr OptionInfo kOptions[] = {kTolerance, kDeathTolerance};

constexpr Bilingual kAdmission{"入院时间", "the time of admission"};
constexpr Bilingual kDischarge{"出院时间", "the time of discharge"};
constexpr Bilingual kDeath{"死亡时间", "the time of death"};

// The chart's own data and the records whose content the time is. What else repeats it in a header
// or in passing is often filled in by a machine.
bool states_it(const TimeClaim& claim) {
  switch (claim.origin) {
    case Origin::kChartData:
    case Origin::kFrontPage:
    case Origin::kAdmissionRecord:
    case Origin::kEventDocument:
    case Origin::kDischargeRecord:
      return true;
    default:
      return false;
  }
}

bool apart(const Time& a, const Time& b, Duration tolerance) {
  const bool first = a.earliest <= b.earliest;
  return within(first ? a : b, first ? b : a, tolerance) == Within::kNo;
}

void judge(Bilingual name, std::string_view detail, const TimeFact& fact, Duration tolerance,
           Report& report) {
  const TimeClaim* first = nullptr;
  bool compared = false;
  for (const TimeClaim& claim : fact.claims()) {
    if (!states_it(claim)) continue;
    if (first == nullptr) {
      first = &claim;
      continue;
    }
    compared = true;
    if (!apart(first->value, claim.value, tolerance)) continue;
    report.fail(kDiffers, of_chart(detail), claim.span, name, claim.value, first->value, tolerance)
        .note(kOther, first->span, name, first->value);
    return;
  }
  if (compared) report.pass(of_chart(detail));
}

void judge_end_of_the_dead(const Chart& chart, Duration tolerance, Report& report) {
  const TimeClaim* died = chart.encounter.died.best();
  if (died == nullptr) return;
  for (const TimeClaim& left : chart.encounter.discharged.claims()) {
    if (left.origin != Origin::kFrontPage) continue;
    const Subject subject = of_chart("death-as-discharge");
    if (!apart(left.value, died->value, tolerance)) return report.pass(subject);
    report.fail(kDeathDiffers, subject, left.span, left.value, died->value, tolerance)
        .note(kOther, died->span, kDeath, died->value);
    return;
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Encounter& stay = chart.encounter;
  judge(kAdmission, "admission", stay.admitted, options[kTolerance], report);
  // The ward of the dead may have the time when they were taken away.
  if (!stay.died) judge(kDischarge, "discharge", stay.discharged, options[kTolerance], report);
  judge(kDeath, "death", stay.died, options[kDeathTolerance], report);
  judge_end_of_the_dead(chart, options[kDeathTolerance], report);
}

}  // namespace

extern constinit const Check admit_discharge_times{
    {.id = "consistency-admit-discharge-times",
     .severity = Severity::kError,
     .title = {"入院、出院、死亡时间在各处应一致",
               "Admission, discharge and death have one time everywhere"},
     .judged =
         {"病历数据、首页、入院记录、出院记录、死亡记录中的入院时间、出院时间相差不超过2小时，死亡"
          "时"
          "间相差不超过10分钟；死亡患者首页的出院时间与死亡时间相同。",
          "Chart data, front page, admission, discharge and death record: admission and discharge "
          "within 2 hours of each other, death within 10 minutes; on the front page of the dead "
          "the discharge is the death."},
     .exceptions =
         {"只有日期的按整日比较；只有一处记载的不判；死亡患者只判首页的出院时间；其他文书文档头中转"
          "抄的时间不比较。容许之差不是"
          "条文规定，可以调整。",
          "A date counts as its whole day; not where one place only states the time; of the dead "
          "only the discharge on the front page is judged. Times that "
          "the header of other documents repeats are not compared. The tolerances are not law."},
     .advice =
         {"入院时间为实际入病房的接诊时间，出院时间为离开病房的时间；按原始记录改正不一致的一处。",
          "Admission is when the ward received the patient, discharge when the patient left "
          "it: correct the place that differs by the original records."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
