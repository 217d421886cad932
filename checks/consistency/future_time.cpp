// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time> kFuture{
    "future", "{0}为{1}，晚于检查时的时间{2}。",
    "{0} is {1}, later than the time of this check, {2}."};
constexpr Message<Bilingual, Time, Time> kArchived{
    "archived", "{0}为{1}，晚于病历归档时间{2}。",
    "{0} is {1}, later than the archiving of the chart at {2}."};
constexpr Message<Time> kArchive{"archive", "归档时间：{0}", "archived: {0}"};

constexpr Option<Duration> kTolerance{"tolerance", Duration{5}, "系统时钟允许的差",
                                      "tolerance for differing clocks"};

constexpr Citation kBasis[] = {{"BL", "3"}};
constexpr int kCore[] = {15};
constexpr std::string_view kSupersedes[] = {"consistency-note-outside-stay",
                                            "signature-before-event"};
constexpr MessageInfo kMessages[] = {kFuture, kArchived, kArchive};
constexpr OptionInfo kOptions[] = {kTolerance};

using MaybeTime = std::optional<Located<Time>>;

// What may still come in after a chart was archived: reports, follow-ups.
enum class Late : bool { kNever, kMayBe };

class Judge {
 public:
  Judge(const Chart& chart, Duration tolerance, Report& report)
      : chart_(chart), tolerance_(tolerance), report_(report) {}

  bool has_limit() const { return now() || chart_.encounter.archived; }

  // One call for each subject; the first of its times that is too late is the finding.
  struct Stated {
    Bilingual name;
    const Time* time;
    Span span;
  };
  void judge(Subject subject, std::initializer_list<Stated> times, Late late) {
    bool any = false;
    for (const Stated& stated : times) {
      if (stated.time == nullptr) continue;
      any = true;
      if (too_late(subject, stated, late)) return;
    }
    if (any) report_.pass(subject);
  }

 private:
  // A chart that was archived after as-of is looked at as it was then: now is later.
  const Time* now() const {
    const auto& as_of = report_.clock().as_of;
    const auto& archived = chart_.encounter.archived;
    if (!as_of || (archived && certainly_after(archived->value, *as_of))) return nullptr;
    return &*as_of;
  }
  bool too_late(Subject subject, const Stated& stated, Late late) {
    if (const Time* limit = now(); limit != nullptr && beyond(*limit, *stated.time)) {
      report_.fail(kFuture, subject, stated.span, stated.name, *stated.time, *limit);
      return true;
    }
    const MaybeTime& archived = chart_.encounter.archived;
    if (late == Late::kMayBe || !archived || !beyond(archived->value, *stated.time)) return false;
    report_.fail(kArchived, subject, stated.span, stated.name, *stated.time, archived->value)
        .note(kArchive, archived->span, archived->value);
    return true;
  }
  bool beyond(const Time& limit, const Time& time) const {
    return certainly_after(time, limit) && within(limit, time, tolerance_) == Within::kNo;
  }

  const Chart& chart_;
  Duration tolerance_;
  Report& report_;
};

Judge::Stated stated(Bilingual name, const MaybeTime& time) {
  return {name, time ? &time->value : nullptr, time ? time->span : Span{}};
}
Judge::Stated stated(Bilingual name, const TimeFact& fact) {
  return {name, fact ? &fact.value() : nullptr, fact ? fact.span() : Span{}};
}

Subject nth(SubjectKind kind, std::size_t index) {
  return {kind, static_cast<std::uint32_t>(index), {}};
}

void judge_events(const Chart& chart, Judge& judge) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& s = chart.surgeries[i];
    // A start may be planned; the end is told of what was done.
    if (s.cancelled) continue;
    judge.judge(of_surgery(i), {stated({"手术结束时间", "the end of surgery"}, s.end)},
                Late::kNever);
  }
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    judge.judge(
        nth(SubjectKind::kOrder, i),
        {stated({"医嘱执行时间", "the carrying out of the order"}, chart.orders[i].executed)},
        Late::kNever);
  }
  for (std::size_t i = 0; i < chart.results.size(); ++i) {
    const TestResult& r = chart.results[i];
    judge.judge(nth(SubjectKind::kResult, i),
                {stated({"采集时间", "the time of collection"}, r.collected),
                 stated({"报告时间", "the time of the report"}, r.reported)},
                Late::kMayBe);
  }
  for (std::size_t i = 0; i < chart.rescues.size(); ++i) {
    const Rescue& r = chart.rescues[i];
    judge.judge(nth(SubjectKind::kRescue, i),
                {stated({"抢救开始时间", "the start of the rescue"}, r.start),
                 stated({"抢救结束时间", "the end of the rescue"}, r.end)},
                Late::kNever);
  }
  for (std::size_t i = 0; i < chart.transfusions.size(); ++i) {
    judge.judge(
        nth(SubjectKind::kTransfusion, i),
        {stated({"输血开始时间", "the start of the transfusion"}, chart.transfusions[i].start)},
        Late::kNever);
  }
}

// A report may come after archiving, as may a follow-up and the discussion of a death, for which
// there is a week.
Late lateness(DocType type) {
  const bool later = type == DocType::kExamReport || type == DocType::kLabReport ||
                     type == DocType::kFollowupRecord || type == DocType::kDeathCaseDiscussion;
  return later ? Late::kMayBe : Late::kNever;
}

void run(const Chart& chart, const Options& options, Report& report) {
  Judge judge(chart, options[kTolerance], report);
  if (!judge.has_limit()) return;
  const Encounter& stay = chart.encounter;
  judge.judge(of_chart(),
              {stated({"入院时间", "the admission"}, stay.admitted),
               stated({"出院时间", "the discharge"}, stay.discharged),
               stated({"死亡时间", "the death"}, stay.died)},
              Late::kNever);
  for (const Document& document : chart.documents) {
    judge.judge(of(chart, document),
                {stated({"记录时间", "the time of writing"}, document.recorded)},
                lateness(document.type));
  }
  judge_events(chart, judge);
}

}  // namespace

extern constinit const Check future_time{
    {.id = "consistency-future-time",
     .severity = Severity::kError,
     .title = {"记录和事件的时间不应晚于当前或归档时间",
               "Nothing is dated after now or after the chart was archived"},
     .judged =
         {"入院、出院、死亡时间，每份文书的记录时间，手术结束、医嘱执行、检验检查、抢救、输血的时间"
          "不"
          "晚于检查时的时间（设定了 as-of 时）和归档时间，容许5分钟之差。",
          "Admission, discharge, death, the time of writing of each document, the end of surgery, "
          "the carrying out of orders, results, rescues and transfusions: not after the time of "
          "the check (where as-of is set) nor after archiving, with a tolerance of 5 minutes."},
     .exceptions =
         {"没有归档时间且未设定 as-of "
          "的不判；检验、检查报告、死亡病例讨论和随访可以晚于归档；拟定的医嘱和手术开始"
          "时间不判；只有日期的按整日比较。归档后的签名不在本检查之内。",
          "Not without a time of archiving and an as-of. Reports, discussions of a death and "
          "follow-ups may come after "
          "archiving; planned orders and starts of surgery are not judged; a date counts as its "
          "whole day. Signatures after archiving are not judged here."},
     .advice = {"核对日期（常为年份、月份录入错误）并改正。",
                "Check the date, often a wrong year or month, and correct it."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
