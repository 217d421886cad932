// SPDX-License-Identifier: Apache-2.0
#include "lsp/due_next.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lsp/lsp_client.h"

namespace emrlint::lsp_test {
namespace {

namespace fs = std::filesystem;

// A stay that is still going on. Its first note was written; its admission record was not.
std::string stay(const std::string& key, const std::string& admitted) {
  return R"({"format":"emrlint-chart/1","chart":")" + key +
         R"(","complete":true,"realm":"china","sources":["documents"],"patient":{"name":"吉𠮷"},)" +
         R"("encounter":{"kind":"inpatient","admitted":")" + admitted + R"("},)" +
         R"("documents":[{"id":"d","type":"first-progress-note","recorded":")" + admitted +
         R"(","completed":")" + admitted + "\"}]}";
}

std::string options(const std::string& now) { return R"({"lang":"en","now":)" + now + "}"; }
const std::string kNow = options(R"("2024-03-02T06:00:00+08:00")");
const std::string kCheck = "completeness-admission-record";

std::string folder_json(const fs::path& folder) {
  return R"(,"workspaceFolders":[{"name":"w","uri":)" + json_quoted(uri_of(folder)) + "}]";
}

// "chart: time left" of the items of a check.
std::vector<std::string> lines(const Value& due, const std::string& check = kCheck) {
  std::vector<std::string> found;
  for (const Value& item : due["items"].GetArray()) {
    if (item["check"].GetString() != check) continue;
    found.push_back(std::string(item["chart"].GetString()) + ": " + item["timeLeft"].GetString());
  }
  return found;
}

struct Ward {
  TemporaryFolder folder;
  fs::path late = folder.write("b/late.json", stay("late", "2024-02-29T08:00:00+08:00"));
  fs::path soon = folder.write("a/soon.json", stay("soon", "2024-03-01T08:00:00+08:00"));
  fs::path fresh = folder.write("c/fresh.json", stay("fresh", "2024-03-02T05:00:00+08:00"));
};

using Lines = std::vector<std::string>;

TEST_CASE("what is due next over the folders of a workspace, of which nothing is open") {
  const Ward ward;
  LspClient client;
  client.start("utf-16", kNow, "{}", folder_json(ward.folder.path()));
  const Value& due = client.ask("emrlint/dueNext", "{}");
  CHECK(due["charts"].GetUint() == 3);
  CHECK_FALSE(due["cutOff"].GetBool());
  CHECK(lines(due) == Lines{"late: 22 h overdue", "soon: 2 h left", "fresh: 23 h left"});
  CHECK(client.published.empty());

  int last = -100'000;
  for (const Value& item : due["items"].GetArray()) {
    const int left = item["minutesLeft"].GetInt();
    CHECK(last <= left);
    last = left;
    CHECK(item["overdue"].GetBool() == (left < 0));
    CHECK(item["overdue"].GetBool() ==
          (std::string(item["timeLeft"].GetString()).find("overdue") != std::string::npos));
  }
}

TEST_CASE("an item says who, what, until when, and where its clock began to run") {
  const Ward ward;
  LspClient client;
  client.start("utf-16", kNow, "{}", folder_json(ward.folder.path()));
  const std::string uri = uri_of(ward.soon);
  client.texts[uri] = file_text(ward.soon);
  const Value& due =
      client.ask("emrlint/dueNext", R"({"folder":)" + json_quoted(uri_of(ward.soon.parent_path())) +
                                        "}");
  CHECK(lines(due) == Lines{"soon: 2 h left"});
  for (const Value& item : due["items"].GetArray()) {
    if (item["check"].GetString() != kCheck) continue;
    CHECK(item["patient"].GetString() == std::string("吉𠮷"));
    CHECK(item["title"].GetString() == std::string("An inpatient chart has an admission record"));
    CHECK(item["deadline"].GetString() == std::string("2024-03-02T08:00:00+08:00"));
    CHECK(std::string(item["until"].GetString()) == "2024-03-02 08:00");
    CHECK(item["minutesLeft"].GetInt() == 120);
    CHECK(item["location"]["uri"].GetString() == uri);
    CHECK(client.under(uri, item["location"]["range"]) == "2024-03-01T08:00:00+08:00");
  }
}

TEST_CASE("a text on the screen counts, and what changed on the disk") {
  const Ward ward;
  LspClient client;
  client.start("utf-16", kNow, "{}", folder_json(ward.folder.path()));
  CHECK(lines(client.ask("emrlint/dueNext", "{}")).size() == 3);
  const std::string uri = uri_of(ward.soon);
  client.open(uri, stay("soon", "2024-03-01T20:00:00+08:00"));
  CHECK(lines(client.ask("emrlint/dueNext", "{}")) ==
        Lines{"late: 22 h overdue", "soon: 14 h left", "fresh: 23 h left"});
  client.notify("textDocument/didClose", R"({"textDocument":{"uri":)" + json_quoted(uri) + "}}");
  fs::remove(ward.late);
  CHECK(lines(client.ask("emrlint/dueNext", "{}")) == Lines{"soon: 2 h left", "fresh: 23 h left"});
}

TEST_CASE("the clock of the client moves what is due; without one nothing is") {
  const Ward ward;
  LspClient client;
  client.start("utf-16", kNow, "{}", folder_json(ward.folder.path()));
  const auto set = [&](const std::string& now) {
    client.notify("workspace/didChangeConfiguration",
                  R"({"settings":{"emrlint":)" + options(now) + "}}");
    return lines(client.ask("emrlint/dueNext", "{}"));
  };
  CHECK(set(R"("2024-03-02T09:00:00+08:00")") ==
        Lines{"late: 25 h overdue", "soon: 1 h overdue", "fresh: 20 h left"});
  CHECK(set("null").empty());
  CHECK(client.ask("emrlint/dueNext", "{}")["items"].Empty());
}

TEST_CASE("without a workspace the charts of the open documents count") {
  const Ward ward;
  LspClient client;
  client.start("utf-16", kNow);
  CHECK(client.ask("emrlint/dueNext", "{}")["items"].Empty());
  client.open(uri_of(ward.soon), file_text(ward.soon));
  CHECK(lines(client.ask("emrlint/dueNext", "{}")) == Lines{"soon: 2 h left"});
}

TEST_CASE("a client that knows only commands is told in a message") {
  const Ward ward;
  LspClient client;
  client.start("utf-16", kNow, "{}", folder_json(ward.folder.path()));
  const Value& due =
      client.ask("workspace/executeCommand", R"({"command":"emrlint.dueNext","arguments":[]})");
  CHECK(lines(due).size() == 3);
  const Value& message = client.messages.back();
  CHECK(text_at(message, "method") == "window/showMessage");
  const std::string said = text_at(message["params"], "message");
  CHECK(said.starts_with("Due next, the soonest first:\n"));
  CHECK(said.find("22 h overdue  late 吉𠮷") < said.find("2 h left  soon 吉𠮷"));
}

TEST_CASE("a code lens names what of the chart is due next") {
  const Ward ward;
  LspClient client;
  client.start("utf-16", kNow);
  client.open(uri_of(ward.soon), file_text(ward.soon));
  const Value& lenses = client.ask("textDocument/codeLens", R"({"textDocument":{"uri":)" +
                                                                json_quoted(uri_of(ward.soon)) +
                                                                "}}");
  REQUIRE(lenses.Size() == 2);
  CHECK(lenses[1]["command"]["command"].GetString() == std::string(lsp::kDueNext));
  CHECK(std::string(lenses[1]["command"]["title"].GetString()).starts_with("2 h left: "));
}

}  // namespace
}  // namespace emrlint::lsp_test
