// SPDX-License-Identifier: Apache-2.0
//
// Kind "deadline": a document must be completed within a time of an event, or before it. Keys:
//   event    = "surgery-end"       see rule/event.cpp; each occurrence is a subject
//   document = [...]               and what else rule/document_choice.h names
//   limit    = "24h"               after the event; with `before`, how long before it at most
//   before   = true                completed before the event; `limit` may be left out then
//   after    = true                what was completed before the event does not count
//   unless   = [...]               types of documents that replace the required one
//   applies  = { ... }             see rule/applies.h
//   missing  = "fail" | "leave"    who reports that there is no such document; "leave": another
//   missing_when = { ... }         as `applies`: only then its absence is reported here
#include <algorithm>

#include "check/deadline.h"
#include "rule/applies.h"
#include "rule/document_choice.h"
#include "rule/event.h"
#include "rule/kind.h"

namespace emrlint {
namespace {

using Name = Bilingual;

constexpr Message<Name, Time, Name, Time, Duration, Time, Duration> kLate{
    "late", "{0}完成于{1}，超出时限{6}：{2}于{3}，应在{4}内（至{5}）完成。",
    "{0} was completed at {1}; {2} was at {3}, the limit is {4} (until {5}): {6} late."};
constexpr Message<Name, Name, Time, Duration, Time> kMissing{
    "missing", "{1}于{2}，{0}应在{3}内（至{4}）完成，病历中未见。",
    "{1} was at {2}; {0} was to be completed within {3} (until {4}) and is not in the chart."};
constexpr Message<Name, Name, Time, Duration, Time> kDue{
    "due", "{1}于{2}，{0}应在{3}内完成，最迟{4}。",
    "{1} was at {2}; {0} is to be completed within {3}, by {4}."};
constexpr Message<Name, Time, Name, Time> kAfter{"after", "{0}完成于{1}，晚于{2}（{3}）。",
                                                 "{0} was completed at {1}, after {2} ({3})."};
constexpr Message<Name, Time, Name, Time, Duration> kEarly{
    "early", "{0}完成于{1}，早于{2}（{3}）前{4}。",
    "{0} was completed at {1}, more than {4} before {2} ({3})."};
constexpr Message<Name, Name, Time> kMissingBefore{
    "missing", "{1}于{2}，此前应完成{0}，病历中未见。",
    "{1} was at {2}; {0} was to be completed before and is not in the chart."};
constexpr Message<Name, Name, Time> kDueBefore{"due", "{0}应在{1}（{2}）前完成。",
                                               "{0} is to be completed before {1} ({2})."};
constexpr Message<Name, Time> kStep{"step", "{0}：{1}", "{0}: {1}"};
constexpr Message<Time> kLimitStep{"limit", "时限：{0}", "limit: {0}"};

constexpr Missing kAsOf{"as-of", "评价时点（病历尚在书写）",
                        "the moment of judgement (the chart is still being written)"};

struct Deadline {
  Event event;
  DocumentChoice documents;
  Option<Duration> limit;
  bool limited = true;  // False only for "before" without a window.
  bool before = false;
  bool after = false;
  bool leave = false;
  std::vector<DocType> unless;
  Applies applies, missing_when;
  MessageInfo late, missing, due, early, step, limit_step;

  void operator()(const Chart& chart, const Options& options, Report& report) const;

