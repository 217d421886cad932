// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "checks/perioperative/surgery.h"
#include "checks/timeliness/surgeon_visit.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, Duration> kNone{
    "none", "{0}前{1}内及更早均未见术者查看患者的记录。",
    "no note before {0} shows that the surgeon saw the patient, within {1} or earlier."};
constexpr Message<Surgery, Time, Duration> kEarly{
    "early", "术者查看患者的记录为{1}，早于{0}前{2}；其后至手术开始未见。",
    "the surgeon saw the patient at {1}, more than {2} before {0}, and not again."};
constexpr Message<Surgery> kDue{"due", "{0}开始前，术者应亲自查房。",
                                "the surgeon is to see the patient before {0} begins."};
constexpr Message<Time> kStart{"start", "手术开始：{0}", "the start of the surgery: {0}"};

constexpr Option<Duration> kWithin{"within", Duration{24 * 60}, "术前多长时间内查房",
                                   "how long before the surgery the visit lies at most"};
constexpr Option<bool> kEmergency{"emergency", true, "急诊手术也评价（为“建议”）",
                                  "judge emergency surgery too (as a warning)"};
constexpr Option<bool> kAssistant{"first_assistant", false, "院外专家主刀时第一助手查房可以代替",
                                  "the first assistant may stand in for a surgeon from outside"};
constexpr Option<WordList> kWords{"words", kVisitWords, "表明查看了患者的用语",
                                  "words by which a text tells of a visit"};

constexpr Citation kBasis[] = {{"HX", "2-4"}, {"BL", "22(11)"}};
constexpr int kCore[] = {2, 8};
constexpr MessageInfo kMessages[] = {kNone, kEarly, kDue, kStart};
constexpr OptionInfo kOptions[] = {kWithin, kEmergency, kAssistant, kWords};

bool is_emergency(const Surgery& surgery) {
  return surgery.urgency.value == Urgency::kEmergency ||
         surgery.urgency.value == Urgency::kLifeSaving;
}

// Undecided, due or failed: no visit in time is certain.
void absent(const Chart& chart, std::size_t index, const Visit* early,
            const std::optional<Missing>& doubt, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Time& start = surgery.start.value();
  const Subject subject = of_surgery(index);
  const Span where = surgery.start.span();
  if (report.still_open(start)) {
    report.due(kDue, subject, where, start, {to_argument(surgery)});
    return;
  }
  const auto unknown = first_of({doubt, doubt_if(!chart.complete, missing::kRestOfChart),
                                 cut_off_visit(chart, VisitSide::kBefore)});
  if (unknown) return report.undecided(subject, *unknown, where);
  Outcome& outcome =
      early != nullptr
          ? report.fail(kEarly, subject, early->at.span, surgery, early->at.value, options[kWithin])
                .note(kStart, where, start)
          : report.fail(kNone, subject, where, surgery, options[kWithin]);
  if (early != nullptr || is_emergency(surgery)) outcome.weaker(Severity::kWarning);
}

void judge(const Chart& chart, std::size_t index, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  if (!surgery.start) return report.undecided(subject, missing::kSurgeryStart, surgery.span);
  const Visitors visitors = visitors_for(chart, surgery, options[kAssistant]);
  if (visitors.people.empty()) return report.undecided(subject, missing::kPerson, surgery.span);
  const Time& start = surgery.start.value();
  std::optional<Missing> doubt = kind_doubt(chart);
  std::optional<Visit> early;
  for (const Visit& visit :
       visits_of(chart, visitors, VisitSide::kBefore, start, options[kWords])) {
    const Answer before = no_later(visit.at.value, start);
    const Within near = within(visit.at.value, start, options[kWithin]);
    if (near == Within::kNo) {
      if (visit.certain) early = visit;
    } else if (!visit.certain) {
      doubt = missing::kPerson;
    } else if (before == Answer::kYes && near == Within::kYes) {
      return report.pass(subject);
    } else {
      doubt = missing::kClockTime;
    }
  }
  absent(chart, index, early ? &*early : nullptr, doubt, options, report);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || (is_emergency(surgery) && !options[kEmergency])) continue;
    judge(chart, i, options, report);
  }
}

}  // namespace

extern constinit const Check timeliness_surgeon_round_preop{
    {.id = "timeliness-surgeon-round-preop-24h",
     .severity = Severity::kError,
     .title = {"术者应在术前24小时内亲自查房",
               "The surgeon sees the patient within 24 hours before the surgery"},
     .judged =
         {"每台住院手术：手术开始前24小时内有记录表明术者查看过患者（术者参加的查房记录、术者书写或"
          "签名的病程记录、术前小结或术前讨论中的术者查看情况）。",
          "Every surgery of an inpatient: a note in the 24 hours before its start shows that the "
          "surgeon saw the patient (a round note with the surgeon, a note that the surgeon wrote "
          "or signed, the surgeon's visit in the summary or discussion before surgery)."},
     .exceptions =
         {"取消的手术不判。早于24小时的查看为“建议”（条文中的24小时也可理解为只指术后）；急诊手术为"
          "“建议”，条文没有例外，可用参数不评价。术者、手术开始时间或记录的钟点不明时无法判定。",
          "Not for cancelled surgery. An earlier visit is a warning (the 24 hours of the text may "
          "mean the time after surgery only); so is emergency surgery, for which the text has no "
          "exception (an option leaves it out). Undecided where the surgeon, the start or the hour "
          "of a note is unknown."},
     .advice = {"术者在术前24小时内亲自查看患者，并在病程记录或术前小结中记录。",
                "See the patient in person within 24 hours before surgery and have it recorded."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
