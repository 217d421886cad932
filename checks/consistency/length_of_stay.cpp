// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time, Time, int> kWrong{
    "wrong", "首页实际住院天数为{0}，{1}入院、{2}出院，应为{3}天。",
    "the front page counts {0} days; from admission at {1} to discharge at {2} there are {3}."};
constexpr Message<Time> kAdmitted{"admitted", "入院时间：{0}", "admission: {0}"};
constexpr Message<Time> kLeft{"left", "出院时间：{0}", "discharge: {0}"};

constexpr Citation kBasis[] = {{"SY", "3"}, {"84", "实际住院天数"}, {"FP", "实际住院天数"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kWrong, kAdmitted, kLeft};

// Empty where a time leaves the day open.
std::optional<int> days_between(const Time& from, const Time& to) {
  if (from.precision < Precision::kDay || to.precision < Precision::kDay) return std::nullopt;
  return std::max(static_cast<int>((to.local_day() - from.local_day()).count()), 1);
}

void run(const Chart& chart, const Options&, Report& report) {
  const FrontPageField* stated = FrontPage(chart).filled(FrontPageItem::kActualDays);
  if (stated == nullptr || !chart.inpatient()) return;
  const std::optional<double> counted = number_in(stated->value.value);
  if (!counted) return;
  const Encounter& stay = chart.encounter;
  const TimeFact& left = stay.discharged.known() ? stay.discharged : stay.died;
  const Subject subject = of_chart();
  const Span where = stated->value.span;
  if (!stay.admitted) return report.undecided(subject, missing::kAdmissionTime, where);
  if (!left) return report.undecided(subject, missing::kDischargeTime, where);
  // Discharged before the admission: said by consistency-event-order.
  if (certainly_before(left.value(), stay.admitted.value())) return;
  const std::optional<int> days = days_between(stay.admitted.value(), left.value());
  if (!days) return report.undecided(subject, missing::kAdmissionTime, where);
  if (*counted == *days) return report.pass(subject);
  report
      .fail(kWrong, subject, where, stated->value.value, stay.admitted.value(), left.value(), *days)
      .note(kAdmitted, stay.admitted.span(), stay.admitted.value())
      .note(kLeft, left.span(), left.value());
}

}  // namespace

extern constinit const Check length_of_stay{
    {.id = "consistency-length-of-stay",
     .severity = Severity::kWarning,
     .title = {"首页实际住院天数应与入院、出院日期相符",
               "The days on the front page agree with admission and discharge"},
     .judged = {"首页“实际住院天数”等于出院日期减入院日期，同日入出院计1天。",
                "The days of the stay on the front page are the date of discharge less that of "
                "admission; a stay within one day counts as 1."},
     .exceptions =
         {"首页没有此项或不是数字的不判；缺少入院或出院日期的无法判定。入出院只计一天的算法出自首页"
          "填"
          "写说明，未读到全文。",
          "Not where the item is empty or no number; undecided without the dates. That the days of "
          "admission and discharge count as one is from the instructions of the form, of which "
          "passages only were read."},
     .advice = {"核对入院、出院日期，改正住院天数。",
                "Check both dates and correct the number of days."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
