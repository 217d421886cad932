// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_SERVER_H_
#define EMRLINT_LSP_SERVER_H_

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/diagnostics.h"
#include "lsp/dispatcher.h"
#include "lsp/workspace.h"

namespace emrlint::lsp {

struct ServerOptions {
  const Catalog& catalog;
  std::function<Result<Config>(const std::string& path)> load_config;
  std::string config;  // Its file, where the command line names one.
  Lang lang = Lang::kZh;
  Limits limits = {};
};

// The language server, without its streams: takes messages, sends messages.
class Server {
 public:
  Server(ServerOptions options, Dispatcher::Send send);

  void receive(std::string_view body) { dispatcher_.receive(body); }
  // Whether a message waits, or diagnostics are still to be sent.
  bool busy() const { return dispatcher_.waiting() || unpublished_; }
  // Handles one message. When no more changes of text wait, what they did to the diagnostics is
  // sent: each text that is judged is one that the client had.
  void step();
  // To be called once a minute: deadlines pass also while nobody types.
  void tick();
  std::optional<int> exit_code() const { return dispatcher_.exit_code(); }

 private:
  using Value = rapidjson::Value;

  void register_lifecycle();
  void register_documents();

  Reply initialize(const Value& params);
  void initialized();
  void did_open(const Value& params);
  void did_change(const Value& params);
  void did_close(const Value& params);
  void watched(const Value& params);

  // Configuration, once a document says where; then all charts.
  void refresh();
  void publish();
  void publish_group(const ChartFolder& folder, const ChartFolder::Group& group);
  void publish_file(const std::string& uri, const std::string& list, bool always);
  void configure(const std::string& document);
  void show_message(const Error& error);

  DiagnosticStyle style();
  std::string uri_of(const FolderFile& file) const;

  ServerOptions options_;
  Dispatcher dispatcher_;
  Workspace workspace_;
  Lang lang_;
  PositionEncoding encoding_ = PositionEncoding::kUtf16;
  bool unpublished_ = false;
  bool version_support_ = false;

  struct Published {
    std::string list;       // What the client has.
    std::int64_t version = -1;
    bool seen = false;      // Belongs to a chart that is open.
  };
  std::map<std::string, Published, std::less<>> published_;  // By URI.
  std::map<const ChartFolder::Group*, std::uint64_t> sent_;  // The version of each chart.
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_SERVER_H_
