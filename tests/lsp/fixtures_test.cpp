// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "lsp/batch_findings.h"
#include "lsp/lsp_client.h"
#include "testing/fixture.h"
#include "testing/run_fixture.h"

namespace emrlint::lsp_test {
namespace {

namespace fs = std::filesystem;

// Opens all records of a folder.
void open_all(const fs::path& folder, LspClient& client) {
  client.start("utf-32", R"({"now":null,"lang":"en"})");
  for (const auto& entry : fs::directory_iterator(folder)) {
    client.open(uri_of(entry.path()), file_text(entry.path()));
  }
}

// What an editor shows of a folder once all its records are open, as lines.
std::vector<std::string> editor_findings(const LspClient& client) {
  std::vector<std::string> lines;
  for (const auto& one : client.diagnostics) {
    for (const Value& diagnostic : one.second["diagnostics"].GetArray()) {
      lines.push_back(line_of(one.first, diagnostic));
    }
  }
  return lines;
}

// The edits of the quick fixes that it offers anywhere, but for new sections; each once.
std::vector<std::string> editor_fixes(LspClient& client) {
  std::set<std::string> lines;
  for (const auto& [uri, text] : client.texts) {
    const std::string params = R"({"textDocument":{"uri":)" + json_quoted(uri) +
                               "},\"range\":" + client.range_json(text, 0, text.size()) +
                               R"(,"context":{"diagnostics":[]}})";
    const Value& actions = client.ask("textDocument/codeAction", params);
    if (!actions.IsArray()) continue;
    for (const Value& action : actions.GetArray()) {
      const std::string title = action["title"].GetString();
      if (!action.HasMember("edit") || title.starts_with("insert an empty ")) continue;
      for (const auto& change : action["edit"]["changes"].GetObject()) {
        for (const Value& edit : change.value.GetArray()) {
          lines.insert(line_of_edit(change.name.GetString(), edit));
        }
      }
    }
  }
  return {lines.begin(), lines.end()};
}

// A case whose text has an error of syntax. An editor reads on behind it, a run tells where it
// stopped (ADR 22); everything else is the same.
struct HalfTyped {
  std::string_view fixture, name;
  std::string_view why;
};
constexpr HalfTyped kHalfTyped[] = {
    {"duplication-other-patient-narrative",
     "a document that breaks off, with a text of its own and with that of another",
     "two documents without their end tags"},
    {"duplication-progress-notes", "C-CDA: the second note breaks off", "no end tags"},
    {"structure-time", "a time that the end of a broken file cut off is not called empty",
     "a tag that breaks off"},
    {"structure-unreadable", "a tag is cut off", "an end tag that breaks off"},
    {"structure-unreadable", "chart JSON: a consent form breaks off", "a string without its end"},
    {"structure-unreadable", "FHIR: a note breaks off behind a whole one", "no end of the bundle"},
};

// What may be told of such a text in other words and at another place: the error itself. An editor
// points at the first place that it passed over, a run at the one where the parser gave up.
constexpr std::string_view kToldElsewhere[] = {" xml-syntax ", " json-syntax ",
                                               " structure-unreadable "};

// What was seen of all cases.
struct Seen {
  std::size_t cases = 0, fixes = 0;
  std::vector<std::string> half_typed;  // Fixture and name of the case.
  std::set<std::string> across;         // Checks across charts that have findings.
};

bool told_elsewhere(const std::string& line) {
  return std::any_of(std::begin(kToldElsewhere), std::end(kToldElsewhere),
                     [&](std::string_view id) { return line.find(id) != line.npos; });
}

// The lines but for those of the error itself, of which only file and check remain.
std::vector<std::string> without_places(std::vector<std::string> lines) {
  for (std::string& line : lines) {
    if (!told_elsewhere(line)) continue;
    const std::size_t place = line.find(' '), id = line.find(' ', place + 1);
    line = line.substr(0, place) + line.substr(id, line.find(' ', id + 1) - id);
  }
  return sorted(std::move(lines));
}

bool half_typed(const std::vector<std::string>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    return line.find("-syntax ") != std::string::npos;
  });
}

// Which checks across charts have a finding among the lines.
void note_across(const std::vector<std::string>& lines, Seen& seen) {
  for (const CatalogEntry& entry : built_in_catalog().entries()) {
    if (entry.kind != "across-charts") continue;
    const std::string id = " " + std::string(entry.info.id) + " ";
    const bool said = std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
      return line.find(id) != line.npos;
    });
    if (said) seen.across.emplace(entry.info.id);
  }
}

