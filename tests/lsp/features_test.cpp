// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "lsp/batch_findings.h"
#include "lsp/lsp_client.h"
#include "syntax/toml.h"

namespace emrlint::lsp_test {
namespace {

namespace fs = std::filesystem;

const fs::path kBroken = "fixtures/charts/medical-stay-xml-broken";
const std::string kNoClock = R"({"now":null,"lang":"en"})";
const std::string kEdits =
    R"({"workspace":{"workspaceEdit":{"documentChanges":true,"resourceOperations":["create"]}}})";

std::string document(const std::string& uri) {
  return R"({"textDocument":{"uri":)" + json_quoted(uri) + "}";
}

// The chart in a folder of its own, since waivers are written into the workspace.
struct Opened {
  TemporaryFolder folder;
  LspClient client;
  std::string uri;

  explicit Opened(const std::string& capabilities = "{}", const std::string& options = kNoClock) {
    for (const auto& entry : fs::directory_iterator(kBroken)) {
      fs::copy(entry.path(), folder.path() / entry.path().filename());
    }
    uri = uri_of(folder.path() / "d02-C0034.xml");
    client.start("utf-16", options, capabilities,
                 ",\"rootUri\":" + json_quoted(uri_of(folder.path())));
    client.open(uri, file_text(folder.path() / "d02-C0034.xml"));
    const std::string title = "<title>入院记录</title>";
    const std::size_t at = client.texts[uri].find(title);
    client.edit(uri, at, at, "<!-- 姓名𠮷 -->");
  }
  std::size_t find(std::string_view text) { return client.texts[uri].find(text); }
  const Value& actions(std::size_t from, std::size_t to) {
    // What the client echoes is wrong on purpose.
    return client.ask(
        "textDocument/codeAction",
        document(uri) + ",\"range\":" + client.range_json(client.texts[uri], from, to) +
            R"(,"context":{"diagnostics":[{"range":{"start":{"line":0,"character":0},)"
            R"("end":{"line":9,"character":0}},"message":"x"}]}})");
  }
  std::size_t edited = 0;  // Where the edit of applied() begins.
  // The only edit of the action whose title begins so, applied to the text.
  std::string applied(const Value& actions, std::string_view title) {
    for (const Value& action : actions.GetArray()) {
      if (!std::string_view(action["title"].GetString()).starts_with(title)) continue;
      const Value& changes = action["edit"]["documentChanges"];
      const Value& change = changes[changes.Size() - 1]["edits"][0];
      std::string text = client.texts[uri];
      const std::size_t begin = client.offset(uri, change["range"]["start"]);
      const std::size_t end = client.offset(uri, change["range"]["end"]);
      edited = begin;
      return text.replace(begin, end - begin, change["newText"].GetString());
    }
    return {};
  }
};

std::vector<std::string> titles(const Value& actions) {
  std::vector<std::string> found;
  for (const Value& action : actions.GetArray()) found.emplace_back(action["title"].GetString());
  return found;
}

TEST_CASE("a hover tells the check, its advice and the article") {
  Opened opened;
  const Value& hover = opened.client.ask("textDocument/hover",
                                         opened.client.at(opened.uri, opened.find("入院记录</t")));
  REQUIRE(hover.IsObject());
  const std::string text = hover["contents"]["value"].GetString();
  CHECK(text.find("completeness-past-history") != std::string::npos);
  CHECK(text.find("art. 18(4)") != std::string::npos);
  CHECK(text.find("Write general health") != std::string::npos);
  CHECK(opened.client.under(opened.uri, hover["range"]) == "入院记录");
  CHECK(opened.client.ask("textDocument/hover", opened.client.at(opened.uri, 0)).IsNull());
}

TEST_CASE("a missing section is put in where the document keeps its sections") {
  Opened opened(kEdits);
  const std::size_t at = opened.find("入院记录</t");
  const std::string text =
      opened.applied(opened.actions(at + 3, at + 3), "insert an empty past history");
  REQUIRE_FALSE(text.empty());
  CHECK(text.find("𠮷") != std::string::npos);
  opened.client.edit(opened.uri, 0, opened.client.texts[opened.uri].size(), text);
  // Still empty, so still missing, and the document is sound.
  std::vector<std::string> shown = opened.client.shown(opened.uri);
  CHECK(std::none_of(shown.begin(), shown.end(),
                     [](const std::string& line) { return line.starts_with("xml-syntax"); }));
  const auto missing = [](const std::string& line) {
    return line.starts_with("completeness-past-history");
  };
  CHECK(std::any_of(shown.begin(), shown.end(), missing));
  const std::size_t block = opened.find("11348-0");
  const std::size_t value = opened.client.texts[opened.uri].find("<text></text>", block);
  REQUIRE(value != std::string::npos);
  opened.client.edit(opened.uri, value + 6, value + 6, "平素健康状况良好，否认高血压病史。");
  shown = opened.client.shown(opened.uri);
  CHECK(std::none_of(shown.begin(), shown.end(), missing));
}

TEST_CASE("an edit in a half-typed text is that of the whole one, or is not offered") {
  Opened opened(kEdits);
  const auto with_section = [&] {
    const std::size_t title = opened.find("入院记录</t");
    return opened.applied(opened.actions(title + 3, title + 3), "insert an empty past history");
  };
  const std::string wanted = with_section();
  REQUIRE_FALSE(wanted.empty());
  const std::size_t end_tag = opened.find("</structuredBody>"), place = opened.edited;
  for (const std::size_t at : {opened.find("咳嗽、咳痰5天"), end_tag + 8, place}) {
    CAPTURE(at);
    opened.client.edit(opened.uri, at, at, "<!--");
    std::string text = with_section();
    if (at == place) {
      CHECK(text.empty());
    } else {
      const std::size_t behind = opened.client.texts[opened.uri].size() - at;
      const std::size_t typed = at < place ? at : text.size() - behind;
      CHECK(text.substr(typed, 4) == "<!--");
      CHECK(text.erase(typed, 4) == wanted);
    }
    opened.client.edit(opened.uri, at, at + 4, "");
  }
}

TEST_CASE("a waiver goes into the configuration of the workspace, which takes effect") {
  Opened opened(kEdits);
  const std::size_t at = opened.find("入院记录</t");
  const Value& actions = opened.actions(at, at);
  std::string toml;
  for (const Value& action : actions.GetArray()) {
    if (!std::string_view(action["title"].GetString()).starts_with("waive")) continue;
    const Value& changes = action["edit"]["documentChanges"];
    CHECK(std::string(changes[0]["kind"].GetString()) == "create");
    toml += changes[1]["edits"][0]["newText"].GetString();
  }
  CHECK(toml.find("check = \"completeness-past-history\"") != std::string::npos);
  CHECK(toml.find("reason = ") != std::string::npos);
  CHECK(toml.find("until = ") != std::string::npos);
  CHECK(parse_toml("emrlint.toml", toml).ok());
}

TEST_CASE("the page of a check is opened, or told") {
  Opened opened;
  const std::size_t at = opened.find("入院记录</t");
  const std::vector<std::string> offered = titles(opened.actions(at, at));
  CHECK(std::find(offered.begin(), offered.end(), "open the page of completeness-past-history") !=
        offered.end());
  opened.client.messages.clear();
  opened.client.ask("workspace/executeCommand",
                    R"({"command":"emrlint.openPage","arguments":["completeness-past-history"]})");
  REQUIRE(opened.client.messages.size() == 1);
  CHECK(std::string(opened.client.messages[0]["method"].GetString()) == "window/showMessage");
}

TEST_CASE("unknown documents are answered with null") {
  LspClient client;
  client.start();
  const std::string at = document("file:///nowhere.xml") +
                         R"(,"position":{"line":0,"character":0},"range":{"start":{"line":0,)"
                         R"("character":0},"end":{"line":1,"character":0}}})";
  for (const char* const method :
       {"textDocument/hover", "textDocument/codeAction", "textDocument/documentSymbol",
        "textDocument/foldingRange", "textDocument/codeLens", "textDocument/inlayHint",
        "textDocument/completion"}) {
    const rapidjson::Document& answer = client.request(method, at);
    CHECK_MESSAGE(answer.HasMember("result"), method);
    CHECK_MESSAGE(answer["result"].IsNull(), method);
  }
  const Value& report = client.ask("textDocument/diagnostic", at);
  CHECK(report["items"].Size() == 0);
}

TEST_CASE("symbols and folds follow the sections of a document") {
  Opened opened;
  const Value& symbols =
      opened.client.ask("textDocument/documentSymbol", document(opened.uri) + "}");
  REQUIRE(symbols.Size() == 1);
  CHECK(std::string(symbols[0]["name"].GetString()) == "入院记录");
  std::vector<std::string> names;
  for (const Value& section : symbols[0]["children"].GetArray()) {
    names.emplace_back(section["name"].GetString());
    const std::size_t from = opened.client.offset(opened.uri, section["range"]["start"]);
    const std::size_t to = opened.client.offset(opened.uri, section["range"]["end"]);
    const std::size_t mark = opened.client.offset(opened.uri, section["selectionRange"]["end"]);
    CHECK(from <= mark);
    CHECK(mark <= to);
  }
  CHECK(std::find(names.begin(), names.end(), "chief complaint") != names.end());
  const Value& folds = opened.client.ask("textDocument/foldingRange", document(opened.uri) + "}");
  CHECK(folds.Size() > 3);
  const Value& found = opened.client.ask("workspace/symbol", R"({"query":"chief"})");
  CHECK(found.Size() > 0);
}

TEST_CASE("diagnostics are pushed until the client pulls, then taken back once") {
  Opened opened;
  LspClient& client = opened.client;
  const std::size_t pushed = client.shown(opened.uri).size();
  CHECK(pushed > 0);
  client.published.clear();
  const Value& first = client.ask("textDocument/diagnostic", document(opened.uri) + "}");
  CHECK(std::string(first["kind"].GetString()) == "full");
  CHECK(first["items"].Size() == pushed);
  CHECK(first["relatedDocuments"].MemberCount() > 3);
  CHECK_FALSE(client.published.empty());
  CHECK(client.shown(opened.uri).empty());
  const std::string id = first["resultId"].GetString();
  client.published.clear();
  const std::size_t at = opened.find("入院记录</t");
  const std::string again = document(opened.uri) + ",\"previousResultId\":" + json_quoted(id) + "}";
  CHECK(std::string(client.ask("textDocument/diagnostic", again)["kind"].GetString()) ==
        "unchanged");
  client.edit(opened.uri, at, at, "𠮷");
  CHECK(std::string(client.ask("textDocument/diagnostic", again)["kind"].GetString()) == "full");
  CHECK(client.published.empty());
  const Value& all = client.ask("workspace/diagnostic", R"({"previousResultIds":[]})");
  CHECK(all["items"].Size() > 5);
}

TEST_CASE("related information leads into the other documents of the chart") {
  Opened opened;
  bool elsewhere = false;
  for (const auto& one : opened.client.diagnostics) {
    for (const Value& diagnostic : one.second["diagnostics"].GetArray()) {
      if (!diagnostic.HasMember("relatedInformation")) continue;
      for (const Value& note : diagnostic["relatedInformation"].GetArray()) {
        elsewhere = elsewhere || note["location"]["uri"].GetString() != one.first;
      }
    }
  }
  CHECK(elsewhere);
}

TEST_CASE("a running chart has hints of the time that is left, and a lens over its documents") {
  LspClient client;
  client.start("utf-16", R"({"now":"2024-03-01T10:00:00+08:00","lang":"en"})");
  const TemporaryFolder folder;
  const std::string uri = uri_of(folder.path() / "chart.json");
  client.open(uri, R"({"format":"emrlint-chart/1","chart":"c","complete":true,"realm":"china",
    "sources":["documents"],
    "encounter":{"kind":"inpatient","admitted":"2024-03-01T08:00:00+08:00"},
    "documents":[{"id":"d","type":"first-progress-note","title":"首次病程记录",
      "recorded":"2024-03-01T09:00:00+08:00"}]})");
  const std::string whole =
      document(uri) +
      R"(,"range":{"start":{"line":0,"character":0},"end":{"line":99,"character":0}}})";
  const Value& hints = client.ask("textDocument/inlayHint", whole);
  REQUIRE(hints.IsArray());
  bool left = false;
  for (const Value& hint : hints.GetArray()) {
    left = left || std::string_view(hint["label"].GetString()).starts_with("22 h left");
  }
  CHECK(left);
  const Value& lenses = client.ask("textDocument/codeLens", document(uri) + "}");
  REQUIRE(lenses.Size() == 2);  // The second one is of what is due next.
  CHECK(std::string(lenses[0]["command"]["title"].GetString()).find("not due yet") !=
        std::string::npos);
}

TEST_CASE("what is half typed is marked, and the other findings stay") {
  Opened opened;
  const auto others = [&] {
    std::vector<std::string> lines;
    for (const std::string& line : opened.client.shown(opened.uri)) {
      if (line.find("-syntax: ") == std::string::npos) lines.push_back(line);
    }
    return lines;
  };
  const auto marked = [&] {
    for (const std::string& line : opened.client.shown(opened.uri)) {
      if (line.starts_with("xml-syntax: ")) return line.substr(12);
    }
    return std::string("nothing");
  };
  const std::vector<std::string> before = others();
  CHECK(marked() == "nothing");
  CHECK_FALSE(before.empty());
  const std::size_t at = opened.find("咳嗽、咳痰5天");
  opened.client.edit(opened.uri, at, at, "<");
  CHECK(marked() == "<");
  CHECK(others() == before);
  opened.client.edit(opened.uri, at + 1, at + 1, "tex");
  CHECK(marked() == "<tex");
  CHECK(others() == before);
  opened.client.edit(opened.uri, at, at + 4, "");
  CHECK(marked() == "nothing");
  CHECK(others() == before);
}

TEST_CASE("half-typed chart JSON keeps the other findings") {
  LspClient client;
  client.start("utf-16", kNoClock);
  const fs::path path = "fixtures/charts/medical-stay-broken/chart.json";
  const std::string uri = uri_of(path);
  client.open(uri, file_text(path));
  const std::size_t count = client.shown(uri).size();
  CHECK(count > 3);
  const std::size_t at = client.texts[uri].find("\"documents\"");
  client.edit(uri, at, at, "\"wa");
  const std::vector<std::string> shown = client.shown(uri);
  const auto syntax = [](const std::string& line) { return line.starts_with("json-syntax"); };
  CHECK(std::count_if(shown.begin(), shown.end(), syntax) == 1);
  client.edit(uri, at, at + 3, "");
  CHECK(client.shown(uri).size() == count);
}

TEST_CASE("the configuration of the client changes the language, and what is in force") {
  Opened opened;
  const auto message = [&] {
    return std::string(
        opened.client.diagnostics[opened.uri]["diagnostics"][0]["message"].GetString());
  };
  const std::string english = message();
  opened.client.notify("workspace/didChangeConfiguration",
                       R"({"settings":{"emrlint":{"lang":"zh"}}})");
  CHECK(message() != english);
  opened.client.notify("workspace/didChangeConfiguration",
                       R"({"settings":{"emrlint":{"lang":"en"}}})");
  CHECK(message() == english);
}

}  // namespace
}  // namespace emrlint::lsp_test
