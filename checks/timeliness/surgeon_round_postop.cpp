// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "checks/perioperative/surgery.h"
#include "checks/timeliness/steps.h"
#include "checks/timeliness/surgeon_visit.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, Time, Duration, Time> kNone{
    "none", "{0}结束于{1}，其后{2}内（至{3}）未见术者查房的记录。",
    "{0} ended at {1}; no note within {2} (until {3}) shows a round by the surgeon."};
constexpr Message<Surgery, Time, Duration, Time> kLate{
    "late", "{0}：术者术后首次查房为{1}，应在术后{2}内（至{3}）。",
    "{0}: the surgeon's first round after it was at {1}; the limit is {2} (until {3})."};
constexpr Message<Surgery, Duration, Time> kDue{
    "due", "{0}结束后{1}内术者应亲自查房，最迟{2}。",
    "the surgeon is to see the patient within {1} of {0}, by {2}."};

constexpr Option<Duration> kWithin{"within", Duration{24 * 60}, "术后多长时间内查房",
                                   "how long after the surgery the round lies at most"};
constexpr Option<bool> kAssistant{"first_assistant", false, "院外专家主刀时第一助手查房可以代替",
                                  "the first assistant may stand in for a surgeon from outside"};
constexpr Option<WordList> kWords{"words", kVisitWords, "表明查看了患者的用语",
                                  "words by which a text tells of a visit"};
constexpr Bilingual kEnd{"手术结束", "the end of the surgery"};
constexpr Bilingual kRound{"术者查房", "the surgeon's round"};

constexpr Citation kBasis[] = {{"HX", "2-4"}};
constexpr int kCore[] = {2};
constexpr MessageInfo kMessages[] = {kNone, kLate, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kWithin, kAssistant, kWords};

// The last moment for the round: the limit, or the end of the stay before it.
Time last_moment(const Chart& chart, const Time& end, Duration limit) {
  Time until = deadline_of(end, limit);
  for (const TimeFact* over : {&chart.encounter.discharged, &chart.encounter.died}) {
    if (over->known() && certainly_before(over->value(), until)) until = over->value();
  }
  return until;
}

void absent(const Chart& chart, std::size_t index, const Time& until, const Visit* late,
            const std::optional<Missing>& doubt, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  const TimeFact& end = surgery.end;
  const Duration limit = options[kWithin];
  if (report.still_open(until)) {
    report.due(kDue, subject, end.span(), until,
               {to_argument(surgery), to_argument(limit), to_argument(until)});
    return;
  }
  const auto unknown = first_of({doubt, doubt_if(!chart.complete, missing::kRestOfChart),
                                 cut_off_visit(chart, VisitSide::kAfter)});
  if (unknown) return report.undecided(subject, *unknown, end.span());
  if (late == nullptr) {
    report.fail(kNone, subject, end.span(), surgery, end.value(), limit, until).due = until;
    return;
  }
  add_timeline(report.fail(kLate, subject, late->at.span, surgery, late->at.value, limit, until),
               {kEnd, end.value(), end.span()}, until, {kRound, late->at.value, late->at.span});
}

void judge(const Chart& chart, std::size_t index, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  if (!surgery.end) return report.undecided(subject, missing::kSurgeryEnd, surgery.span);
  const Visitors visitors = visitors_for(chart, surgery, options[kAssistant]);
  if (visitors.people.empty()) return report.undecided(subject, missing::kPerson, surgery.span);
  const Time& end = surgery.end.value();
  const Time until = last_moment(chart, end, options[kWithin]);
  std::optional<Missing> doubt = kind_doubt(chart);
  std::optional<Visit> late;
  for (const Visit& visit : visits_of(chart, visitors, VisitSide::kAfter, end, options[kWords])) {
    const Answer after = no_later(end, visit.at.value);
    const Answer in_time = no_later(visit.at.value, until);
    if (in_time == Answer::kNo) {
      if (visit.certain && !late) late = visit;
    } else if (!visit.certain) {
      doubt = missing::kPerson;
    } else if (after == Answer::kYes && in_time == Answer::kYes) {
      return report.pass(subject);
    } else {
      doubt = missing::kClockTime;
    }
  }
  absent(chart, index, until, late ? &*late : nullptr, doubt, options, report);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    const bool running = report.clock().stage < Stage::kDischarged && !surgery.end;
    const bool died = surgery.end && chart.encounter.died &&
                      no_later(chart.encounter.died.value(), surgery.end.value()) == Answer::kYes;
    if (!surgery.cancelled && !running && !died) judge(chart, i, options, report);
  }
}

}  // namespace

extern constinit const Check timeliness_surgeon_round_postop{
    {.id = "timeliness-surgeon-round-postop-24h",
     .severity = Severity::kError,
     .title = {"术者应在术后24小时内亲自查房",
               "The surgeon sees the patient within 24 hours after the surgery"},
     .judged =
         {"每台住院手术：手术结束后24小时内（出院或死亡更早的，到其时为止）有记录表明术者查房"
          "（术者参加的查房记录、术者书写或签名的病程记录、记载术者查看患者的记录）。",
          "Every surgery of an inpatient: a note in the 24 hours after its end, or up to discharge "
          "or death, shows a round by the surgeon (a round note with the surgeon, a note that the "
          "surgeon wrote or signed, or one that tells of the surgeon's visit)."},
     .exceptions =
         {"术中死亡、取消的手术不判。术后首次病程记录只有写明查看患者的才计入。院外专家主刀由一助代"
          "替为地方做法，可用参数启用。术者、手术结束时间或记录的钟点不明时无法判定。",
          "Not after a death in theatre and not for cancelled surgery. The first postoperative "
          "note counts only where it tells of a visit. That the first assistant stands in for a "
          "surgeon from outside is local practice (an option). Undecided where the surgeon, the "
          "end or the hour of a note is unknown."},
     .advice = {"术者在术后24小时内亲自查房，并在病程记录中记录。",
                "See the patient in person within 24 hours after surgery and have it recorded."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