void compare(const fs::path& path, const FixtureCase& one, Seen& seen) {
  const Result<Config> config = case_config(built_in_catalog(), one);
  REQUIRE(config.ok());
  const TemporaryFolder folder;
  for (const FixtureDocument& document : one.documents) {
    const bool record = !document.name.ends_with(".toml") && !document.name.ends_with(".csv");
    if (record) folder.write(document.name, document.text);
  }
  const std::vector<std::string> expected = sorted(batch_findings(folder.path(), *config));
  LspClient client(lsp::ServerOptions{built_in_catalog(), [&](const std::string&) {
                                        return case_config(built_in_catalog(), one);
                                      }});
  open_all(folder.path(), client);
  const std::vector<std::string> shown = sorted(editor_findings(client));
  const std::string name = path.string() + ":" + std::to_string(one.line);
  if (half_typed(expected)) {
    seen.half_typed.push_back(path.stem().string() + ": " + one.name);
    CHECK_MESSAGE(without_places(shown) == without_places(expected), name);
  } else {
    CHECK_MESSAGE(shown == expected, name);
  }
  const std::vector<std::string> fixes = batch_fixes(folder.path(), *config);
  CHECK_MESSAGE(editor_fixes(client) == fixes, name);
  note_across(shown, seen);
  seen.fixes += fixes.size();
  ++seen.cases;
}

Seen compare_all() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator("fixtures/checks")) {
    if (entry.path().extension() == ".test") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  Seen seen;
  for (const fs::path& path : paths) {
    Fixture fixture(file_text(path));
    REQUIRE_FALSE(parse_fixture(path.stem().string(), fixture));
    for (const FixtureCase& one : fixture.cases) compare(path, one, seen);
  }
  return seen;
}

TEST_CASE("every fixture has the same findings and fixes in an editor as in a run") {
  const Seen seen = compare_all();
  MESSAGE(seen.cases << " cases, " << seen.fixes << " fixes");
  CHECK(seen.cases > 3000);
  CHECK(seen.fixes >= 20);
  std::vector<std::string> known;
  for (const HalfTyped& one : kHalfTyped) {
    known.push_back(std::string(one.fixture) + ": " + std::string(one.name));
    MESSAGE("the error is told in other words: " << known.back() << " (" << one.why << ")");
  }
  CHECK(sorted(seen.half_typed) == sorted(known));
  std::set<std::string> across;
  for (const CatalogEntry& entry : built_in_catalog().entries()) {
    if (entry.kind == "across-charts") across.emplace(entry.info.id);
  }
  CHECK(across.size() >= 8);
  CHECK(seen.across == across);
}

TEST_CASE("every chart of the fixtures has the same findings in an editor as in a run") {
  for (const auto& entry : fs::directory_iterator("fixtures/charts")) {
    if (!entry.is_directory()) continue;
    const lsp::ServerOptions options{built_in_catalog(), [](const std::string&) {
                                       return Config::load(built_in_catalog(), "", "", nullptr);
                                     }};
    const std::string name = entry.path().string();
    LspClient client(options);
    open_all(entry.path(), client);
    CHECK_MESSAGE(
        sorted(editor_findings(client)) == sorted(batch_findings(entry.path(), built_in_config())),
        name);
  }
}

// The ids of checks and problems in lines.
std::set<std::string> ids_of(const std::vector<std::string>& lines) {
  std::set<std::string> ids;
  for (const std::string& line : lines) {
    const std::size_t id = line.find(' ', line.find(' ') + 1) + 1;
    ids.insert(line.substr(id, line.find(' ', id) - id));
  }
  return ids;
}

// Opens the first `size` bytes of a record. An editor shows what a run tells of it, and of other
// things nothing that the whole record does not have.
void compare_cut(const std::string& name, std::string_view whole, std::size_t size,
                 const std::set<std::string>& known) {
  while (size > 0 && (static_cast<unsigned char>(whole[size]) & 0xC0) == 0x80) --size;
  CAPTURE(size);
  const TemporaryFolder folder;
  folder.write(name, whole.substr(0, size));
  LspClient client;
  open_all(folder.path(), client);
  const std::vector<std::string> shown = sorted(editor_findings(client));
  const std::vector<std::string> run = sorted(batch_findings(folder.path(), built_in_config()));
  for (const std::string& line : run) {
    if (told_elsewhere(line)) continue;
    CHECK_MESSAGE(std::binary_search(shown.begin(), shown.end(), line), line);
  }
  for (const std::string& line : shown) {
    const std::string id = *ids_of({line}).begin();
    // The latter is of the words that are there, however few.
    if (told_elsewhere(line) || id == "completeness-chief-complaint-form") continue;
    CHECK_MESSAGE((known.contains(id) || std::binary_search(run.begin(), run.end(), line)), line);
  }
  CHECK(std::count_if(shown.begin(), shown.end(), [](const std::string& line) {
          return line.find(" structure-unreadable ") != line.npos;
        }) <= 1);
}

TEST_CASE("of a record that breaks off an editor shows what a run tells, and nothing else") {
  for (const auto& entry : fs::recursive_directory_iterator("fixtures/charts")) {
    if (!entry.is_regular_file()) continue;
    const std::string file = entry.path().string();
    CAPTURE(file);
    const std::string whole = file_text(entry.path()), name = entry.path().filename().string();
    const TemporaryFolder folder;
    folder.write(name, whole);
    const std::set<std::string> known = ids_of(batch_findings(folder.path(), built_in_config()));
    for (std::size_t i = 1; i < 20; ++i) compare_cut(name, whole, whole.size() * i / 20, known);
  }
}

}  // namespace
}  // namespace emrlint::lsp_test
