// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/event_link.h"
#include "check/words.h"
#include "checks/process/critical_values.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, Time> kUnhandled{
    "unhandled", "危急值{0} {1}于{2}报告，此后的病程和医嘱均未见分析或处置。",
    "the critical value {0} {1} was reported at {2}; no later note or order deals with it."};
constexpr Message<std::string_view, std::string_view, Time> kOnlyOrdered{
    "only-ordered", "危急值{0} {1}于{2}报告，病程中未见其结果、临床意义和处置的记录。",
    "the critical value {0} {1} was reported at {2}; no note tells of it, its meaning and what was "
    "done."};

constexpr Option<int> kDays{"days", 3, "危急值当日之后几天内的记录算数（条文没有数值）",
                            "days after the value whose notes count (no text gives a number)"};

constexpr Citation kBasis[] = {{"BL", "22"}, {"HX", "14-5"}};
constexpr int kCore[] = {14};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kCriticalValues};
constexpr MessageInfo kMessages[] = {kUnhandled, kOnlyOrdered};
constexpr OptionInfo kOptions[] = {kDays};

// Repeats or treats: any order of a drug or a test within the day after the value came.
bool ordered_after(const Chart& chart, const Time& at) {
  return std::any_of(chart.orders.begin(), chart.orders.end(), [&](const Order& order) {
    return !order.cancelled && order.start && !certainly_before(order.start->value, at) &&
           within(at, order.start->value, Duration{24 * 60}) != Within::kNo;
  });
}

// Died or left before anybody could answer.
bool gone(const Chart& chart, const Time& at) {
  const Encounter& stay = chart.encounter;
  return (stay.died && !certainly_after(stay.died.value(), at)) ||
         (stay.discharged && !certainly_after(stay.discharged.value(), at));
}

void judge(const Chart& chart, std::size_t index, int days, Report& report) {
  const CriticalValue& value = chart.critical_values[index];
  const Subject subject = of_critical_value(index);
  const auto& at = value.received ? value.received : value.reported;
  if (!at) return report.undecided(subject, missing::kEventTime, value.span);
  if (gone(chart, at->value)) return;
  if (!notes_on(chart, index, days).empty()) return report.pass(subject);
  if (const auto doubt = untold_doubt(chart)) {
    return report.undecided(subject, *doubt, value.span);
  }
  // Without orders nobody can say that nothing was done.
  const bool done =
      value.handled || !chart.sources.has(Source::kOrders) || ordered_after(chart, at->value);
  Outcome& outcome = report.fail(done ? kOnlyOrdered : kUnhandled, subject, value.span,
                                 value.name.value, value.value.value, at->value);
  if (done) outcome.weaker(Severity::kWarning);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  for (std::size_t i = 0; i < chart.critical_values.size(); ++i) {
    judge(chart, i, options[kDays], report);
  }
}

}  // namespace

extern constinit const Check process_critical_value_loop{
    {.id = "process-critical-value-loop",
     .severity = Severity::kError,
     .title = {"危急值及其处置应在病程中记录",
               "A critical value and what was done about it are in the notes"},
     .judged =
         {"已出院或归档的住院病历：每个危急值接收（未记接收的为报告）当日及其后3天（可调）内，有病"
          "程"
          "、会诊、抢救、护理或危急值处置记录提到危急值或该项目。有处置时间或其后一天内有医嘱而无记"
          "录"
          "的，按“建议”处理。书写规范要求病程记录重要的辅助检查结果及临床意义、所采取的诊疗措施及效"
          "果。",
          "Stays that ended: on the day on which a critical value was received (reported, where "
          "that is not recorded) or in the three days (an option) after it, a note, consultation, "
          "rescue, nursing record or report of the value tells of it or of what was measured. A "
          "warning only where it was dealt with, or orders of the next day may do so, and no note "
          "tells. The writing rules ask for important results, their meaning, and the measures "
          "and their effect."},
     .exceptions =
         {"接收前已死亡或出院的不评价；没有时间的记录提到即算，当日写于危急值之前的须有“危急值”一词"
          "或其数值；未载入医嘱的按“建议”处理。登记专册"
          "不在病历中，通知的过程不在此判定。危急值没有时间、单份文书、文书未能完整读取的无法判定"
          "。",
          "Not where the patient died or left before it came. A note without a time counts, one "
          "written before the value that day only by its number or the word 危急值; a "
          "warning where orders were not loaded. Who told whom is in a register outside the chart "
          "and not judged. Undecided without a time of the value, for a lone document or a note "
          "that could not be read whole."},
     .advice = {"在病程中记录危急值的结果、临床意义、处置措施和效果。",
                "Write the value, its meaning, the measures and their effect into the notes."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
