// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_REPORT_H_
#define EMRLINT_CHECK_REPORT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/span.h"
#include "base/time.h"
#include "base/work_calendar.h"
#include "check/check.h"
#include "check/derived.h"
#include "check/missing.h"
#include "check/subject.h"

namespace emrlint {

class Tables;

enum class OutcomeKind : std::uint8_t { kFail, kUndecided, kDue };

// A second place of a finding: the other side of a contradiction, a step of a timeline.
struct Note {
  std::string_view message_id;
  std::string_view zh;
  std::string_view en;
  Span span;
  std::vector<Argument> args;
  std::optional<Part> part;   // As in Outcome.
  std::optional<Part> until;  // Likewise.
};

// A change of the text that would mend a finding, for a person to accept; nothing applies it by
// itself. An editor shows it as a quick fix.
struct Fix {
  std::string_view message_id;  // Of the card: what the change does.
  std::string_view zh;
  std::string_view en;
  std::vector<Argument> args;
  Span span;                // What is taken out, such as the whole value of a code.
  std::string replacement;  // What stands there instead, as text; resolve_places() escapes it.
};

// A number that a finding rests on, for outputs that others compute with: "similarity", 0.92.
struct Measure {
  std::string_view name;  // A literal.
  double value = 0;
};

// One judgement that is not a pass: an undecided one says what is missing, a due one until when.
struct Outcome {
  OutcomeKind kind = OutcomeKind::kFail;
  Subject subject;
  std::string_view message_id;  // Of the card; for undecided the id of what is missing.
  std::string_view zh;          // Templates; see format_message.
  std::string_view en;
  Span span;
  std::vector<Argument> args;
  std::vector<Note> notes;
  std::optional<Time> due;                // Of what is not done: when it has failed.
  std::optional<Severity> severity;       // Weaker than the card's, where the rule says so.
  bool timeline = false;                  // The notes are the steps of a deadline.
  std::optional<Part> part;               // Inside a value with escapes; becomes `span` later.
  std::optional<Part> until;              // Where it ends, if that is in another such value.
  std::vector<Measure> measures;          // Each name once.
  std::vector<Fix> fixes;                 // Any of them mends it; the best first.

  template <typename... Args>
  Outcome& note(const Message<Args...>& message, Span where,
                const std::type_identity_t<Args>&... values) {
    notes.push_back({message.id, message.zh.text, message.en.text, where,
                     {to_argument(values)...}, {}, {}});
    return *this;
  }
  // Points inside a value instead of at the whole of it.
  Outcome& at(const Part& place) {
    return at(std::span(&place, 1));
  }
  // From the first to the last of the places, which are in order and of one file; there is one.
  Outcome& at(std::span<const Part> places);
  // A note that points inside a value.
  template <typename... Args>
  Outcome& note(const Message<Args...>& message, const Part& place,
                const std::type_identity_t<Args>&... values) {
    return note(message, std::span(&place, 1), values...);
  }
  template <typename... Args>
  Outcome& note(const Message<Args...>& message, std::span<const Part> places,
                const std::type_identity_t<Args>&... values) {
    return note(MessageInfo(message), places, {to_argument(values)...});
  }
  // The same for messages that are known only at run time (rule files, plug-ins).
  Outcome& note(const MessageInfo& message, Span where, std::vector<Argument> arguments) {
    notes.push_back({message.id, message.zh, message.en, where, std::move(arguments), {}, {}});
    return *this;
  }
  Outcome& note(const MessageInfo& message, const Part& place, std::vector<Argument> arguments) {
    return note(message, std::span(&place, 1), std::move(arguments));
  }
  Outcome& note(const MessageInfo& message, std::span<const Part> places,
                std::vector<Argument> arguments);
  // Writing `replacement` where `where` points would mend it.
  template <typename... Args>
  Outcome& fix(const Message<Args...>& message, Span where, std::string replacement,
               const std::type_identity_t<Args>&... values) {
    fixes.push_back({message.id, message.zh.text, message.en.text, {to_argument(values)...}, where,
                     std::move(replacement)});
    return *this;
  }
  Outcome& weaker(Severity value) {
    severity = value;
    return *this;
  }
  Outcome& measure(std::string_view name, double value) {
    measures.push_back({name, value});
    return *this;
  }
};

// The clock of a run: what time it is taken to be, how far the chart is, which days are worked.
struct Clock {
  std::optional<Time> as_of;  // Absent: the chart is judged as a finished one.
  Stage stage = Stage::kArchived;
  const WorkCalendar* calendar = &WorkCalendar::china();
};

// Collects the outcomes of one check on one chart.
class Report {
 public:
  // `derived` is what the checks of one chart share; without it each report works for itself.
  explicit Report(Clock clock = {}, const Tables* tables = nullptr, Derived* derived = nullptr)
      : clock_(clock), tables_(tables), derived_(derived) {}

  void pass(Subject subject) { passed_.push_back(subject); }

  template <typename... Args>
  Outcome& fail(const Message<Args...>& message, Subject subject, Span where,
                const std::type_identity_t<Args>&... values) {
    Outcome& outcome = add(OutcomeKind::kFail, subject);
    outcome.message_id = message.id;
    outcome.zh = message.zh.text;
    outcome.en = message.en.text;
    outcome.span = where;
    outcome.args = {to_argument(values)...};
    return outcome;
  }

  // The same for a message that is known only at run time (rule files, plug-ins).
  Outcome& fail(const MessageInfo& message, Subject subject, Span where,
                std::vector<Argument> arguments);

  void undecided(Subject subject, const Missing& what, Span where = {});

  // The requirement is not met yet and its time has not run out: due at `at`.
  Outcome& due(const MessageInfo& message, Subject subject, Span where, const Time& at,
               std::vector<Argument> arguments);

  const Clock& clock() const { return clock_; }
  // The reference tables of the run; see tables/tables.h.
  const Tables& tables() const;
  // What was worked out of this chart before.
  Derived& derived() { return derived_ == nullptr ? own_ : *derived_; }
  // Whether that moment may still lie in the future of this run; false without a clock.
  bool still_open(const Time& deadline) const;

  const std::vector<Outcome>& outcomes() const { return outcomes_; }
  const std::vector<Subject>& passed() const { return passed_; }
  std::vector<Outcome> take() { return std::move(outcomes_); }

 private:
  Outcome& add(OutcomeKind kind, Subject subject);

  Clock clock_;
  const Tables* tables_;
  Derived* derived_;
  Derived own_;
  std::vector<Outcome> outcomes_;
  std::vector<Subject> passed_;
};

}  // namespace emrlint

#endif  // EMRLINT_CHECK_REPORT_H_
