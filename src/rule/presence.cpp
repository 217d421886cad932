// SPDX-License-Identifier: Apache-2.0
//
// Kind "presence": where an event or a document is, another document must be. Keys:
//   when      = "surgery-end"     see rule/event.cpp, or a type of document; each one is a subject
//   document  = [...]             and what else rule/document_choice.h names
//   checklist = [...]             kinds of checklists of the surgery that do as well
//   before    = "surgery-start"   completed before that event of the same subject
//   within    = "24h"             asked for only so long after `when`, as long as that moment is
//                                 not over; without it and without `before` only after the stay
//   unless    = [...]             types of documents that replace the required one
//   applies   = { ... }           see rule/applies.h
// An event of a surgery is named in the messages by the surgery.
#include <algorithm>

#include "check/deadline.h"
#include "rule/applies.h"
#include "rule/document_choice.h"
#include "rule/event.h"
#include "rule/kind.h"

namespace emrlint {
namespace {

constexpr Message<Bilingual, Bilingual> kMissing{
    "missing", "{0}后病历中应有{1}，未见。", "after {0} the chart is to hold: {1}; there is none."};
constexpr Message<DocType, Bilingual> kMissingFor{
    "missing", "病历中有{0}，应有{1}，未见。",
    "the chart has: {0}; it is to hold: {1}; there is none."};
constexpr Message<Bilingual, Bilingual> kMissingBefore{
    "missing", "{0}前应有{1}，未见。", "before {0} there is to be: {1}; there is none."};
constexpr Message<Bilingual, Bilingual, Time> kDue{"due", "{0}后应有{1}，最迟{2}。",
                                                   "after {0}: {1} is to be there by {2}."};
constexpr Message<DocType, Time, Bilingual, Time> kAfter{
    "after", "{0}完成于{1}，晚于{2}（{3}）。", "{0} was completed at {1}, after {2} ({3})."};

struct Presence {
  Event when;
  DocumentChoice documents;
  std::vector<std::string> checklists;
  std::optional<Event> before;
  std::optional<Option<Duration>> window;
  std::vector<DocType> unless;
  Applies applies;
  MessageInfo missing, due, late;

  void operator()(const Chart& chart, const Options& options, Report& report) const;

