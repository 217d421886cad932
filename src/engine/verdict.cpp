// SPDX-License-Identifier: Apache-2.0
#include "engine/verdict.h"

#include <algorithm>

#include "base/number.h"
#include "engine/fact_line.h"
#include "engine/line_fields.h"

namespace emrlint {
namespace {

enum Field : std::size_t {
  kChart,
  kInput,
  kCheck,
  kSubject,
  kKind,
  kRank,
  kProfile,
  kSeverity,
  kSite,
  kMessage = kSite + kSiteFields,
  kArgs,
  kMeasures,
  kNotes,
};
constexpr std::size_t kNoteFields = 2 + kSiteFields;

std::vector<std::string> texts_of(const std::vector<Argument>& arguments) {
  std::vector<std::string> texts;
  for (const Argument& argument : arguments) {
    texts.push_back(argument.zh);
    texts.push_back(argument.en);
  }
  return texts;
}

// Name and value in turn.
std::vector<std::string> texts_of(const std::vector<Measure>& measures) {
  std::vector<std::string> texts;
  for (const Measure& measure : measures) {
    texts.emplace_back(measure.name);
    texts.push_back(shortest(measure.value));
  }
  return texts;
}

void write_site(LineWriter& line, const FactFields& fact) {
  for (std::size_t i = 0; i < kSiteFields; ++i) line.plain(fact[kFactSite + i]);
}

LineWriter begin_line(const FactFields& fact, Verdict::Kind kind, int rank = 0) {
  LineWriter line;
  line.plain(fact[kFactChart]);
  line.plain(fact[kFactInput]);
  line.plain(fact[kFactCheck]);
  line.plain(fact[kFactSubject]);
  line.number(static_cast<int>(kind));
  line.number(rank);
  line.plain(fact[kFactProfile]);
  return line;
}

LineWriter begin_line(const FactFields& fact, Verdict::Kind kind, std::string_view severity,
                      int rank = 0) {
  LineWriter line = begin_line(fact, kind, rank);
  line.plain(severity);
  write_site(line, fact);
  return line;
}

Severity severity_of(std::string_view text) {
  for (const Severity severity : {Severity::kError, Severity::kWarning}) {
    if (text == id(severity)) return severity;
  }
  return Severity::kNote;
}

}  // namespace

std::string verdict_line(const FactFields& fact, Verdict::Kind kind, std::string_view message_id,
                         const std::vector<std::string>& args) {
  LineWriter line = begin_line(fact, kind, fact[kFactSeverity]);
  line.text(message_id);
  line.list(args);
  line.list({});
  return line.line();
}

std::string verdict_line(const std::vector<FactFields>& facts, const Outcome& outcome, int rank) {
  const FactFields& fact = facts[outcome.subject.index];
  if (outcome.kind == OutcomeKind::kUndecided) {
    return verdict_line(fact, Verdict::Kind::kUndecided, outcome.message_id,
                        {std::string(outcome.zh), std::string(outcome.en)});
  }
  const Severity own = severity_of(fact[kFactSeverity]);
  LineWriter line = begin_line(fact, Verdict::Kind::kFail,
                               id(std::max(own, outcome.severity.value_or(own))), rank);
  line.text(outcome.message_id);
  line.list(texts_of(outcome.args));
  line.list(texts_of(outcome.measures));
  for (const Note& note : outcome.notes) {
    line.text(note.message_id);
    line.list(texts_of(note.args));
    write_site(line, facts[note.span.file - Batch::kSites]);
  }
  return line.line();
}

std::string passed_line(const FactFields& fact) {
  return begin_line(fact, Verdict::Kind::kPass).line();
}

namespace {

// Whether two lines are equal up to the end of the field.
bool same_up_to(std::string_view a, std::string_view b, Field field) {
  const std::size_t end = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  const std::string_view same = a.substr(0, end);
  return std::count(same.begin(), same.end(), '\t') > static_cast<std::ptrdiff_t>(field);
}

}  // namespace

bool same_subject(std::string_view a, std::string_view b) { return same_up_to(a, b, kSubject); }
bool same_rank(std::string_view a, std::string_view b) { return same_up_to(a, b, kRank); }

Verdict verdict_of(const Catalog& catalog, std::string_view line) {
  const std::vector<std::string_view> fields = split_fields(line);
  Verdict verdict;
  verdict.chart = text_of(fields[kChart]);
  verdict.input = text_of(fields[kInput]);
  verdict.subject = text_of(fields[kSubject]);
  verdict.profile = text_of(fields[kProfile]);
  verdict.check = catalog.index_of(fields[kCheck]).value_or(0);
  verdict.kind = static_cast<Verdict::Kind>(number_of(fields[kKind]));
  if (verdict.kind == Verdict::Kind::kPass) return verdict;
  verdict.severity = severity_of(fields[kSeverity]);
  verdict.site = site_of(&fields[kSite]);
  verdict.message_id = text_of(fields[kMessage]);
  verdict.args = list_of(fields[kArgs]);
  const std::vector<std::string> measures = list_of(fields[kMeasures]);
  for (std::size_t i = 0; i + 1 < measures.size(); i += 2) {
    verdict.measures.push_back({measures[i], decimal_of(measures[i + 1])});
  }
  for (std::size_t i = kNotes; i + kNoteFields <= fields.size(); i += kNoteFields) {
    verdict.notes.push_back({text_of(fields[i]), list_of(fields[i + 1]), site_of(&fields[i + 2])});
  }
  return verdict;
}

}  // namespace emrlint
