// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_PUBLISHER_H_
#define EMRLINT_LSP_PUBLISHER_H_

#include <rapidjson/document.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emrlint::lsp {

// The diagnostics that each document has, and what the client knows of them. Pushes until the
// client pulls for the first time, whatever it said that it can: then takes back what was pushed,
// and pushes no more.
class Publisher {
 public:
  // Sends the parameters of textDocument/publishDiagnostics.
  using Push = std::function<void(const std::string& params)>;

  explicit Publisher(Push push) : push_(std::move(push)) {}

  // Whether to tell the version of a document.
  bool with_version = false;

  // What documents have now: set() or keep() for each between begin() and end(). All others have
  // nothing any more.
  void begin();
  void set(const std::string& uri, std::string list, std::optional<std::int64_t> version);
  void keep(const std::string& uri);
  // Pushes what changed. True where a client that pulls has to be told to ask again: the
  // diagnostics of a document changed that was not edited itself.
  bool end();

  bool pulling() const { return pulling_; }
  // The results of textDocument/diagnostic and workspace/diagnostic. `related` are the other
  // documents of the chart.
  std::string pull(const std::string& uri, std::string_view previous,
                   const std::vector<std::string>& related);
  std::string pull_all(const rapidjson::Value& previous_ids);

 private:
  struct State {
    std::string list = "[]";
    std::optional<std::int64_t> version;
    std::string pushed;  // Empty: nothing so far.
    std::optional<std::int64_t> pushed_version;
    bool seen = false;
    bool changed = false;
  };

  void start_pulling();
  void push(const std::string& uri, State& state);

  Push push_;
  std::map<std::string, State, std::less<>> states_;  // By URI.
  bool pulling_ = false;
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_PUBLISHER_H_
