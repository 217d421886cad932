// SPDX-License-Identifier: Apache-2.0
#include "testing/fixture.h"

#include <doctest/doctest.h>

#include <string>

#include "check/report.h"
#include "testing/line_diff.h"
#include "testing/run_fixture.h"

namespace emrlint {
namespace {

constexpr Message<> kUntitled = {"untitled", "没有标题。", "There is no title."};
constexpr Message<> kEntry = {"entry", "入院在此。", "The admission."};
constexpr MessageInfo kMessages[] = {kUntitled, kEntry};

// Judges the title of each document: absent fails, "?" is undecided.
void judge(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    const Subject subject = of(chart, document);
    if (document.title.value == "?") {
      report.undecided(subject, missing::kTitle);
    } else if (document.title.value == "无") {
      report.fail(kUntitled, subject, document.title.span)
          .note(kEntry, chart.encounter.admitted.span());
    } else {
      report.pass(subject);
    }
  }
}

constexpr Check kCheck = {.info = {.id = "sample-title", .messages = kMessages}, .run = judge};

constexpr const char* kFixture = R"(//~ # About the fixture.

//~ case: bad
//~ # Kept where it stands.
{"format": "emrlint-chart/1", "complete": true,
 "encounter": {"id": "1", "admitted": "2024-03-01T09:12+08:00"},
//~                                    ^^^^^^^^^^^^^^^^^^^^^^ see: 入院在此。 [sample-title/entry]
 "documents": [{"id": "甲乙", "title": "无", "type": "progress-note"}]}
//~                                     ^^ warning: 没有标题。 [sample-title/untitled]

//~ case: good, and one that nobody can tell
//~ run: --select sample-title --lang en
//~ file: a.json
{"format": "emrlint-chart/1", "complete": true, "encounter": {"id": "1"}, "documents": [
 {"id": "d1", "type": "progress-note", "title": "?"},
 {"id": "d2", "type": "progress-note", "title": "有"}]}
//~ undecided: document/progress-note/d1: the physician's title [sample-title/title]
//~ pass: document/progress-note/d2 [sample-title]
)";

std::string without_annotations(std::string text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n') + 1;
    const std::string line = text.substr(0, end);
    const bool kept = !line.starts_with("//~") || line.starts_with("//~ #") ||
                      line.starts_with("//~ case") || line.starts_with("//~ run") ||
                      line.starts_with("//~ file");
    if (kept) out += line;
    text.erase(0, end);
  }
  return out;
}

std::string rewritten(const std::string& text) {
  Catalog catalog;
  REQUIRE_FALSE(catalog.add_native(kCheck, "test"));
  Fixture fixture(text);
  REQUIRE_FALSE(parse_fixture("sample-title", fixture));
  std::string whole;
  for (const std::string_view line : fixture.preamble) whole.append(line).append("\n");
  for (const FixtureCase& fixture_case : fixture.cases) {
    const Result<CaseResult> result = run_case(catalog, fixture_case);
    REQUIRE(result.ok());
    whole += result->text;
  }
  return whole;
}

TEST_CASE("fixture: a right one is written back as it is, from bare input too") {
  CHECK(rewritten(kFixture) == kFixture);
  CHECK(rewritten(without_annotations(kFixture)) == kFixture);
}

std::string tables_of(const FixtureCase& fixture_case) {
  std::string found;
  for (const FixtureDocument& document : fixture_case.documents) {
    if (document.name.ends_with(".csv")) found += document.name + ":" + document.text;
  }
  return found;
}

TEST_CASE("fixture: a code table is a list in the fixture") {
  const std::string text =
      "//~ table: icd-10/insurance-2.0\ncode,name\nA00.000,霍乱\n\n//~ case: a\n{}\n";
  Fixture fixture(text);
  REQUIRE_FALSE(parse_fixture("sample-title", fixture));
  CHECK(tables_of(fixture.cases[0]) == "icd-10/insurance-2.0.csv:code,name\nA00.000,霍乱\n");
  Fixture wrong("//~ table: icd-11\n");
  CHECK(parse_fixture("sample-title", wrong));
}

