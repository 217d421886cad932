// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

#include "tables/tables.h"

namespace emrlint {

Outcome& Report::add(OutcomeKind kind, Subject subject) {
  Outcome& outcome = outcomes_.emplace_back();
  outcome.kind = kind;
  outcome.subject = subject;
  return outcome;
}

Outcome& Report::fail(const MessageInfo& message, Subject subject, Span where,
                      std::vector<Argument> arguments) {
  Outcome& outcome = add(OutcomeKind::kFail, subject);
  outcome.message_id = message.id;
  outcome.zh = message.zh;
  outcome.en = message.en;
  outcome.span = where;
  outcome.args = std::move(arguments);
  return outcome;
}

void Report::undecided(Subject subject, const Missing& what, Span where) {
  Outcome& outcome = add(OutcomeKind::kUndecided, subject);
  outcome.message_id = what.id;
  outcome.zh = what.zh;
  outcome.en = what.en;
  outcome.span = where;
}

Outcome& Report::due(const MessageInfo& message, Subject subject, Span where, const Time& at,
                     std::vector<Argument> arguments) {
  Outcome& outcome = fail(message, subject, where, std::move(arguments));
  outcome.kind = OutcomeKind::kDue;
  outcome.due = at;
  return outcome;
}

const Tables& Report::tables() const { return tables_ == nullptr ? Tables::none() : *tables_; }

bool Report::still_open(const Time& deadline) const {
  return clock_.as_of && !certainly_after(*clock_.as_of, deadline);
}

}  // namespace emrlint
