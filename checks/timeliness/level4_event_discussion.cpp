// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/timeliness/duty.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, int, Time> kLate{
    "late", "{0}于{1}，全科讨论于{4}进行，超过{3}日（至{2}）。",
    "{0} was at {1}; the department discussed it at {4}, later than {3} days (until {2})."};
constexpr Message<Bilingual, Time, Time, int> kDue{
    "due", "{0}于{1}，应在{3}日内组织全科讨论，最迟{2}。",
    "{0} was at {1}; the department is to discuss it within {3} days, by {2}."};

constexpr Missing kRegister{"discussion-register",
                            "全科讨论登记（讨论结果报质量委员会，不一定入病历）",
                            "the register of discussions (the result need not be in the chart)"};

constexpr Option<int> kDays{"days", 3, "发生后几日内讨论", "days after it happened"};

constexpr Bilingual kReturn{"四级手术后的非计划二次手术",
                            "the unplanned return after a level 4 surgery"};
constexpr Bilingual kDiscussion{"全科讨论", "the discussion"};

constexpr Citation kBasis[] = {{"SF", "24"}};
constexpr int kCore[] = {12};
constexpr MessageInfo kMessages[] = {kLate, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kDays};

bool after_level4(const Chart& chart, const Surgery& again) {
  return std::any_of(chart.surgeries.begin(), chart.surgeries.end(), [&](const Surgery& first) {
    return &first != &again && !first.cancelled && first.level && first.level->value == 4 &&
           first.start && again.start && certainly_before(first.start.value(), again.start.value());
  });
}

// The first discussion held after it began, and whether one without a time may be.
Documents discussions_after(const Chart& chart, const Time& began) {
  Documents found;
  for (const DocType type : {DocType::kDifficultCaseDiscussion, DocType::kDeathCaseDiscussion}) {
    for (const Document* document : chart.of_type(type)) {
      const auto& at = document->held ? document->held : document->completed;
      if (!at) found.untimed = true;
      if (!at || certainly_before(at->value, began)) continue;
      if (!found.first || at->value.earliest < found.first->value.earliest) found.first = at;
    }
  }
  return found;
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& again = chart.surgeries[i];
    const bool unplanned = again.planned && !again.planned->value && !again.cancelled;
    if (!unplanned || !after_level4(chart, again)) continue;
    const Documents found = discussions_after(chart, again.start.value());
    std::optional<Missing> doubt;
    if (found.untimed) doubt = missing::kCompletionTime;
    if (!found.first && !found.untimed && !report.clock().as_of) doubt = kRegister;
    const Time until = end_of_day(
        again.start.value().local_day() + std::chrono::days(options[kDays]), again.start.value());
    if (!found.first && !report.still_open(until) && !doubt) doubt = kRegister;
    judge_duty({.subject = of_surgery(i),
                .event = kReturn,
                .began = located(again.start),
                .limit = {.time = {}, .working_days = {}, .days = options[kDays]},
                .done_name = kDiscussion,
                .late = kLate,
                .missing = {},
                .due = kDue},
               found.first, doubt, report);
  }
}

}  // namespace

extern constinit const Check timeliness_level4_event_discussion{
    {.id = "timeliness-level4-event-discussion-3d",
     .severity = Severity::kWarning,
     .title = {"四级手术发生非计划二次手术应在3日内组织全科讨论",
               "An unplanned return after a level 4 surgery is discussed within three days"},
     .judged = {"标明为非计划的再次手术，此前有四级手术：其后的疑难（死亡）病例讨论不晚于发生后第3"
                "日；日数可"
                "调。",
                "A surgery marked as unplanned after one of level 4: a discussion of the case held "
                "after it began is no later than the third day. The days are an option."},
     .exceptions =
         {"仅由文字推测的非计划手术、严重不良事件不评价；病历中没有讨论的无法判定：讨论结果报质量"
          "委员会，不一定入病历；病历外另有及时讨论的，由评价者核对，故为建议。",
          "Not for what only the text suggests, nor for serious adverse events. Undecided "
          "where the chart holds no discussion: its result goes to the quality committee "
          "and need not be in the chart. An earlier one kept elsewhere is for the reviewer to "
          "know: hence a warning."},
     .advice = {"发生后3日内组织全科讨论，结果报医疗质量委员会。",
                "Discuss it in the department within three days and report the result."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
