// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COVERAGE_LAW_H_
#define EMRLINT_COVERAGE_LAW_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "rule/table_reader.h"

namespace emrlint {

// A text of our own in both languages; empty where there is nothing to say.
struct Sentence {
  std::string zh;
  std::string en;

  bool empty() const { return zh.empty(); }
  Bilingual text() const { return {zh, en}; }
};

// Why something stays out of the checks of a clause.
struct Reason : Sentence {
  bool alone = false;  // Holds only while no check at all evidences the clause.
};

// A check as coverage data name it: an id, or a pattern such as "consent-*".
struct CheckPattern {
  std::string text;
  TomlPlace place;
};

// What the data add to the citations of the cards: further checks, all checks of some core systems,
// and what stays outside.
struct Remark {
  std::vector<CheckPattern> checks;
  std::vector<int> systems;  // 1 to 18
  Reason unseen;             // What no chart shows.
  Reason open;               // What a chart may show and no check judges yet.
};

// The smallest part of a law text that has a number of its own.
struct Clause {
  std::string number;  // As citations write it: "22(15)", "指标12".
  Sentence title;      // Our words, not the text's.
  Remark remark;
  TomlPlace place;
};

// Clauses that are counted through: the items, the indicators of the annex.
struct ClauseSeries {
  Sentence title;
  std::vector<Clause> clauses;
};

// One file of checks/coverage: a law text with all its clauses.
struct Law {
  std::string key;  // Of src/check/sources.def: "SA".
  std::string path;
  std::vector<ClauseSeries> series;
  std::map<std::string, std::string> names;  // Short names of rows: "围术" is "围手术期相关记录".

  // The clause that a citation names, or in which the passage stands that it names; null if there
  // is none.
  const Clause* find(std::string_view article) const;

 private:
  const Clause* clause(std::string_view number) const;
  bool counts_inside(std::string_view number) const;
};

// Reasons that many clauses share, by their names: checks/coverage/reasons.toml.
using Reasons = std::map<std::string, Reason, std::less<>>;
Result<Reasons> read_reasons(std::string path, std::string_view text);

// A file of clauses. They must be those that its series count, all of them, in that order; wrong
// data is an error with path, line and column.
Result<Law> read_law(std::string key, std::string path, std::string_view text,
                     const Reasons& reasons);

// checks/coverage/core_systems.toml: a remark for each of the 18, in order.
Result<std::vector<Remark>> read_system_remarks(std::string path, std::string_view text,
                                                const Reasons& reasons);

// "1..15", "22(1..23)", "8-1..4" or "指标1..40" as the numbers they stand for; any other text is a
// number itself.
std::vector<std::string> counted_numbers(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_COVERAGE_LAW_H_
