// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Bilingual, Time> kOrder{
    "order", "{0}（{1}）早于{2}（{3}），时间顺序矛盾。",
    "{0} ({1}) is earlier than {2} ({3}), which is impossible."};
constexpr Message<Bilingual, Time> kOther{"other", "{0}：{1}", "{0}: {1}"};

constexpr Citation kBasis[] = {{"SY", "8"}, {"BL", "3"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kOrder, kOther};

constexpr Bilingual kAdmission{"入院时间", "the admission"};
constexpr Bilingual kDischarge{"出院时间", "the discharge"};
constexpr Bilingual kDeath{"死亡时间", "the death"};
constexpr Bilingual kSurgeryStart{"手术开始时间", "the start of surgery"};
constexpr Bilingual kSurgeryEnd{"手术结束时间", "the end of surgery"};
constexpr Bilingual kAnesthesiaStart{"麻醉开始时间", "the start of anaesthesia"};
constexpr Bilingual kAnesthesiaEnd{"麻醉结束时间", "the end of anaesthesia"};
constexpr Bilingual kBirth{"出生日期", "the birth"};

// `later` must not lie before `earlier`; times that overlap in their precision pass.
void in_order(Subject subject, Bilingual earlier_name, const TimeClaim* earlier,
              Bilingual later_name, const TimeClaim* later, Report& report) {
  if (earlier == nullptr || later == nullptr) return;
  if (!certainly_before(later->value, earlier->value)) return report.pass(subject);
  report.fail(kOrder, subject, later->span, later_name, later->value, earlier_name, earlier->value)
      .note(kOther, earlier->span, earlier_name, earlier->value);
}

void judge_surgery(const Chart& chart, std::size_t index, Report& report) {
  const Surgery& s = chart.surgeries[index];
  const Encounter& e = chart.encounter;
  const auto subject = [&](std::string_view what) { return of_surgery(index, what); };
  in_order(subject("end"), kSurgeryStart, s.start.best(), kSurgeryEnd, s.end.best(), report);
  in_order(subject("anesthesia-start"), kAnesthesiaStart, s.anesthesia.start.best(), kSurgeryStart,
           s.start.best(), report);
  in_order(subject("anesthesia-end"), kAnesthesiaStart, s.anesthesia.start.best(), kAnesthesiaEnd,
           s.anesthesia.end.best(), report);
  // An emergency may be operated on before it reaches the ward (SY 8: 实际入病房的接诊时间).
  const Urgency urgency = s.urgency.value;
  if (urgency == Urgency::kElective || urgency == Urgency::kUrgent) {
    in_order(subject("admission"), kAdmission, e.admitted.best(), kSurgeryStart, s.start.best(),
             report);
  }
  in_order(subject("discharge"), kSurgeryStart, s.start.best(), kDischarge, e.discharged.best(),
           report);
}

TimeClaim birth_of(const Chart& chart) {
  return {chart.patient.birth->value, chart.patient.birth->span, Origin::kChartData};
}

void run(const Chart& chart, const Options&, Report& report) {
  const Encounter& e = chart.encounter;
  in_order(of_chart("discharge"), kAdmission, e.admitted.best(), kDischarge, e.discharged.best(),
           report);
  in_order(of_chart("death"), kAdmission, e.admitted.best(), kDeath, e.died.best(), report);
  if (chart.patient.birth) {
    const TimeClaim birth = birth_of(chart);
    in_order(of_chart("birth"), kBirth, &birth, kAdmission, e.admitted.best(), report);
  }
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (!chart.surgeries[i].cancelled) judge_surgery(chart, i, report);
  }
}

}  // namespace

extern constinit const Check event_order{
    {.id = "consistency-event-order",
     .severity = Severity::kError,
     .title = {"住院事件的时间顺序应合理", "The events of a stay are in a possible order"},
     .judged =
         {"出生 ≤ 入院 ≤ 出院（死亡）；麻醉开始 ≤ 手术开始 ≤ 手术结束，麻醉开始 ≤ 麻醉结束；手"
          "术在出院前开始；择期、限期手术在入院后开始。",
          "Birth, admission, discharge or death in this order; anaesthesia begins before the "
          "incision and before it ends, the incision before the end of surgery; surgery begins "
          "before discharge, planned surgery after admission."},
     .exceptions =
         {"只有日期的时间按整日比较，不足以判定先后时不算矛盾；急诊手术可早于入病房时间。",
          "A time with a date only is taken as the whole day; an emergency may be operated on "
          "before it reaches the ward."},
     .advice = {"核对原始记录，改正录入错误的时间。",
                "Compare with the original records and correct the wrong time."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
