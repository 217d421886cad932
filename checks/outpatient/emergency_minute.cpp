// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/visit.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time> kDay{"day-only", "急诊就诊时间为{0}，未具体到分钟。",
                             "the emergency visit is dated {0}, without the minute."};

constexpr Missing kVisitTime{"visit-time", "就诊时间", "the time of the visit"};

constexpr Citation kBasis[] = {{"BL", "13"}};
constexpr int kCore[] = {1, 7};
constexpr MessageInfo kMessages[] = {kDay};

void run(const Chart& chart, const Options&, Report& report) {
  if (!is_emergency(chart)) return;
  const TimeFact& began = chart.encounter.admitted;
  if (!began.known()) {
    return report.undecided(of_chart(), kVisitTime, subject_span(chart, of_chart()));
  }
  const std::vector<TimeClaim>& claims = began.claims();
  const auto exact = [](const TimeClaim& claim) { return claim.value.exact(); };
  if (std::any_of(claims.begin(), claims.end(), exact)) return report.pass(of_chart());
  report.fail(kDay, of_chart(), began.span(), began.value());
}

}  // namespace

extern constinit const Check outpatient_emergency_minute{
    {.id = "outpatient-emergency-minute",
     .severity = Severity::kError,
     .title = {"急诊病历的就诊时间应具体到分钟",
               "The time of an emergency visit is stated to the minute"},
     .judged = {"急诊、急诊留观病历：就诊时间有时、分。多处记载的，一处具体到分钟即可。",
                "Emergency visits and observations: the time of the visit has hour and minute. Of "
                "several statements one is enough."},
     .exceptions = {"普通门诊不判；由就诊类型、科别或病历标题中的“急诊”得知是急诊；没有就诊时间的"
                    "无法判定。",
                    "Not for other outpatients; the kind of visit, the department or a title with "
                    "急诊 tells. Undecided without a time of the visit."},
     .advice = {"写明就诊的年、月、日、时、分。", "State the visit with hour and minute."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
