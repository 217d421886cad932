// SPDX-License-Identifier: Apache-2.0
//
// Kind "frequency": documents at least so often in an interval. The finding lists every gap; it
// stands at the document before the first one. Keys:
//   in       = "stay"       or "critical", "serious": each such interval is a subject
//   from     = ["admission"]  instead of `in`: the days after an event, as many as `days`
//   days     = 3            a stay that ends earlier is not judged
//   document = [...]        and what else rule/document_choice.h names; a note counts for the day
//                           that its writer names, else the day of its signature
//   every    = "3d"         the days of neighbouring documents lie no further apart, the ends of
//                           the interval included; or
//   window   = "7d"         in each whole window of so many days, from the first day on (windows of
//                           one day: without the first and last day, which are not whole)
//   count    = 2            there are at least so many; 1 when left out
//   except   = ["critical"] days inside such an interval are another rule's
//   applies  = { ... }      see rule/applies.h
#include <algorithm>

#include "rule/applies.h"
#include "rule/document_choice.h"
#include "rule/interval.h"
#include "rule/kind.h"

namespace emrlint {
namespace {

using std::chrono::days;

constexpr Message<DocType, Time, Time, int, int, int> kGap{
    "gap", "{0}：{1}至{2}相隔{3}天，应至少每{4}天记录1次（共{5}处）。",
    "{0}: {3} days from {1} to {2}; one at least every {4} days is expected (gaps: {5})."};
constexpr Message<DocType, Bilingual, int, int, int> kFew{
    "few", "{0}：{1}有{2}次，应不少于{3}次（共{4}处）。",
    "{0}: {2} on {1}; at least {3} are expected (such windows: {4})."};
constexpr Message<Bilingual> kWhere{"where", "{0}", "{0}"};
constexpr Message<DocType, Time> kDue{"due", "{0}最迟应于{1}再次记录。",
                                      "the next {0} is due on {1}."};

// Days [from, to] in which too little was written; `count` of documents or days.
struct Gap {
  Day from, to;
  int count = 0;
  Span span;  // The document before it.
};

struct Noted {
  Day day;
  Span span;
};

struct Frequency {
  std::optional<IntervalKind> in;
  std::vector<Event> from;
  std::optional<Option<int>> length, count;
  std::optional<Option<Duration>> every, window;
  DocumentChoice documents;
  std::vector<IntervalKind> except;
  Applies applies;
  MessageInfo gap, where, due;

  void operator()(const Chart& chart, const Options& options, Report& report) const;

