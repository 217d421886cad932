// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_VERDICT_H_
#define EMRLINT_ENGINE_VERDICT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "engine/lint.h"
#include "reader/batch.h"

namespace emrlint {

// The outcome of a check across charts for one subject, apart from the chart and its text.
struct Verdict {
  // The worst first: of several for one subject that one counts.
  enum class Kind : std::uint8_t { kBroken, kFail, kUndecided, kPass };
  struct Note {
    std::string message_id;
    std::vector<std::string> args;  // In Chinese and English in turn.
    Site site;
  };

  std::string chart, input, subject, profile;
  std::uint32_t check = 0;  // Index into Catalog::entries().
  Kind kind = Kind::kPass;
  Severity severity = Severity::kWarning;
  Site site;
  std::string message_id;         // kUndecided: of what is missing.
  std::vector<std::string> args;  // As in Note; kUndecided: what is missing; kBroken: why.
  std::vector<Note> notes;
  struct Number {
    std::string name;
    double value = 0;
  };
  std::vector<Number> measures;
};

// Verdicts as lines. In their byte order those of a chart stand together, in it those of a subject,
// the worst first. `facts` are the lines of facts, split, that the indices of the outcome mean.
using FactFields = std::vector<std::string_view>;
std::string verdict_line(const FactFields& fact, Verdict::Kind kind, std::string_view message_id,
                         const std::vector<std::string>& args);
// `rank`: of two failures of a subject that of the lesser one counts.
inline constexpr int kNearVerdict = 1;
std::string verdict_line(const std::vector<FactFields>& facts, const Outcome& outcome,
                         int rank = 0);
// Of a pass, which has no place.
std::string passed_line(const FactFields& fact);

// Whether two lines are of one subject; and whether they are also of one kind and rank.
bool same_subject(std::string_view a, std::string_view b);
bool same_rank(std::string_view a, std::string_view b);
Verdict verdict_of(const Catalog& catalog, std::string_view line);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_VERDICT_H_
