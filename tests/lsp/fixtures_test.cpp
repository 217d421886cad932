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

// How many fixes the findings of a case have.
std::size_t compare(const fs::path& path, const FixtureCase& one) {
  const Result<Config> config = case_config(built_in_catalog(), one);
  if (!config) return 0;  // A case about its configuration.
  const TemporaryFolder folder;
  for (const FixtureDocument& document : one.documents) {
    const bool record = !document.name.ends_with(".toml") && !document.name.ends_with(".csv");
    if (record) folder.write(document.name, document.text);
  }
  const std::vector<std::string> expected = sorted(batch_findings(folder.path(), *config));
  const auto half_typed = [](const std::string& line) {
    return line.find("-syntax ") != std::string::npos;
  };
  // On the screen such a text is read around the place that breaks it.
  if (std::any_of(expected.begin(), expected.end(), half_typed)) return 0;
  LspClient client(lsp::ServerOptions{built_in_catalog(), [&](const std::string&) {
                                        return case_config(built_in_catalog(), one);
                                      }});
  open_all(folder.path(), client);
  const std::string name = path.string() + ":" + std::to_string(one.line);
  CHECK_MESSAGE(sorted(editor_findings(client)) == expected, name);
  const std::vector<std::string> fixes = batch_fixes(folder.path(), *config);
  CHECK_MESSAGE(editor_fixes(client) == fixes, name);
  return fixes.size();
}

TEST_CASE("every fixture has the same findings and fixes in an editor as in a run") {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator("fixtures/checks")) {
    if (entry.path().extension() == ".test") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::size_t cases = 0, fixes = 0;
  for (const fs::path& path : paths) {
    Fixture fixture(file_text(path));
    REQUIRE_FALSE(parse_fixture(path.stem().string(), fixture));
    for (const FixtureCase& one : fixture.cases) {
      fixes += compare(path, one);
      ++cases;
    }
  }
  CHECK(cases > 1000);
  MESSAGE(fixes << " fixes");
  CHECK(fixes >= 20);
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

}  // namespace
}  // namespace emrlint::lsp_test
