// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/perioperative/coagulation.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, Duration> kMissing{"missing", "{0}前{1}内未见凝血功能（PT、APTT）结果。",
                                              "no coagulation result within {1} before {0}."};
constexpr Message<Time, Time, Duration> kOld{
    "old", "最近一次凝血功能检查采样于{0}，距手术开始（{1}）超过{2}。",
    "the last coagulation test was taken at {0}, more than {2} before surgery at {1}."};
constexpr Message<> kStart{"start", "手术开始时间", "the start of surgery"};

constexpr Option<Duration> kWindow{"within", Duration{7 * 24 * 60}, "凝血功能结果的有效期",
                                   "how old a result may be at the start of surgery"};

constexpr Missing kTestTime{"coagulation-time", "凝血功能检查的时间", "the time of the test"};

constexpr Citation kBasis[] = {{"SA", "3"}, {"TJ", "6.2.3"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kMissing, kOld, kStart};
constexpr OptionInfo kOptions[] = {kWindow};

// The anaesthetist's visit may hold a value whose test the chart does not bring.
const Section* noted_by_anesthetist(const Chart& chart, std::size_t index) {
  for (const Document* visit : records_about(chart, index, {DocType::kAnesthesiaPreopVisit}).all) {
    if (visit->has_text(SectionType::kCoagulation)) {
      return visit->section(SectionType::kCoagulation);
    }
  }
  return nullptr;
}

void judge(const Chart& chart, std::size_t index, Duration window, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  const Time& start = surgery.start.value();
  std::optional<Located<Time>> last;
  std::optional<Missing> unsure;
  for (const TestResult& result : chart.results) {
    if (!tells_coagulation(result)) continue;
    const std::optional<Located<Time>>& at = taken_at(result);
    const Answer before = at ? no_later(at->value, start) : Answer::kUnknown;
    if (before == Answer::kNo) continue;
    const Within fresh = at ? within(at->value, start, window) : Within::kUnknown;
    if (before == Answer::kYes && fresh == Within::kYes) return report.pass(subject);
    if (fresh != Within::kNo) unsure = at ? missing::kClockTime : kTestTime;
    if (at && (!last || certainly_after(at->value, last->value))) last = at;
  }
  const Section* noted = noted_by_anesthetist(chart, index);
  if (noted != nullptr && !unsure) unsure = kTestTime;
  if (unsure) return report.undecided(subject, *unsure, noted ? noted->span : surgery.span);
  if (report.still_open(start)) {
    report.due(kMissing, subject, surgery.start.span(), start,
               {to_argument(surgery), to_argument(window)});
  } else if (!chart.complete) {
    report.undecided(subject, missing::kRestOfChart);
  } else if (last) {
    report.fail(kOld, subject, last->span, last->value, start, window)
        .note(kStart, surgery.start.span());
  } else {
    report.fail(kMissing, subject, surgery.start.span(), surgery, window);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    const Urgency urgency = surgery.urgency.value;
    if (surgery.cancelled || urgency == Urgency::kEmergency || urgency == Urgency::kLifeSaving) {
      continue;
    }
    const auto doubt =
        first_of({kind_doubt(chart), doubt_if(urgency == Urgency::kUnknown, missing::kUrgency),
                  doubt_if(!surgery.start, missing::kSurgeryStart)});
    if (doubt) {
      report.undecided(of_surgery(i), *doubt, surgery.span);
    } else if (!chart.sources.has(Source::kResults)) {
      report.undecided(of_surgery(i), missing_source(Source::kResults));
    } else {
      judge(chart, i, options[kWindow], report);
    }
  }
}

}  // namespace

extern constinit const Check periop_coagulation_result{
    {.id = "periop-coagulation-result",
     .severity = Severity::kWarning,
     .title = {"择期手术前应有近期凝血功能结果",
               "A recent coagulation result precedes elective surgery"},
     .judged =
         {"择期（限期）住院手术开始前 7 天内（可调参数）有 PT、APTT "
          "等凝血功能检验结果，以采样时间计，"
          "没有时以报告时间计。",
          "Elective surgery of an inpatient has a result of PT, APTT or the like within 7 days "
          "(an option) before its start, by the time of the sample, else of the report."},
     .exceptions =
         {"急诊、门诊和取消的手术不判。检验结果未载入、急诊程度或手术开始时间不明、检查时间不明或仅"
          "见于麻醉访视、单份文书无法判定。有效期不是国家规定。",
          "Not for emergencies, outpatients and cancelled surgeries. Undecided where results are "
          "not loaded, the urgency, the start or the time of the test is unknown, or the value "
          "stands only in the anaesthetist's visit, and for a lone document. The window is no "
          "national rule."},
     .advice = {"术前复查凝血功能；外院结果请归入病历并注明日期。",
                "Test coagulation before surgery; file outside results with their date."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
