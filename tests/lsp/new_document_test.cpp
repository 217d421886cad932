// SPDX-License-Identifier: Apache-2.0
#include "lsp/new_document.h"

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

TEST_CASE("a template for each document of WS/T 500, named in both languages") {
  LspClient client;
  client.start("utf-16", kNoClock);
  const Value& templates = client.ask("emrlint/documentTemplates", "{}");
  CHECK(templates.Size() == 53);
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
  for (const DocType type : lsp::new_document_types()) {
    LspClient client;
    client.start("utf-16", kNoClock);
    const auto made = lsp::new_document(type, nullptr);
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

TEST_CASE("no document of a type that there is none of") {
  const TemporaryFolder folder;
  LspClient client;
  client.start("utf-16", kNoClock);
  for (const std::string type : {"unknown", "ccd", "none-such"}) {
    const Value& answer = client.request("emrlint/newDocument", asked(uri_of(folder.path()), type));
    CHECK(answer["error"]["code"].GetInt() == lsp::kInvalidParams);
  }
  CHECK_FALSE(lsp::new_document(DocType::kCcd, nullptr));
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

}  // namespace
}  // namespace emrlint::lsp_test
