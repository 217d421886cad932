// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_EVENT_H_
#define EMRLINT_RULE_EVENT_H_

#include <optional>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "rule/rule_reader.h"

namespace emrlint {

// One time that something happened in a chart.
struct Occurrence {
  Subject subject;
  std::optional<Time> at;  // Absent: `unknown` says what is missing.
  Span span;               // What tells of it.
  Missing unknown;
};

struct EventType;

// What a rule hangs on: an event of the vocabulary ("surgery-end") or the completion of a document
// of a type ("preop-discussion").
class Event {
 public:
  static std::optional<Event> read(RuleReader& reader, std::string_view key);
  static std::vector<Event> read_list(RuleReader& reader, std::string_view key);

  bool is_document() const { return event_ == nullptr; }
  Argument name() const;
  // In order of the chart. Empty when it did not happen, or not yet: while a stay runs, an end
  // that nobody wrote down has not come.
  std::vector<Occurrence> in(const Chart& chart, const Clock& clock) const;
  // The source that alone would tell of the event, when the chart does not bring it.
  std::optional<Source> unseen(const Chart& chart) const;

 private:
  const EventType* event_ = nullptr;
  DocType document_ = DocType::kUnknown;
};

// While a stay runs, what is absent may still come.
bool unfinished(const Clock& clock);

}  // namespace emrlint

#endif  // EMRLINT_RULE_EVENT_H_