 private:
  bool has_checklist(const Chart& chart, const Subject& subject) const;
  void judge(const Chart& chart, std::span<const Occurrence> all, std::size_t index,
             const Options& options, Report& report) const;
  void judge_before(const Chart& chart, const Occurrence& occurrence, const Chosen& chosen,
                    Report& report) const;
  void absent(const Chart& chart, const Occurrence& occurrence, const Options& options,
              Report& report) const;
};

bool Presence::has_checklist(const Chart& chart, const Subject& subject) const {
  return std::any_of(checklists.begin(), checklists.end(), [&](const std::string& kind) {
    if (subject.kind == SubjectKind::kSurgery) {
      return !chart.checklists_about(kind, subject.index).empty();
    }
    return std::any_of(chart.checklists.begin(), chart.checklists.end(),
                       [&](const Checklist& checklist) { return checklist.kind.value == kind; });
  });
}

// The occurrence of `before` on the same subject, or the only one of the chart.
std::optional<Occurrence> same_subject(const std::vector<Occurrence>& all, const Subject& subject) {
  for (const Occurrence& one : all) {
    if (one.subject.kind == subject.kind && one.subject.index == subject.index) return one;
  }
  if (all.size() == 1 && all[0].subject.kind == SubjectKind::kChart) return all[0];
  return std::nullopt;
}

// An event of a surgery goes by the name of the surgery, so that it is clear which one is meant.
Argument name_of(const Event& event, const Chart& chart, const Subject& subject) {
  const bool surgery = subject.kind == SubjectKind::kSurgery && !event.is_document();
  return surgery ? to_argument(chart.surgeries[subject.index]) : event.name();
}

void Presence::judge_before(const Chart& chart, const Occurrence& occurrence, const Chosen& chosen,
                            Report& report) const {
  const Subject& subject = occurrence.subject;
  const auto limit = same_subject(before->in(chart, report.clock()), subject);
  if (!limit || !limit->at) {
    return report.undecided(subject, limit ? limit->unknown : missing::kEventTime, occurrence.span);
  }
  const Document* latest = nullptr;
  std::optional<Missing> unclear;
  for (const Document* document : chosen.documents) {
    const auto& done = documents.time_of(*document);
    if (!done) {
      unclear = missing::kCompletionTime;
      continue;
    }
    switch (within(*limit->at, done->value, Duration(0))) {
      case Within::kYes:
        return report.pass(subject);
      case Within::kUnknown:
        unclear = missing::kClockTime;
        break;
      case Within::kNo:
        latest = document;
    }
  }
  if (unclear) return report.undecided(subject, *unclear, occurrence.span);
  const Located<Time>& done = *documents.time_of(*latest);
  report.fail(late, subject, done.span,
              {to_argument(latest->type), to_argument(done.value), name_of(*before, chart, subject),
               to_argument(*limit->at)});
}

void Presence::absent(const Chart& chart, const Occurrence& occurrence, const Options& options,
                      Report& report) const {
  const Subject& subject = occurrence.subject;
  if (!chart.complete) return report.undecided(subject, missing::kRestOfChart, occurrence.span);
  const bool running = unfinished(report.clock());
  if (running && !window && !before) return;  // It may still come.
  if (window && !occurrence.at && running) {
    return report.undecided(subject, occurrence.unknown, occurrence.span);
  }
  std::optional<Time> until;
  if (window && occurrence.at) {
    until = deadline_of(*occurrence.at, options[*window]);
    if (report.clock().as_of ? report.still_open(*until) : running) {
      report.due(due, subject, occurrence.span, *until,
                 {name_of(when, chart, subject), documents.name(), to_argument(*until)});
      return;
    }
  }
  if (running && before) {
    const auto limit = same_subject(before->in(chart, report.clock()), subject);
    if (!limit || !limit->at || report.still_open(*limit->at)) return;
  }
  report
      .fail(missing, subject, occurrence.span,
            {name_of(before ? *before : when, chart, subject), documents.name()})
      .due = until;
}

void Presence::judge(const Chart& chart, std::span<const Occurrence> all, std::size_t index,
                     const Options& options, Report& report) const {
  const Occurrence& occurrence = all[index];
  const Subject& subject = occurrence.subject;
  const Applicable applicable = applies.to(chart, subject, options, report.clock());
  if (!applicable.yes) return;
  if (applicable.unknown) return report.undecided(subject, *applicable.unknown, occurrence.span);
  if (has_checklist(chart, subject)) return report.pass(subject);
  if (documents.held_as_data(chart)) return report.pass(subject);
  const Chosen chosen = documents.choose(chart, all, index, options);
  if (!chosen.documents.empty()) {
    if (before) return judge_before(chart, occurrence, chosen, report);
    return report.pass(subject);
  }
  if (chosen.unknown) return report.undecided(subject, *chosen.unknown, occurrence.span);
  absent(chart, occurrence, options, report);
}

void Presence::operator()(const Chart& chart, const Options& options, Report& report) const {
  const bool replaced =
      std::any_of(unless.begin(), unless.end(), [&](DocType type) { return chart.has(type); });
  if (replaced) return;
  const std::vector<Occurrence> all = when.in(chart, report.clock());
  if (all.empty()) {
    const std::optional<Source> source = when.unseen(chart);
    if (source) report.undecided(of_chart(), missing_source(*source));
  }
  for (std::size_t i = 0; i < all.size(); ++i) judge(chart, all, i, options, report);
}

}  // namespace

RuleFunction read_presence(RuleReader& reader) {
  TableReader& table = reader.table();
  Presence rule;
  if (auto event = Event::read(reader, "when")) rule.when = *event;
  rule.documents = DocumentChoice::read(reader);
  for (const TomlValue* kind : table.texts("checklist")) rule.checklists.push_back(kind->text);
  if (table.has("before")) rule.before = Event::read(reader, "before");
  rule.window = reader.duration("within", {"运行病历中的期限", "time allowed while the stay runs"});
  rule.unless = reader.document_types("unless");
  rule.applies = Applies::read(reader);
  if (rule.before) {
    rule.missing = reader.message(kMissingBefore);
    rule.late = reader.message(kAfter);
  } else {
    rule.missing = rule.when.is_document() ? reader.message(kMissingFor) : reader.message(kMissing);
  }
  if (rule.window) rule.due = reader.message(kDue);
  return rule;
}

}  // namespace emrlint
