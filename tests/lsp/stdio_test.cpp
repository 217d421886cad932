// SPDX-License-Identifier: Apache-2.0
#include "lsp/stdio.h"

#include <doctest/doctest.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <map>
#include <string>
#include <thread>

#include "lsp/framing.h"
#include "lsp/stays.h"

namespace emrlint::lsp_test {
namespace {

constexpr int kLongest = 60'000;  // Milliseconds, on a machine that has other things to do.

// A server that runs in a thread of its own, at the other end of two pipes.
class Served {
 public:
  Served() {
    REQUIRE(pipe(to_.data()) == 0);
    REQUIRE(pipe(from_.data()) == 0);
    thread_ = std::thread([this] {
      code_ =
          lsp::serve(to_[0], from_[1], {built_in_catalog(), [](const std::string&) {
                                          return Config::load(built_in_catalog(), "", "", nullptr);
                                        }});
    });
  }
  ~Served() {
    close(to_[1]);
    if (thread_.joinable()) thread_.join();
    for (const int end : {to_[0], from_[0], from_[1]}) close(end);
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  void send(const std::string& rest) {
    const std::string body = lsp::frame(R"({"jsonrpc":"2.0",)" + rest + "}");
    REQUIRE(write(to_[1], body.data(), body.size()) == static_cast<ssize_t>(body.size()));
  }
  // The next message; empty where none comes.
  std::string next() {
    for (;;) {
      if (auto body = frames_.next()) return *body;
      pollfd ready{from_[0], POLLIN, 0};
      if (poll(&ready, 1, kLongest) <= 0) return {};
      const ssize_t count = read(from_[0], block_.data(), block_.size());
      if (count <= 0) return {};
      frames_.feed({block_.data(), static_cast<std::size_t>(count)});
    }
  }
  // Reads on until diagnostics of the document come that say so, or not.
  bool told(const std::string& uri, const std::string& check, bool said) {
    for (std::string body = next(); !body.empty(); body = next()) {
      const bool of_it = body.find("publishDiagnostics") != body.npos &&
                         body.find("\"uri\":" + json_quoted(uri)) != body.npos;
      if (of_it && (body.find("\"code\":\"" + check) != body.npos) == said) return true;
    }
    return false;
  }
  int end() {
    thread_.join();
    return code_;
  }

 private:
  std::array<int, 2> to_{}, from_{};
  std::array<char, 4096> block_{};
  lsp::FrameReader frames_;
  int code_ = -1;
  std::thread thread_;
};

std::string open_message(const std::string& uri, const Stay& stay) {
  return R"("method":"textDocument/didOpen","params":{"textDocument":{"languageId":"json",)"
         R"("version":1,"uri":)" +
         json_quoted(uri) + R"(,"text":)" + json_quoted(stay.json()) + "}}";
}

TEST_CASE("the charts are judged together when no message comes for a while") {
  const TemporaryFolder folder;
  const std::string first = uri_of(folder.path() / "a/chart.json");
  const std::string second = uri_of(folder.path() / "b/chart.json");
  Served served;
  served.send(R"("id":1,"method":"initialize","params":{"capabilities":{},)"
              R"("initializationOptions":{"now":null,"lang":"en"}})");
  served.send(R"("method":"initialized","params":{})");
  served.send(open_message(first, kFirst));
  served.send(open_message(second, kSecond));
  REQUIRE(served.told(second, kOverlap, true));
  // The other surgery is moved away; of the second document nothing is sent.
  Stay moved = kFirst;
  moved.surgery = "2024-03-02T06";
  served.send(R"("method":"textDocument/didChange","params":{"textDocument":{"version":2,"uri":)" +
              json_quoted(first) + R"(},"contentChanges":[{"text":)" + json_quoted(moved.json()) +
              "}]}");
  CHECK(served.told(second, kOverlap, false));
  served.send(R"("id":2,"method":"shutdown")");
  served.send(R"("method":"exit")");
  CHECK(served.end() == 0);
}

}  // namespace
}  // namespace emrlint::lsp_test