 private:
  std::vector<Interval> subjects(const Chart& chart, const Options& options,
                                 const Clock& clock) const;
  std::vector<Gap> gaps(const Interval& interval, const std::vector<Noted>& noted,
                        const Options& options) const;
  std::vector<Gap> thin_windows(const Interval& interval, const std::vector<Noted>& noted,
                                const Options& options, bool& judged) const;
  void judge(const Chart& chart, const Interval& interval, const Options& options,
             Report& report) const;
  void leave_to_others(std::vector<Gap>& found, const Chart& chart, const Options& options,
                       const Clock& clock) const;
  void fail(const Interval& interval, const std::vector<Gap>& found, const Options& options,
            Report& report) const;
  int wanted(const Options& options) const { return count ? options[*count] : 1; }
};

int in_days(Duration duration) { return static_cast<int>(duration.count() / (24 * 60)); }

// The days after an event; none where the stay ends before they are over.
void add_days_after(const Event& event, int length, const Chart& chart, const Clock& clock,
                    std::vector<Interval>& found) {
  const Interval stay = intervals(IntervalKind::kStay, chart, clock).front();
  for (const Occurrence& one : event.in(chart, clock)) {
    Interval interval{.subject = one.subject, .span = one.span, .unknown = one.unknown};
    if (one.at) interval.first = day_of(*one.at);
    if (interval.first) interval.last = *interval.first + days(length);
    if (interval.last && stay.last && *stay.last <= *interval.last) continue;
    if (interval.last && !stay.last) interval.unknown = stay.unknown;
    if (!stay.last) interval.last.reset();
    found.push_back(interval);
  }
}

std::vector<Interval> Frequency::subjects(const Chart& chart, const Options& options,
                                          const Clock& clock) const {
  if (in) return intervals(*in, chart, clock);
  std::vector<Interval> found;
  for (const Event& event : from) {
    add_days_after(event, options[*length], chart, clock, found);
  }
  return found;
}

std::vector<Gap> Frequency::gaps(const Interval& interval, const std::vector<Noted>& noted,
                                 const Options& options) const {
  const int limit = in_days(options[*every]);
  std::vector<Gap> found;
  Noted before{*interval.first, interval.span};
  const auto step = [&](const Noted& next) {
    const int apart = static_cast<int>((next.day - before.day).count());
    if (apart > limit) found.push_back({before.day, next.day, apart, before.span});
    before = next;
  };
  for (const Noted& note : noted) step(note);
  if (interval.last && *interval.last > before.day) step({*interval.last, {}});
  return found;
}

std::vector<Gap> Frequency::thin_windows(const Interval& interval, const std::vector<Noted>& noted,
                                         const Options& options, bool& judged) const {
  const int width = std::max(in_days(options[*window]), 1);
  std::vector<Gap> found;
  Day day = *interval.first + days(width == 1 ? 1 : 0);
  // The day of discharge is not whole; the last of the days after an event is.
  const Day end = *interval.last + days(from.empty() ? 0 : 1);
  for (; day + days(width) <= end; day += days(width)) {
    judged = true;
    Gap gap_here{day, day + days(width - 1), 0, interval.span};
    for (const Noted& note : noted) {
      if (note.day < day) gap_here.span = note.span;
      if (note.day >= day && note.day <= gap_here.to) ++gap_here.count;
    }
    if (gap_here.count < wanted(options)) found.push_back(gap_here);
  }
  return found;
}

// The longest stretch of days from `gap.from` to `gap.to` outside `others`, in order of time.
int longest_outside(const Gap& gap, const std::vector<Interval>& others) {
  Day day = gap.from;
  days longest{0};
  for (const Interval& other : others) {
    if (*other.first > gap.to) break;
    longest = std::max(longest, *other.first - day);
    day = std::max(day, other.last.value_or(gap.to));
  }
  return static_cast<int>(std::max(longest, gap.to - day).count());
}

// Gaps are another rule's where the days outside `except` keep to the limit, and windows where one
// of their days lies inside.
void Frequency::leave_to_others(std::vector<Gap>& found, const Chart& chart, const Options& options,
                                const Clock& clock) const {
  std::vector<Interval> others;
  for (const IntervalKind kind : except) {
    for (const Interval& other : intervals(kind, chart, clock)) {
      if (other.first) others.push_back(other);
    }
  }
  std::sort(others.begin(), others.end(),
            [](const Interval& a, const Interval& b) { return *a.first < *b.first; });
  std::erase_if(found, [&](const Gap& one) {
    const bool touched = std::any_of(others.begin(), others.end(), [&](const Interval& other) {
      return *other.first <= one.to && (!other.last || *other.last >= one.from);
    });
    return touched && (!every || longest_outside(one, others) <= in_days(options[*every]));
  });
}

// One day, or the first and the last of several.
Argument days_of(const Gap& gap) {
  const std::string from = to_string(as_time(gap.from)), to = to_string(as_time(gap.to));
  if (gap.from == gap.to) return {from, from};
  return {from + "至" + to, from + " to " + to};
}

// A year that was mistyped makes thousands of gaps: the sentence says how many, the first are
// shown.
constexpr std::size_t kMostNotes = 20;

void Frequency::fail(const Interval& interval, const std::vector<Gap>& found,
                     const Options& options, Report& report) const {
  const Gap& first = found.front();
  std::vector<Argument> values{documents.name()};
  if (every) {
    values.push_back(to_argument(as_time(first.from)));
    values.push_back(to_argument(as_time(first.to)));
  } else {
    values.push_back(days_of(first));
  }
  values.push_back(to_argument(first.count));
  values.push_back(to_argument(every ? in_days(options[*every]) : wanted(options)));
  values.push_back(to_argument(static_cast<int>(found.size())));
  Outcome& outcome = report.fail(gap, interval.subject, first.span, std::move(values));
  for (std::size_t i = 0; i < std::min(found.size(), kMostNotes); ++i) {
    outcome.note(where, found[i].span, {days_of(found[i])});
  }
}

void Frequency::judge(const Chart& chart, const Interval& interval, const Options& options,
                      Report& report) const {
  const Subject& subject = interval.subject;
  const auto undecided = [&](const Missing& what) {
    report.undecided(subject, what, interval.span);
  };
  const Applicable applicable = applies.to(chart, subject, options, report.clock());
  if (!applicable.yes) return;
  if (applicable.unknown) return undecided(*applicable.unknown);
  if (!chart.complete) return undecided(missing::kRestOfChart);
  if (!interval.first) return undecided(interval.unknown);

  const Chosen chosen = documents.choose_all(chart, options);
  std::optional<Missing> unknown = chosen.unknown;
  std::vector<Noted> noted;
  for (const Document* document : chosen.documents) {
    const auto& time = documents.time_of(*document);
    const std::optional<Day> day = time ? day_of(time->value) : std::nullopt;
    if (!day) {
      unknown = missing::kCompletionTime;
    } else if (*day >= *interval.first && (!interval.last || *day <= *interval.last)) {
      noted.push_back({*day, document->span});
    }
  }
  std::sort(noted.begin(), noted.end(), [](const auto& a, const auto& b) { return a.day < b.day; });

  bool judged = every.has_value();
  if (window && !interval.last) return undecided(interval.unknown);
  std::vector<Gap> found =
      every ? gaps(interval, noted, options) : thin_windows(interval, noted, options, judged);
  if (!judged) return;  // The interval holds no whole window.
  leave_to_others(found, chart, options, report.clock());
  if (!found.empty()) return unknown ? undecided(*unknown) : fail(interval, found, options, report);
  if (!interval.last) return undecided(interval.unknown);
  if (!every || !interval.running) return report.pass(subject);
  const Day last = noted.empty() ? *interval.first : noted.back().day;
  const Time next = as_time(last + days(in_days(options[*every])));
  report.due(due, subject, noted.empty() ? interval.span : noted.back().span, next,
             {documents.name(), to_argument(next)});
}

void Frequency::operator()(const Chart& chart, const Options& options, Report& report) const {
  const std::vector<Interval> all = subjects(chart, options, report.clock());
  const bool of_condition = in && *in != IntervalKind::kStay;
  const std::optional<Missing> unseen = conditions_unseen(chart);
  if (of_condition && all.empty() && unseen) report.undecided(of_chart(), *unseen);
  for (const Interval& interval : all) judge(chart, interval, options, report);
}

// A duration of whole days.
std::optional<Option<Duration>> read_days(RuleReader& reader, std::string_view key,
                                          Bilingual what) {
  const auto option = reader.duration(key, what);
  if (option && (option->fallback < days(1) || option->fallback % days(1) != Duration(0))) {
    reader.table().fail(reader.table().place(), std::string(key) + "应为整天",
                        std::string(key) + " must be whole days");
  }
  return option;
}

}  // namespace

RuleFunction read_frequency(RuleReader& reader) {
  TableReader& table = reader.table();
  Frequency rule;
  if (table.has("from")) {
    rule.from = Event::read_list(reader, "from");
    rule.length = reader.required(reader.integer("days", {"天数", "number of days"}), "days");
  } else {
    rule.in = read_interval(reader, "in");
  }
  rule.documents = DocumentChoice::read(reader, DocumentTime::kRecorded);
  rule.every = read_days(reader, "every", {"最长间隔", "longest interval"});
  rule.window = read_days(reader, "window", {"统计窗口", "window"});
  rule.count = reader.integer("count", {"窗口内最少次数", "least number in a window"});
  if (rule.every.has_value() == rule.window.has_value()) {
    table.fail(table.place(), "every与window须有且只有一个", "one of every and window is needed");
  }
  rule.except = read_intervals(reader, "except");
  rule.applies = Applies::read(reader);
  rule.gap = rule.every ? reader.message(kGap) : reader.message(kFew);
  rule.where = reader.message(kWhere);
  if (rule.every) rule.due = reader.message(kDue);
  return rule;
}

}  // namespace emrlint
