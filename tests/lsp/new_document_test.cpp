// SPDX-License-Identifier: Apache-2.0
#include "draft/new_document.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "lsp/lsp_client.h"

namespace emrlint::lsp_test {
namespace {

namespace fs = std::filesystem;

const fs::path kStay = "fixtures/charts/medical-stay-xml";
const std::string kNoClock = R"({"now":null,"lang":"en"})";

std::string asked(const std::string& uri, const std::string& type) {
  return R"({"uri":)" + json_quoted(uri) + R"(,"type":")" + type + "\"}";
}

// What is said of a record, and by no fault of it: somebody has not written it yet.
bool of_content(std::string_view check) {
  for (const std::string_view family :
       {"completeness-", "signature-", "consent-", "nursing-", "perioperative-", "outpatient-",
        "transfusion-", "tcm-", "obstetric-", "process-", "frontpage-"}) {
    if (check.starts_with(family)) return true;
  }
  return false;
}

TEST_CASE("a template for each document that a standard knows, named in both languages") {
  LspClient client;
  client.start("utf-16", kNoClock);
  const Value& templates = client.ask("emrlint/documentTemplates", "{}");
  CHECK(templates.Size() == 57);
  std::set<std::string> seen;
  for (const Value& one : templates.GetArray()) {
    CHECK(seen.insert(one["type"].GetString()).second);
    CHECK(one["name"] == one["en"]);
    CHECK_FALSE(std::string(one["zh"].GetString()).empty());
  }
  CHECK(seen.contains("discharge-record"));
}

TEST_CASE("a new document is read as what it is, and lacks nothing but what is to be written") {
  const TemporaryFolder folder;
  for (const DocType type : draft::new_document_types(draft::Beside{})) {
    LspClient client;
    client.start("utf-16", kNoClock);
    const auto made = draft::new_document(type, {});
    REQUIRE(made);
    CAPTURE(id(type));
    const std::string uri = uri_of(folder.path() / made->file_name);
    client.open(uri, made->text);
    const Value& symbols = client.ask("textDocument/documentSymbol",
                                      R"({"textDocument":{"uri":)" + json_quoted(uri) + "}}");
    REQUIRE(symbols.Size() == 1);
    CHECK(symbols[0]["name"].GetString() == std::string(name(type, Lang::kZh)));
    for (const std::string& line : client.shown(uri)) CHECK_MESSAGE(of_content(line), line);
  }
}

TEST_CASE("what the chart knows of patient and stay stands in a new document") {
  const TemporaryFolder folder;
  for (const auto& file : fs::directory_iterator(kStay)) {
    folder.write(file.path().filename().string(), file_text(file.path()));
  }
  LspClient client;
  client.start(
      "utf-16", kNoClock, "{}",
      R"(,"workspaceFolders":[{"name":"w","uri":)" + json_quoted(uri_of(folder.path())) + "}]");
  const Value& made =
      client.ask("emrlint/newDocument", asked(uri_of(folder.path()), "discharge-record"));
  const std::string uri = made["uri"].GetString(), text = made["text"].GetString();
  CHECK(uri == uri_of(folder.path() / "出院记录.xml"));
  for (const std::string_view known :
       {"ZY20240408-0001", "P100001", "<name>李四</name>", "<birthTime value=\"19580211\"/>",
        "<low value=\"20240408102000+0800\"/>", "<title>出院记录</title>"}) {
    CHECK_MESSAGE(text.find(known) != std::string::npos, known);
  }
  CHECK(text.find("\"20240416") == std::string::npos);  // When he left is for its writer to say.

  // Written beside the others it is one of the stay, and the next one gets another name.
  folder.write("出院记录.xml", text);
  client.open(uri, text);
  const Value& due = client.ask("emrlint/dueNext", "{}");
  CHECK(due["charts"].GetUint() == 1);
  CHECK(client.ask("emrlint/newDocument", asked(uri, "discharge-record"))["uri"].GetString() ==
        uri_of(folder.path() / "出院记录-2.xml"));
}

TEST_CASE("of several patients in a folder a new document has none but its neighbour's") {
  const TemporaryFolder folder;
  const std::string record = file_text(kStay / "d02-C0034.xml");
  const auto of = [&](std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
    return text;
  };
  folder.write("a.xml", record);
  folder.write("b.xml", of(of(of(record, "李四", "王五"), "ZY20240408-0001", "ZY20240408-0002"),
                           "P100001", "P100002"));
  LspClient client;
  client.start(
      "utf-16", kNoClock, "{}",
      R"(,"workspaceFolders":[{"name":"w","uri":)" + json_quoted(uri_of(folder.path())) + "}]");
  const auto text = [&](const std::string& uri) {
    const Value& made = client.ask("emrlint/newDocument", asked(uri, "discharge-record"));
    return std::string(made["text"].GetString());
  };
  CHECK(text(uri_of(folder.path() / "a.xml")).find("<name>李四</name>") != std::string::npos);
  CHECK(text(uri_of(folder.path() / "b.xml")).find("<name>王五</name>") != std::string::npos);
  const std::string any = text(uri_of(folder.path()));
  CHECK(any.find("李四") == std::string::npos);
  CHECK(any.find("王五") == std::string::npos);
}

// A client whose workspace is the folder.
void start_in(LspClient& client, const TemporaryFolder& folder,
              const std::string& capabilities = "{}") {
  client.start(
      "utf-16", kNoClock, capabilities,
      R"(,"workspaceFolders":[{"name":"w","uri":)" + json_quoted(uri_of(folder.path())) + "}]");
}

TEST_CASE("beside C-CDA a new document is C-CDA, and the types are those that C-CDA has") {
  const TemporaryFolder folder;
  const fs::path note =
      folder.write("note.xml", file_text("fixtures/formats/ccda/operative-note.xml"));
  LspClient client;
  start_in(client, folder);
  const Value& types =
      client.ask("emrlint/documentTemplates", R"({"uri":)" + json_quoted(uri_of(note)) + "}");
  CHECK(types.Size() == 9);
  const Value& made = client.ask("emrlint/newDocument", asked(uri_of(note), "discharge-record"));
  CHECK(made["uri"].GetString() == uri_of(folder.path() / "discharge-record.xml"));
  const std::string text = made["text"].GetString();
  for (const std::string_view known :
       {R"(<id root="2.16.840.1.113883.19.5.99999.2" extension="P-77"/>)", "<given>Testa</given>",
        R"(<code code="18842-5")", R"(<code code="8648-8")"}) {
    CHECK_MESSAGE(text.find(known) != std::string::npos, known);
  }
  CHECK(client.request("emrlint/newDocument", asked(uri_of(note), "admission-record"))
            .HasMember("error"));
}

// The text with the answer put in, as a client does it.
std::string with(const LspClient& client, const std::string& uri, const Value& made) {
  std::string text = client.texts.at(uri);
  const std::size_t begin = client.offset(uri, made["range"]["start"]);
  const std::size_t end = client.offset(uri, made["range"]["end"]);
  return text.replace(begin, end - begin, made["text"].GetString());
}

TEST_CASE("beside chart JSON a new document goes into the file of the chart") {
  const TemporaryFolder folder;
  const fs::path chart =
      folder.write("chart.json", file_text("fixtures/charts/medical-stay/chart.json"));
  const std::string uri = uri_of(chart);
  LspClient client;
  start_in(client, folder);
  client.open(uri, file_text(chart));
  for (const std::string& place : {uri, uri_of(folder.path())}) {
    const Value& made = client.ask("emrlint/newDocument", asked(place, "discharge-record"));
    CHECK(made["uri"].GetString() == uri);
    const std::string text = with(client, uri, made);
    rapidjson::Document parsed;
    parsed.Parse(text.data(), text.size());
    REQUIRE_FALSE(parsed.HasParseError());
    const auto& documents = parsed["documents"].GetArray();
    CHECK(documents[documents.Size() - 1]["type"] == "discharge-record");
  }
  // Not into a text that is half typed.
  const std::string member = "\"documents\":";
  const std::size_t at = client.texts[uri].find(member) + member.size();
  client.edit(uri, at, at, " [{,");
  CHECK(client.request("emrlint/newDocument", asked(uri, "discharge-record")).HasMember("error"));
  CHECK(client.ask("emrlint/documentTemplates", R"({"uri":)" + json_quoted(uri) + "}").Size() == 0);
}

TEST_CASE("in NDJSON of one chart a new document goes into its line, of several none is meant") {
  const TemporaryFolder folder;
  const std::string lines =
      R"({"format":"emrlint-chart/1","chart":"A","documents":[{"id":"a","type":"progress-note"}]})"
      "\n"
      R"({"format":"emrlint-chart/1","chart":"B","patient":{"name":"𠮷某"},"documents":[]})"
      "\n";
  const fs::path file = folder.write("charts.ndjson", lines);
  LspClient client;
  start_in(client, folder);
  client.open(uri_of(file), lines);
  // One chart, behind a line without any.
  const std::string line = "\n" + lines.substr(lines.find('\n') + 1);
  const std::string alone = uri_of(folder.write("one/chart.ndjson", line));
  client.open(alone, line);
  const Value& made = client.ask("emrlint/newDocument", asked(alone, "discharge-record"));
  const std::string text = with(client, alone, made);
  rapidjson::Document parsed;
  parsed.Parse(text.data(), text.size());
  REQUIRE_FALSE(parsed.HasParseError());
  CHECK(parsed["documents"].Size() == 1);
  CHECK(text.find('\n', 1) == text.size() - 1);
  const Value& unclear = client.ask("emrlint/newDocument", asked(uri_of(file), "discharge-record"));
  CHECK_FALSE(unclear.HasMember("range"));
  CHECK(std::string(unclear["text"].GetString()).find("𠮷某") == std::string::npos);
}

TEST_CASE("no document of a type that there is none of") {
  const TemporaryFolder folder;
  LspClient client;
  client.start("utf-16", kNoClock);
  for (const std::string type : {"unknown", "ccd", "none-such"}) {
    const Value& answer = client.request("emrlint/newDocument", asked(uri_of(folder.path()), type));
    CHECK(answer["error"]["code"].GetInt() == lsp::kInvalidParams);
  }
}

TEST_CASE("the command creates the file where the client can") {
  const TemporaryFolder folder;
  const std::string command = R"({"command":"emrlint.newDocument","arguments":[)" +
                              json_quoted(uri_of(folder.path())) + R"(,"admission-record"]})";
  LspClient can, cannot;
  can.start("utf-16", kNoClock,
            R"({"workspace":{"workspaceEdit":{"documentChanges":true,)"
            R"("resourceOperations":["create"]}}})");
  cannot.start("utf-16", kNoClock);
  CHECK(cannot.request("workspace/executeCommand", command).HasMember("error"));
  can.request("workspace/executeCommand", command);
  const rapidjson::Document& message = can.messages.back();
  CHECK(text_at(message, "method") == "workspace/applyEdit");
  const Value& changes = message["params"]["edit"]["documentChanges"];
  CHECK(text_at(changes[0], "kind") == "create");
  CHECK(text_at(changes[0], "uri") == uri_of(folder.path() / "入院记录.xml"));
  CHECK(text_at(changes[1]["edits"][0], "newText").find("<title>入院记录</title>") !=
        std::string::npos);
}

TEST_CASE("the command changes the file that documents go into") {
  const TemporaryFolder folder;
  const fs::path chart =
      folder.write("chart.json", file_text("fixtures/charts/medical-stay/chart.json"));
  LspClient client;
  start_in(client, folder,
           R"({"workspace":{"workspaceEdit":{"documentChanges":true,)"
           R"("resourceOperations":["create"]}}})");
  client.request("workspace/executeCommand", R"({"command":"emrlint.newDocument","arguments":[)" +
                                                 json_quoted(uri_of(chart)) +
                                                 R"(,"discharge-record"]})");
  const rapidjson::Document& message = client.messages.back();
  REQUIRE(text_at(message, "method") == "workspace/applyEdit");
  const Value& changes = message["params"]["edit"]["documentChanges"];
  REQUIRE(changes.Size() == 1);
  CHECK(text_at(changes[0]["textDocument"], "uri") == uri_of(chart));
  CHECK(text_at(changes[0]["edits"][0], "newText").find(R"("discharge-record")") !=
        std::string::npos);
}

}  // namespace
}  // namespace emrlint::lsp_test
