// SPDX-License-Identifier: Apache-2.0
#include "lsp/dispatcher.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace emrlint::lsp {
namespace {

struct Client {
  std::vector<std::string> sent;
  Dispatcher dispatcher{[this](const std::string& body) { sent.push_back(body); }};

  Client() {
    dispatcher.on("initialize", [](const rapidjson::Value&) { return Reply{"{}"}; });
    dispatcher.on("echo", [](const rapidjson::Value& params) { return Reply{to_json(params)}; });
  }
  void say(const std::string& rest) { dispatcher.receive(R"({"jsonrpc":"2.0",)" + rest + "}"); }
  void work() {
    while (dispatcher.waiting()) dispatcher.step();
  }
};

const std::string kInitialize = R"("id":0,"method":"initialize","params":{})";

TEST_CASE("requests are answered in their order, by number and by name") {
  Client client;
  client.say(kInitialize);
  client.say(R"("id":"a","method":"echo","params":{"x":[1,"𠮷"]})");
  client.say(R"("id":-2,"method":"echo")");
  client.work();
  REQUIRE(client.sent.size() == 3);
  CHECK(client.sent[1] == R"({"jsonrpc":"2.0","id":"a","result":{"x":[1,"𠮷"]}})");
  CHECK(client.sent[2] == R"({"jsonrpc":"2.0","id":-2,"result":null})");
}

TEST_CASE("a waiting request is cancelled, one that was answered is not") {
  Client client;
  client.say(kInitialize);
  client.work();
  client.say(R"("id":1,"method":"echo","params":[1])");
  client.say(R"("id":2,"method":"echo","params":[2])");
  client.say(R"("method":"$/cancelRequest","params":{"id":1})");
  client.work();
  client.say(R"("method":"$/cancelRequest","params":{"id":2})");
  client.say(R"("method":"$/cancelRequest","params":{})");
  client.work();
  REQUIRE(client.sent.size() == 3);
  CHECK(client.sent[1] ==
        R"({"jsonrpc":"2.0","id":1,"error":{"code":-32800,"message":"cancelled"}})");
  CHECK(client.sent[2] == R"({"jsonrpc":"2.0","id":2,"result":[2]})");
}

TEST_CASE("what is no request has an error of its own") {
  Client client;
  client.dispatcher.receive("{");
  client.dispatcher.receive("[]");
  client.say(R"("id":1,"method":"echo")");
  client.say(kInitialize);
  client.say(kInitialize);
  client.say(R"("id":2,"method":"nothing")");
  client.say(R"("method":"$/setTrace")");
  client.work();
  const std::string codes[] = {"-32700", "-32600", "-32002", "{}", "-32600", "-32601"};
  REQUIRE(client.sent.size() == std::size(codes));
  for (std::size_t i = 0; i < std::size(codes); ++i) {
    CHECK_MESSAGE(client.sent[i].find(codes[i]) != std::string::npos, client.sent[i]);
  }
}

TEST_CASE("the exit code tells whether there was a shutdown") {
  Client polite, hasty;
  polite.say(kInitialize);
  polite.say(R"("id":1,"method":"shutdown")");
  polite.say(R"("id":2,"method":"echo")");
  polite.say(R"("method":"exit")");
  polite.work();
  CHECK(polite.dispatcher.exit_code() == 0);
  CHECK(polite.sent[1] == R"({"jsonrpc":"2.0","id":1,"result":null})");
  CHECK(polite.sent[2].find("-32600") != std::string::npos);
  hasty.say(R"("method":"exit")");
  hasty.work();
  CHECK(hasty.dispatcher.exit_code() == 1);
}

TEST_CASE("the server asks, and gets its answer") {
  Client client;
  std::string answer;
  client.dispatcher.request("workspace/configuration", "{}",
                            [&](const rapidjson::Value& result) { answer = to_json(result); });
  CHECK(client.sent[0] ==
        R"({"jsonrpc":"2.0","id":1,"method":"workspace/configuration","params":{}})");
  client.say(R"("id":1,"result":[7])");
  client.say(R"("id":1,"result":[8])");
  client.work();
  CHECK(answer == "[7]");
}

}  // namespace
}  // namespace emrlint::lsp