TEST_CASE("fixture: tables for all cases, for one, for none") {
  const std::string text =
      "//~ table: staff\nid\nY1\n\n//~ case: a\n{}\n//~ case: b\n//~ table: staff\nid\nY2\n\n{}\n"
      "//~ case: c\n//~ run: --no-tables\n{}\n";
  Fixture fixture(text);
  REQUIRE_FALSE(parse_fixture("sample-title", fixture));
  REQUIRE(fixture.cases.size() == 3);
  CHECK(tables_of(fixture.cases[0]) == "staff.csv:id\nY1\n");
  CHECK(tables_of(fixture.cases[1]) == "staff.csv:id\nY2\n");
  CHECK(tables_of(fixture.cases[2]).empty());
  Fixture wrong("//~ table: stuff\n");
  const auto error = parse_fixture("sample-title", wrong);
  REQUIRE(error);
  CHECK(error->en == "1: there is no table \"stuff\"; did you mean \"staff\"?");
  const std::string right = "//~ table: staff\nid\nY1\n\n" + std::string(kFixture);
  CHECK(rewritten(right) == right);
}

TEST_CASE("fixture: wrong annotations are replaced") {
  std::string text = kFixture;
  text.replace(text.find("^^ warning"), 2, "^^^^");
  CHECK(rewritten(text) == kFixture);
}

TEST_CASE("fixture: cases, documents, run line") {
  Fixture fixture(
      "//~ case: x\n//~ run: --select a --select 'b c' --as-of 2024-03-01T08:00 --stage running\n"
      "//~ file: one.xml\n<a/>\n//~ ^ error: x [a/b]\n//~ file: emrlint.toml\nx = 1\n"
      "//~ case: y\n{}\n");
  REQUIRE_FALSE(parse_fixture("stem", fixture));
  REQUIRE(fixture.cases.size() == 2);
  const FixtureCase& first = fixture.cases[0];
  CHECK(first.name == "x");
  CHECK(first.run.select == std::vector<std::string>{"a", "b c"});
  CHECK(to_string(*first.run.as_of) == "2024-03-01 08:00");
  CHECK(first.run.stage == Stage::kRunning);
  REQUIRE(first.documents.size() == 2);
  CHECK(first.documents[0].text == "<a/>\n");
  CHECK(first.documents[1].name == "emrlint.toml");
  CHECK(annotates_failure(first, "a"));
  CHECK_FALSE(annotates_failure(first, "b"));
  CHECK_FALSE(annotates_pass(first, "a"));
  CHECK(fixture.cases[1].line == 8);
  CHECK(fixture.cases[1].run.select == std::vector<std::string>{"stem"});
  CHECK(fixture.cases[1].documents[0].name == "chart.json");
}

TEST_CASE("fixture: a wrong run line names its line") {
  struct Row { const char *text, *error; };
  const Row rows[] = {
      {"//~ case: x\n//~ run: --as-of soon\n", "2: not a time: soon"},
      {"//~ run: --stage now\n", "1: unknown stage: now"},
      {"//~ run: --wrong x\n", "1: unknown option in a run line: --wrong x"},
      {"//~ run: --select\n", "1: an option without its value: --select"},
      {"//~ # nothing\n", "1: there is no case"},
  };
  for (const Row& row : rows) {
    Fixture fixture(row.text);
    const std::optional<Error> error = parse_fixture("stem", fixture);
    REQUIRE(error);
    CHECK(error->en == row.error);
  }
}

TEST_CASE("fixture: an unknown check is an error with a suggestion") {
  Catalog catalog;
  REQUIRE_FALSE(catalog.add_native(kCheck, "test"));
  Fixture fixture("//~ case: x\n{}\n");
  REQUIRE_FALSE(parse_fixture("sample-titel", fixture));
  const Result<CaseResult> result = run_case(catalog, fixture.cases[0]);
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().en == "unknown check sample-titel, did you mean sample-title");
}

TEST_CASE("line diff: what is missing, what is new, with numbers") {
  CHECK(line_diff("a\nb\n", "a\nb\n", 1).empty());
  CHECK(line_diff("1\n2\n3\n4\nx\n5\n", "1\n2\n3\n4\ny\n5\n", 10) ==
        "   12   3\n   13   4\n   14 - x\n      + y\n   15   5\n");
  CHECK(line_diff("a\n", "a", 1) == "  (the texts differ in their last line end)\n");
}

}  // namespace
}  // namespace emrlint