 private:
  struct Case {
    const Occurrence& occurrence;
    const Options& options;
    Report& report;
  };
  void judge(const Chart& chart, std::span<const Occurrence> all, std::size_t index,
             const Options& options, Report& report) const;
  void absent(const Case& c, const Chart& chart, bool begun) const;
  void present(const Case& c, const Chart& chart, const Chosen& chosen) const;
  Within state(const Case& c, const Time& done) const;
  void fail(const Case& c, const Document& document) const;
  Time limit_of(const Case& c) const;
};

Time Deadline::limit_of(const Case& c) const {
  return before ? *c.occurrence.at : deadline_of(*c.occurrence.at, c.options[limit]);
}

// Whether a completed document meets the limit.
Within Deadline::state(const Case& c, const Time& done) const {
  const auto both = [](Within a, Within b) {
    if (a == Within::kNo || b == Within::kNo) return Within::kNo;
    return a == Within::kYes && b == Within::kYes ? Within::kYes : Within::kUnknown;
  };
  const Time& from = *c.occurrence.at;
  if (!before) return both(within(from, done, c.options[limit]), Within::kYes);
  const Within window = limited ? within(done, from, c.options[limit]) : Within::kYes;
  return both(within(from, done, Duration(0)), window);
}

void Deadline::fail(const Case& c, const Document& document) const {
  const Time& from = *c.occurrence.at;
  const Located<Time>& done = *documents.time_of(document);
  const Argument what = to_argument(document.type);
  const Time until = limit_of(c);
  std::vector<Argument> values;
  const MessageInfo* message = &late;
  if (!before) {
    const auto over = std::chrono::floor<Duration>(done.value.earliest) -
                      std::chrono::floor<Duration>(until.latest());
    values = {what,
              to_argument(done.value),
              event.name(),
              to_argument(from),
              to_argument(c.options[limit]),
              to_argument(until),
              to_argument(std::max(over, Duration(1)))};
  } else {
    values = {what, to_argument(done.value), event.name(), to_argument(from)};
    if (within(from, done.value, Duration(0)) == Within::kYes) {
      message = &early;
      values.push_back(to_argument(c.options[limit]));
    }
  }
  Outcome& outcome = c.report.fail(*message, c.occurrence.subject, done.span, std::move(values));
  outcome.timeline = true;
  outcome.note(step, c.occurrence.span, {event.name(), to_argument(from)});
  if (!before) outcome.note(limit_step, c.occurrence.span, {to_argument(until)});
  outcome.note(step, done.span, {what, to_argument(done.value)});
}

// No document yet: due, or missed, or not to be told.
void Deadline::absent(const Case& c, const Chart& chart, bool begun) const {
  const Subject& subject = c.occurrence.subject;
  const Span where = c.occurrence.span;
  if (!chart.complete) return c.report.undecided(subject, missing::kRestOfChart, where);
  const Applicable reported = missing_when.to(chart, subject, c.options, c.report.clock());
  if ((leave || !reported.yes) && !begun) return;
  if (reported.unknown) return c.report.undecided(subject, *reported.unknown, where);
  if (!c.occurrence.at) return c.report.undecided(subject, c.occurrence.unknown, where);
  const Time until = limit_of(c);
  std::vector<Argument> values = {documents.name(), event.name(), to_argument(*c.occurrence.at)};
  if (!before) {
    values.push_back(to_argument(c.options[limit]));
    values.push_back(to_argument(until));
  }
  if (c.report.still_open(until)) {
    c.report.due(due, subject, where, until, std::move(values));
  } else if (begun) {
    c.report.undecided(subject, missing::kCompletionTime, where);
  } else if (unfinished(c.report.clock()) && !c.report.clock().as_of) {
    c.report.undecided(subject, kAsOf, where);
  } else {
    c.report.fail(missing, subject, where, std::move(values)).due = until;
  }
}

void Deadline::present(const Case& c, const Chart& chart, const Chosen& chosen) const {
  const Document* first = nullptr;
  bool unclear = false;
  for (const Document* document : chosen.documents) {
    switch (state(c, documents.time_of(*document)->value)) {
      case Within::kYes:
        return c.report.pass(c.occurrence.subject);
      case Within::kUnknown:
        unclear = true;
        break;
      case Within::kNo:
        if (first == nullptr) first = document;
    }
  }
  const auto undecided = [&](const Missing& what) {
    c.report.undecided(c.occurrence.subject, what, c.occurrence.span);
  };
  if (unclear) return undecided(missing::kClockTime);
  for (const Document* document : chosen.doubtful) {
    const auto& done = documents.time_of(*document);
    // What was written too late was signed too late as well.
    const auto& at = done ? done : document->recorded;
    if (!at || state(c, at->value) != Within::kNo) return undecided(*chosen.unknown);
  }
  // Of a lone document it is not known whether an earlier one of its kind was in time.
  if (!chart.complete && is_course_note(first->type) &&
      first->type != DocType::kFirstProgressNote) {
    return undecided(missing::kRestOfChart);
  }
  fail(c, *first);
}

void Deadline::judge(const Chart& chart, std::span<const Occurrence> all, std::size_t index,
                     const Options& options, Report& report) const {
  const Case c{all[index], options, report};
  const Applicable applicable = applies.to(chart, c.occurrence.subject, options, report.clock());
  if (!applicable.yes) return;
  const auto undecided = [&](const Missing& what) {
    report.undecided(c.occurrence.subject, what, c.occurrence.span);
  };
  if (applicable.unknown) return undecided(*applicable.unknown);

  Chosen chosen = documents.choose(chart, all, index, options);
  std::vector<const Document*> unsigned_ones;
  std::erase_if(chosen.documents, [&](const Document* document) {
    const auto& done = documents.time_of(*document);
    if (!done) unsigned_ones.push_back(document);
    return !done || (after && c.occurrence.at && certainly_before(done->value, *c.occurrence.at));
  });
  if (chosen.documents.empty()) {
    if (chosen.unknown) return undecided(*chosen.unknown);
    return absent(c, chart, !unsigned_ones.empty() || documents.told_by_data(chart));
  }
  if (!c.occurrence.at) return undecided(c.occurrence.unknown);
  if (!unsigned_ones.empty() && !chosen.unknown) chosen.unknown = missing::kCompletionTime;
  chosen.doubtful.insert(chosen.doubtful.end(), unsigned_ones.begin(), unsigned_ones.end());
  present(c, chart, chosen);
}

void Deadline::operator()(const Chart& chart, const Options& options, Report& report) const {
  const bool replaced =
      std::any_of(unless.begin(), unless.end(), [&](DocType type) { return chart.has(type); });
  if (replaced) return;
  const std::vector<Occurrence> all = event.in(chart, report.clock());
  if (all.empty() && applies.to(chart, of_chart(), options, report.clock()).yes) {
    const std::optional<Source> source = event.unseen(chart);
    if (source) report.undecided(of_chart(), missing_source(*source));
  }
  for (std::size_t i = 0; i < all.size(); ++i) judge(chart, all, i, options, report);
}

}  // namespace

RuleFunction read_deadline(RuleReader& reader) {
  constexpr std::string_view kMissingWords[] = {"fail", "leave"};
  TableReader& table = reader.table();
  Deadline rule;
  if (auto event = Event::read(reader, "event")) rule.event = *event;
  rule.documents = DocumentChoice::read(reader);
  rule.before = table.boolean("before").value_or(false);
  rule.after = table.boolean("after").value_or(false);
  rule.limited = !rule.before || table.has("limit");
  if (rule.limited) {
    rule.limit = reader.required(reader.duration("limit", {"时限", "limit"}), "limit");
  }
  rule.unless = reader.document_types("unless");
  rule.applies = Applies::read(reader);
  rule.missing_when = Applies::read(reader, "missing_when");
  if (const TomlValue* missing = table.find("missing")) {
    rule.leave = table.word(*missing, {"取值", "value"}, kMissingWords) == std::size_t{1};
  }
  if (rule.before) {
    rule.late = reader.message(kAfter);
    if (!rule.leave) rule.missing = reader.message(kMissingBefore);
    rule.due = reader.message(kDueBefore);
    if (rule.limited) rule.early = reader.message(kEarly);
  } else {
    rule.late = reader.message(kLate);
    if (!rule.leave) rule.missing = reader.message(kMissing);
    rule.due = reader.message(kDue);
    rule.limit_step = reader.message(kLimitStep);
  }
  rule.step = reader.message(kStep);
  return rule;
}

}  // namespace emrlint
