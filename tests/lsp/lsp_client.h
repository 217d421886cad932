// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_LSP_LSP_CLIENT_H_
#define EMRLINT_TESTS_LSP_LSP_CLIENT_H_

#include <rapidjson/document.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/dispatcher.h"
#include "lsp/line_map.h"
#include "lsp/server.h"
#include "output/place.h"
#include "output/result_json.h"

// A client of the language server in the same process, as strict as one must be to see a defect:
// it keeps its own texts and reads what stands under a range.
namespace emrlint::lsp_test {

using rapidjson::Value;

inline std::string json_quoted(std::string_view text) {
  return lsp::to_json(Value(text.data(), static_cast<rapidjson::SizeType>(text.size())));
}

inline const Catalog& built_in_catalog() {
  static const Catalog catalog = *Catalog::built_in();
  return catalog;
}

class LspClient {
 public:
  explicit LspClient(lsp::ServerOptions options)
      : server_(std::move(options), [this](const std::string& body) { take(body); }) {}
  LspClient()
      : LspClient(lsp::ServerOptions{built_in_catalog(), [](const std::string&) {
                                       return Config::load(built_in_catalog(), "", "", nullptr);
                                     }}) {}

  // Sends initialize; `options` are the initializationOptions.
  void start(const std::string& encoding = "utf-16", const std::string& options = "{}",
             const std::string& capabilities = "{}", const std::string& more = "") {
    encoding_ = encoding == "utf-8"    ? lsp::PositionEncoding::kUtf8
                : encoding == "utf-32" ? lsp::PositionEncoding::kUtf32
                                       : lsp::PositionEncoding::kUtf16;
    std::string general = R"({"general":{"positionEncodings":[")" + encoding + "\"]}";
    general += capabilities.size() > 2 ? "," + capabilities.substr(1) : "}";
    request("initialize", R"({"capabilities":)" + general + R"(,"initializationOptions":)" +
                              options + more + "}");
    notify("initialized", "{}");
  }

  const rapidjson::Document& request(const std::string& method, const std::string& params) {
    const std::string id = std::to_string(++id_);
    server_.receive(R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method +
                    R"(","params":)" + params + "}");
    run();
    return answers_[id];
  }
  // The result of a request; null where it failed.
  const Value& ask(const std::string& method, const std::string& params) {
    static const Value none;
    const Value* const result = member(request(method, params), "result");
    return result == nullptr ? none : *result;
  }
  void notify(const std::string& method, const std::string& params) {
    post(method, params);
    run();
  }
  // Without working on it yet.
  void post(const std::string& method, const std::string& params) {
    server_.receive(R"({"jsonrpc":"2.0","method":")" + method + R"(","params":)" + params + "}");
  }
  void run() {
    while (server_.busy() && !server_.exit_code()) server_.step();
  }
  // Nobody types for a while.
  void pause() {
    if (server_.quiet_time()) server_.idle();
  }

  void open(const std::string& uri, std::string text, int version = 1) {
    texts[uri] = text;
    notify("textDocument/didOpen",
           R"({"textDocument":{"uri":)" + json_quoted(uri) + R"(,"languageId":"xml","version":)" +
               std::to_string(version) + ",\"text\":" + json_quoted(text) + "}}");
  }
  void close(const std::string& uri) {
    notify("textDocument/didClose", R"({"textDocument":{"uri":)" + json_quoted(uri) + "}}");
  }
  // Replaces bytes [begin, end) of the text that the client has.
  void edit(const std::string& uri, std::size_t begin, std::size_t end, std::string_view with) {
    std::string& text = texts[uri];
    const std::string range = range_json(text, begin, end);
    text.replace(begin, end - begin, with);
    notify("textDocument/didChange", R"({"textDocument":{"uri":)" + json_quoted(uri) +
                                         R"(,"version":)" + std::to_string(++version_) +
                                         R"(},"contentChanges":[{"range":)" + range +
                                         ",\"text\":" + json_quoted(with) + "}]}");
  }

  std::string position_json(std::string_view text, std::size_t at) const {
    const lsp::TextPosition position = lsp::LineMap(text).position(text, at, encoding_);
    return "{\"line\":" + std::to_string(position.line) +
           ",\"character\":" + std::to_string(position.character) + "}";
  }
  std::string range_json(std::string_view text, std::size_t begin, std::size_t end) const {
    return "{\"start\":" + position_json(text, begin) + ",\"end\":" + position_json(text, end) +
           "}";
  }
  // {"textDocument":...,"position":...} of a place in the text.
  std::string at(const std::string& uri, std::size_t offset) const {
    return R"({"textDocument":{"uri":)" + json_quoted(uri) +
           "},\"position\":" + position_json(texts.at(uri), offset) + "}";
  }
  std::size_t offset(const std::string& uri, const Value& position) const {
    const std::string& text = texts.at(uri);
    return lsp::LineMap(text).offset(
        text, {position["line"].GetUint(), position["character"].GetUint()}, encoding_);
  }
  // What stands under a range.
  std::string under(const std::string& uri, const Value& range) const {
    const std::size_t begin = offset(uri, range["start"]), end = offset(uri, range["end"]);
    return texts.at(uri).substr(begin, end - begin);
  }

  // "check-id: text under the range" of each diagnostic that a document has now.
  std::vector<std::string> shown(const std::string& uri) const {
    std::vector<std::string> lines;
    const auto found = diagnostics.find(uri);
    if (found == diagnostics.end()) return lines;
    for (const Value& one : found->second["diagnostics"].GetArray()) {
      lines.push_back(std::string(one["code"].GetString()) + ": " + under(uri, one["range"]));
    }
    return lines;
  }

  std::map<std::string, std::string> texts;                // By URI.
  std::map<std::string, rapidjson::Document> diagnostics;  // The last ones, by URI.
  std::vector<std::string> published;                      // URIs in order.
  std::vector<rapidjson::Document> messages;               // All others from the server.

  lsp::Server& server() { return server_; }

 private:
  void take(const std::string& body) {
    rapidjson::Document message;
    message.Parse(body.data(), body.size());
    const std::string method = text_at(message, "method");
    if (method == "textDocument/publishDiagnostics") {
      const std::string uri = message["params"]["uri"].GetString();
      published.push_back(uri);
      rapidjson::Document params;
      params.CopyFrom(message["params"], params.GetAllocator());
      diagnostics[uri] = std::move(params);
    } else if (method.empty()) {
      answers_[lsp::to_json(message["id"])] = std::move(message);
    } else {
      messages.push_back(std::move(message));
    }
  }

  lsp::Server server_;
  lsp::PositionEncoding encoding_ = lsp::PositionEncoding::kUtf16;
  int id_ = 0, version_ = 1;
  std::map<std::string, rapidjson::Document> answers_;
};

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string uri_of(const std::filesystem::path& path) {
  return uri_reference(std::filesystem::absolute(path).lexically_normal().string());
}

// A folder that goes when the test is over.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "emrlint-lsp-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::filesystem::path write(const std::string& name, std::string_view text) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace emrlint::lsp_test

#endif  // EMRLINT_TESTS_LSP_LSP_CLIENT_H_
