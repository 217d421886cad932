// SPDX-License-Identifier: Apache-2.0
#include "lsp/server.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "lsp/batch_findings.h"
#include "lsp/lsp_client.h"

namespace emrlint::lsp_test {
namespace {

namespace fs = std::filesystem;

const fs::path kBroken = "fixtures/charts/medical-stay-xml-broken";
const std::string kNoClock = R"({"now":null,"lang":"en"})";

bool contains(const std::vector<std::string>& lines, std::string_view line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

TEST_CASE("what the client offers first is not what counts, bytes are") {
  for (const std::string encoding : {"utf-8", "utf-16", "utf-32"}) {
    LspClient client;
    const std::string capabilities =
        R"({"capabilities":{"general":{"positionEncodings":["utf-16",")" + encoding + "\"]}}}";
    const Value& result = client.ask("initialize", capabilities);
    CHECK(result["capabilities"]["positionEncoding"].GetString() == encoding);
  }
  LspClient plain;
  const Value& result = plain.ask("initialize", "{}");
  CHECK(result["capabilities"]["positionEncoding"].GetString() == std::string("utf-16"));
}

TEST_CASE("to open one document is to see the findings of its chart") {
  LspClient client;
  client.start("utf-32", kNoClock);
  client.open(uri_of(kBroken / "d02-C0034.xml"), file_text(kBroken / "d02-C0034.xml"));
  CHECK(contains(client.shown(uri_of(kBroken / "d02-C0034.xml")),
                 "completeness-past-history: 入院记录"));
  std::vector<std::string> found;
  for (const auto& one : client.diagnostics) {
    for (const Value& diagnostic : one.second["diagnostics"].GetArray()) {
      found.push_back(line_of(one.first, diagnostic));
    }
  }
  CHECK(sorted(found) == sorted(batch_findings(kBroken, built_in_config())));
}

TEST_CASE("Chinese and an astral character before the range, in every encoding") {
  const std::string text = file_text(kBroken / "d02-C0034.xml");
  const TemporaryFolder folder;
  for (const std::string encoding : {"utf-8", "utf-16", "utf-32"}) {
    LspClient client;
    client.start(encoding, kNoClock);
    const std::string uri = uri_of(folder.path() / "a.xml");
    std::string changed = text;
    const std::string title = "<title>入院记录</title>";
    changed.replace(changed.find(title), title.size(), "<!-- 姓名𠮷田 -->" + title);
    client.open(uri, changed);
    CHECK_FALSE(client.shown(uri).empty());
    for (const std::string& line : client.shown(uri)) {
      CHECK_MESSAGE(line.find("<!--") == std::string::npos, line);
    }
    CHECK(contains(client.shown(uri), "completeness-past-history: 入院记录"));
  }
}

TEST_CASE("an edit is answered for its document, and for others only if they changed") {
  LspClient client;
  client.start("utf-16", kNoClock);
  const std::string uri = uri_of(kBroken / "d02-C0034.xml");
  client.open(uri, file_text(kBroken / "d02-C0034.xml"));
  client.published.clear();
  const std::string& text = client.texts[uri];
  const std::size_t title = text.find("入院记录</title>");
  client.edit(uri, title, title, "𠮷");
  CHECK(client.published == std::vector<std::string>{uri});
  CHECK(contains(client.shown(uri), "completeness-past-history: 𠮷入院记录"));
  // The record becomes one in time: its finding goes, and nothing else changes.
  client.published.clear();
  const std::size_t late = text.find("20240409163000");
  client.edit(uri, late, late + 14, "20240408163000");
  CHECK(client.published == std::vector<std::string>{uri});
  for (const std::string& line : client.shown(uri)) {
    CHECK_MESSAGE(!line.starts_with("timeliness-admission-record-24h"), line);
  }
}

TEST_CASE("text comes as UTF-8 whatever its declaration says, and its format by its content") {
  const TemporaryFolder folder;
  std::string text = file_text(kBroken / "d02-C0034.xml");
  const std::size_t name = text.find("UTF-8");
  REQUIRE(name < 100);
  text.replace(name, 5, "GB18030");
  LspClient client;
  client.start("utf-16", kNoClock);
  client.open(uri_of(folder.path() / "a.txt"), text);
  CHECK(contains(client.shown(uri_of(folder.path() / "a.txt")),
                 "completeness-past-history: 入院记录"));
  client.open("untitled:Untitled-1", text);
  CHECK(contains(client.shown("untitled:Untitled-1"), "completeness-past-history: 入院记录"));
}

TEST_CASE("a document that is closed or gone has no diagnostics") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("a.xml", file_text(kBroken / "d02-C0034.xml"));
  const fs::path other = folder.write("b.xml", file_text(kBroken / "d01-C0037.xml"));
  LspClient client;
  client.texts[uri_of(other)] = file_text(other);
  client.start("utf-16", kNoClock);
  client.open(uri_of(file), file_text(file));
  CHECK_FALSE(client.shown(uri_of(file)).empty());
  CHECK_FALSE(client.shown(uri_of(other)).empty());
  fs::remove(other);
  client.notify("workspace/didChangeWatchedFiles",
                R"({"changes":[{"type":3,"uri":)" + json_quoted(uri_of(other)) + "}]}");
  CHECK(client.shown(uri_of(other)).empty());
  CHECK_FALSE(client.shown(uri_of(file)).empty());
  client.notify("textDocument/didClose",
                R"({"textDocument":{"uri":)" + json_quoted(uri_of(file)) + "}}");
  CHECK(client.shown(uri_of(file)).empty());
}

TEST_CASE("the clock of the client decides what is late") {
  const TemporaryFolder folder;
  const std::string uri = uri_of(folder.path() / "chart.json");
  LspClient early, late;
  early.start("utf-16", R"({"now":"2024-03-01T10:00:00+08:00"})");
  late.start("utf-16", R"({"now":"2024-03-03T10:00:00+08:00"})");
  const std::string chart = R"({"format":"emrlint-chart/1","chart":"c","complete":true,
    "encounter":{"kind":"inpatient","admitted":"2024-03-01T08:00:00+08:00"},
    "documents":[{"id":"d","type":"first-progress-note","recorded":"2024-03-01T09:00:00+08:00"}]})";
  for (LspClient* const client : {&early, &late}) client->open(uri, chart);
  const auto overdue = [&](const LspClient& client) {
    const std::vector<std::string> shown = client.shown(uri);
    return std::any_of(shown.begin(), shown.end(), [](const std::string& line) {
      return line.starts_with("completeness-admission-record:") ||
             line.starts_with("timeliness-admission-record-24h:");
    });
  };
  CHECK_FALSE(overdue(early));
  CHECK(overdue(late));
  LspClient wrong;
  CHECK(wrong.request("initialize", R"({"initializationOptions":{"now":"soon"}})")["error"]["code"]
            .GetInt() == lsp::kInvalidParams);
}

TEST_CASE("lines of charts are charts, each in its place") {
  const TemporaryFolder folder;
  std::string one = file_text("fixtures/charts/medical-stay-broken/chart.json");
  std::replace(one.begin(), one.end(), '\n', ' ');
  const std::string text = one + "\n\n" + one + "\n";
  LspClient client;
  client.start("utf-16", kNoClock);
  const std::string uri = uri_of(folder.path() / "charts.ndjson");
  client.open(uri, text);
  std::size_t lines[3] = {};
  for (const Value& diagnostic : client.diagnostics[uri]["diagnostics"].GetArray()) {
    ++lines[diagnostic["range"]["start"]["line"].GetUint()];
  }
  CHECK(lines[0] > 0);
  CHECK(lines[1] == 0);
  CHECK(lines[0] == lines[2]);
}

}  // namespace
}  // namespace emrlint::lsp_test
