// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual> kIncomplete{"incomplete", "随访记录缺少：{0}。",
                                         "the follow-up lacks: {0}."};

constexpr Bilingual kTime{"时间", "the time"};
constexpr Bilingual kContent{"内容和结果", "content and result"};
constexpr Bilingual kBoth{"时间、内容和结果", "the time, content and result"};

constexpr Citation kBasis[] = {{"SA", "12"}, {"XD", "11"}, {"YB", "20"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kIncomplete};

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n-") == text.npos; }

void run(const Chart& chart, const Options&, Report& report) {
  for (const FollowUp& one : chart.followups) {
    const Subject subject = of_chart(one.id.value);
    const bool untimed = !one.at, empty = blank(one.content.value);
    if (!untimed && !empty) {
      report.pass(subject);
    } else {
      report.fail(kIncomplete, subject, one.span,
                  untimed && empty ? kBoth
                  : untimed        ? kTime
                                   : kContent);
    }
  }
}

}  // namespace

extern constinit const Check followup_record{
    {.id = "followup-record",
     .severity = Severity::kNote,
     .title = {"随访记录应有时间、内容和结果",
               "A follow-up states its time, its content and its result"},
     .judged = {"每条已载入的随访：有时间，且内容不为空。这是行动计划的要求。",
                "Each follow-up that was loaded has a time and a text. A plan asks for it."},
     .exceptions = {"没有载入随访的不评价：随访可以单独建档。内容与结果不分别判断。",
                    "Not where no follow-up was loaded: they may be kept apart. Content and result "
                    "are not told apart."},
     .advice = {"补齐随访的时间、内容和结果。", "Complete time, content and result."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
