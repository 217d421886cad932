// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "check/words.h"
#include "checks/timeliness/steps.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time, Time, Duration, Time> kLate{
    "late", "尸检报告于{0}出具，再次死亡病例讨论于{1}，应在{2}内（至{3}）。",
    "the autopsy was reported at {0}, the case was discussed again at {1}; the limit is {2} (until "
    "{3})."};
constexpr Message<Time, Duration, Time> kMissing{
    "missing", "尸检报告于{0}出具，应在{1}内（至{2}）再次讨论，病历中未见。",
    "the autopsy was reported at {0}; a second discussion within {1} (until {2}) is not in the "
    "chart."};
constexpr Message<Time, Duration, Time> kDue{
    "due", "尸检报告于{0}出具，应在{1}内再次讨论，最迟{2}。",
    "the autopsy was reported at {0}; the case is to be discussed again within {1}, by {2}."};

constexpr Missing kReportTime{"autopsy-report-time", "尸检报告的出具时间",
                              "when the autopsy was reported"};

constexpr Option<Duration> kLimit{"limit", Duration{7 * 24 * 60}, "再次讨论的时限",
                                  "limit for the second discussion"};
constexpr Option<WordList> kWords{"words",
                                  {"尸检|尸体解剖|尸体剖检|autopsy"},
                                  "报告名称中表明尸检的用语",
                                  "words in the name of a report that tell of an autopsy"};

constexpr Citation kBasis[] = {{"HX", "9-1"}};
constexpr int kCore[] = {9};
constexpr MessageInfo kMessages[] = {kLate, kMissing, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kLimit, kWords};
constexpr Bilingual kReport{"尸检报告", "the report of the autopsy"};
constexpr Bilingual kAgain{"再次讨论", "the second discussion"};

// What the chart tells of an autopsy.
struct Autopsy {
  bool done = false;
  std::optional<Located<Time>> reported;
  Span span;
};

bool says_yes(std::string_view value) {
  return value == "1" || value == "是" || value == "true" || value == "yes";
}

Autopsy autopsy_in(const Chart& chart, WordList words) {
  Autopsy found;
  const auto take = [&](const std::optional<Located<Time>>& at, Span span) {
    found.done = true;
    found.span = span;
    if (at) found.reported = at;
  };
  for (const FrontPageField& field : chart.front_page) {
    if (holds_any(field.name.value, words) && says_yes(field.value.value)) {
      take(std::nullopt, field.value.span);
    }
  }
  for (const Document& document : chart.documents) {
    const bool report =
        document.type == DocType::kExamReport || document.type == DocType::kOtherDocument;
    if (report && holds_any(document.title.value, words)) take(document.completed, document.span);
  }
  for (const TestResult& result : chart.results) {
    if (holds_any(result.name.value, words)) take(result.reported, result.span);
  }
  return found;
}

const std::optional<Located<Time>>& held_at(const Document& discussion) {
  return discussion.held ? discussion.held : discussion.completed;
}

Answers answers_to(const Chart& chart, const Time& from, Duration limit) {
  Answers answers;
  for (const Document* discussion : chart.of_type(DocType::kDeathCaseDiscussion)) {
    const auto& at = held_at(*discussion);
    const bool first = at && certainly_before(at->value, from);
    if (!first) answers.take(at, from, limit);
  }
  return answers;
}

void judge(const Chart& chart, const Located<Time>& reported, Duration limit, Report& report) {
  const Time& from = reported.value;
  const Time until = deadline_of(from, limit);
  auto [met, late, doubt] = answers_to(chart, from, limit);
  if (met) return report.pass(of_chart());
  if (!chart.complete) doubt = missing::kRestOfChart;
  if (!late && report.still_open(until)) {
    report.due(kDue, of_chart(), reported.span, until,
               {to_argument(from), to_argument(limit), to_argument(until)});
  } else if (doubt) {
    report.undecided(of_chart(), *doubt, reported.span);
  } else if (!late) {
    report.fail(kMissing, of_chart(), reported.span, from, limit, until).due = until;
  } else {
    add_timeline(report.fail(kLate, of_chart(), late->span, from, late->value, limit, until),
                 {kReport, from, reported.span}, until, {kAgain, late->value, late->span});
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.dead()) return;
  const Autopsy autopsy = autopsy_in(chart, options[kWords]);
  if (!autopsy.done) return;
  if (!autopsy.reported) return report.undecided(of_chart(), kReportTime, autopsy.span);
  judge(chart, *autopsy.reported, options[kLimit], report);
}

}  // namespace

extern constinit const Check timeliness_death_discussion_autopsy{
    {.id = "timeliness-death-discussion-autopsy-7d",
     .severity = Severity::kError,
     .title = {"尸检报告出具后1周内必须再次讨论死亡病例",
               "After an autopsy the death is discussed again within one week of the report"},
     .judged = {"已作尸检的死亡病历：尸检报告出具到其后的死亡病例讨论不超过7天。",
                "Deaths with an autopsy: from its report to a discussion after it, 7 days."},
     .exceptions =
         {"病历中没有尸检报告、首页也未标明尸检的不判；仅家属同意尸检不视为已作。已作尸检而报告时间"
          "不明时无法判定。",
          "Not where neither a report nor the front page tells of an autopsy; that the family "
          "agreed is not enough. Undecided where an autopsy was done and its report has no date."},
     .advice = {"尸检报告出具后1周内再次讨论，并将结果记入病历。",
                "Discuss the case again within a week of the report and record the result."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
