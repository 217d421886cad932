// SPDX-License-Identifier: Apache-2.0
// What the server does only for clients that offer it.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lsp/lsp_client.h"

namespace emrlint::lsp_test {
namespace {

const std::string kNoClock = R"({"now":null,"lang":"en"})";

std::vector<const Value*> sent(const LspClient& client, std::string_view method) {
  std::vector<const Value*> found;
  for (const rapidjson::Document& message : client.messages) {
    if (text_at(message, "method") == method) found.push_back(&message["params"]);
  }
  return found;
}

// A folder of that many notes of one stay; the first of them is opened.
void read_notes(LspClient& client, const TemporaryFolder& folder, int count) {
  std::string text = file_text("fixtures/charts/medical-stay-xml-broken/d01-C0037.xml");
  for (int i = 0; i < count; ++i) folder.write("n" + std::to_string(i) + ".xml", text);
  client.open(uri_of(folder.path() / "n0.xml"), text);
}

TEST_CASE("the progress of reading many files is told, in order and to its end") {
  const TemporaryFolder folder;
  LspClient client;
  client.start("utf-16", kNoClock, R"({"window":{"workDoneProgress":true}})");
  read_notes(client, folder, 45);
  const auto created = sent(client, "window/workDoneProgress/create");
  REQUIRE(created.size() == 1);
  const std::string token = text_at(*created[0], "token");
  CHECK(token == "emrlint-1");
  std::vector<std::string> told;
  for (const Value* const one : sent(client, "$/progress")) {
    CHECK(text_at(*one, "token") == token);
    const Value& value = (*one)["value"];
    std::string line = text_at(value, "kind");
    if (line == "begin") line += " " + text_at(value, "title");
    if (line == "report") line += " " + std::to_string(value["percentage"].GetUint());
    told.push_back(line);
  }
  CHECK(told == std::vector<std::string>{"begin Reading charts", "report 22", "report 44",
                                         "report 66", "report 88", "end"});
}

TEST_CASE("no progress is told of few files, nor to a client that does not show it") {
  const TemporaryFolder few, many;
  LspClient shows, does_not;
  shows.start("utf-16", kNoClock, R"({"window":{"workDoneProgress":true}})");
  read_notes(shows, few, 39);
  does_not.start("utf-16", kNoClock);
  read_notes(does_not, many, 45);
  for (const LspClient* const client : {&shows, &does_not}) {
    CHECK(sent(*client, "window/workDoneProgress/create").empty());
    CHECK(sent(*client, "$/progress").empty());
  }
}

TEST_CASE("files are watched where the client can, records and configurations") {
  LspClient watches, does_not;
  const std::string can = R"({"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}})";
  watches.start("utf-16", kNoClock, can);
  does_not.start("utf-16", kNoClock);
  CHECK(sent(does_not, "client/registerCapability").empty());
  const auto registered = sent(watches, "client/registerCapability");
  REQUIRE(registered.size() == 1);
  const Value& one = (*registered[0])["registrations"][0];
  CHECK(text_at(one, "method") == "workspace/didChangeWatchedFiles");
  std::string patterns;
  for (const Value& watcher : one["registerOptions"]["watchers"].GetArray()) {
    patterns += text_at(watcher, "globPattern") + " ";
  }
  CHECK(patterns == "**/*.{xml,cda,json,ndjson,jsonl} **/*.{toml,csv} ");
}

TEST_CASE("a configuration that changed on the disk is read again") {
  const TemporaryFolder folder;
  int loads = 0;
  lsp::ServerOptions options{built_in_catalog(), [&](const std::string&) {
                               ++loads;
                               return Config::load(built_in_catalog(), "", "", nullptr);
                             }};
  LspClient client(std::move(options));
  client.start("utf-16", kNoClock);
  read_notes(client, folder, 1);
  CHECK(loads == 1);
  const auto changed = [&](const std::string& name) {
    client.notify("workspace/didChangeWatchedFiles",
                  R"({"changes":[{"type":2,"uri":)" + json_quoted(uri_of(folder.path() / name)) +
                      "}]}");
  };
  changed("n0.xml");
  CHECK(loads == 1);
  changed("emrlint.toml");
  CHECK(loads == 2);
}

}  // namespace
}  // namespace emrlint::lsp_test
