// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTING_FIXTURE_H_
#define EMRLINT_TESTING_FIXTURE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "base/result.h"
#include "base/time.h"
#include "model/chart.h"

namespace emrlint {

// How one case is linted: its `//~ run:` line.
struct FixtureRun {
  std::vector<std::string> select;   // --select ID, the name of the file where none is given
  std::vector<std::string> options;  // --option key=value, for the first selected check
  std::vector<std::string> profiles; // --profile NAME
  std::optional<Time> as_of;         // --as-of T
  std::optional<Stage> stage;        // --stage S
  Lang lang = Lang::kZh;             // --lang zh|en
  bool folder = false;               // --folder: the documents are one whole stay
  bool no_tables = false;            // --no-tables: without the tables of the file
};

enum class FixtureLineKind : std::uint8_t {
  kDirective,  // //~ case:, //~ run:, //~ file:, //~ table:
  kComment,    // //~ # for the reader, kept where it stands
  kTable,      // a line of a table, and the blank one behind it
  kInput,      // a line of a document
};

// A line that is kept when the annotations are written anew.
struct FixtureLine {
  FixtureLineKind kind = FixtureLineKind::kInput;
  std::string_view text;        // without its end
  std::uint32_t document = 0;   // kInput: index into FixtureCase::documents
  std::uint32_t number = 0;     // kInput: line of the document, from 1
};

// A file of a case: a record, its emrlint.toml, or a table, "antibiotics.csv".
struct FixtureDocument {
  std::string name;
  std::string text;
};

struct FixtureCase {
  std::string name;
  std::uint32_t line = 1;  // Where it starts in the file.
  FixtureRun run;
  std::vector<FixtureLine> lines;
  std::vector<FixtureDocument> documents;
  std::vector<std::string_view> annotations;  // As they stand, without "//~".
  std::string_view text;                      // The whole case as it stands.
};

// A fixture file: comments and tables for all cases, then the cases. The views point into `text`,
// so it does not move.
struct Fixture {
  explicit Fixture(std::string whole) : text(std::move(whole)) {}
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;

  const std::string text;
  std::vector<std::string_view> preamble;  // The lines before the first case.
  std::vector<FixtureDocument> tables;     // Those of the preamble.
  std::vector<FixtureCase> cases;
};

// Splits a fixture into its cases. `stem` is the name of the file without ".test": what a case
// selects when its run line does not say. A wrong line is an error "LINE: why".
std::optional<Error> parse_fixture(std::string_view stem, Fixture& fixture);

}  // namespace emrlint

#endif  // EMRLINT_TESTING_FIXTURE_H_
