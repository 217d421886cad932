// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

#include "tables/tables.h"

namespace emrlint {
namespace {

// Where the places lie as far as that is known; sets `part` and `until` when it has to be resolved.
template <typename Place>
void put(Place& place, std::span<const Part> places) {
  const Part& first = places.front();
  const Part& last = places.back();
  if (first.direct() && last.direct()) {
    place.span = {first.value.span.file, first.direct_span().begin, last.direct_span().end};
    return;
  }
  place.span = {first.value.span.file, first.value.span.begin, last.value.span.end};
  place.part = first;
  if (places.size() > 1) place.until = last;
}

}  // namespace

Outcome& Outcome::at(std::span<const Part> places) {
  put(*this, places);
  return *this;
}

Outcome& Outcome::note(const MessageInfo& message, std::span<const Part> places,
                       std::vector<Argument> arguments) {
  note(message, Span{}, std::move(arguments));
  put(notes.back(), places);
  return *this;
}

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
