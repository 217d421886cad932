// SPDX-License-Identifier: Apache-2.0
#include "lsp/framing.h"

#include <doctest/doctest.h>

#include <string>

namespace emrlint::lsp {
namespace {

TEST_CASE("a stream split at any byte gives the same messages") {
  const std::string bodies[] = {R"({"a":"𠮷"})", "{}", R"({"b":"病历"})"};
  std::string stream;
  for (const std::string& body : bodies) stream += frame(body);
  for (std::size_t split = 0; split <= stream.size(); ++split) {
    CAPTURE(split);
    FrameReader reader;
    std::string found;
    for (const std::string& part : {stream.substr(0, split), stream.substr(split)}) {
      reader.feed(part);
      while (const auto body = reader.next()) found += *body + "\n";
    }
    CHECK(found == bodies[0] + "\n" + bodies[1] + "\n" + bodies[2] + "\n");
  }
}

TEST_CASE("headers may come in any order and case") {
  FrameReader reader;
  reader.feed("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n");
  reader.feed("content-length:2\r\n\r\n{}");
  CHECK(reader.next() == "{}");
  CHECK_FALSE(reader.next());
}

TEST_CASE("a header without a length is passed over") {
  FrameReader reader;
  reader.feed("nonsense\r\n\r\nContent-Length: 99999999999999999999\r\n\r\n" + frame("{}"));
  CHECK(reader.next() == "{}");
}

TEST_CASE("the length counts bytes") { CHECK(frame("𠮷") == "Content-Length: 4\r\n\r\n𠮷"); }

}  // namespace
}  // namespace emrlint::lsp
