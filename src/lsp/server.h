// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_SERVER_H_
#define EMRLINT_LSP_SERVER_H_

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/check_pages.h"
#include "lsp/code_actions.h"
#include "lsp/diagnostics.h"
#include "lsp/dispatcher.h"
#include "lsp/due_next.h"
#include "lsp/judged_together.h"
#include "lsp/new_place.h"
#include "lsp/other_charts.h"
#include "lsp/publisher.h"
#include "lsp/settings.h"
#include "lsp/view.h"
#include "lsp/workspace.h"

namespace emrlint::lsp {

struct ServerOptions {
  const Catalog& catalog;
  // Of an empty path the built-in configuration.
  std::function<Result<Config>(const std::string& path)> load_config;
  std::function<Result<ScoreSheet>(const std::string& name)> load_sheet = nullptr;
  Settings settings = {};  // As the command line has them.
  std::string pages = {};  // The folder for pages of checks; empty: there are none.
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
  // Milliseconds after which idle() wants to be called if no message comes; none where there is
  // nothing to do then.
  std::optional<int> quiet_time() const;
  // Does what is too dear for a keystroke: judges the charts together.
  void idle();
  // To be called once a minute: deadlines pass also while nobody types.
  void tick();
  std::optional<int> exit_code() const { return dispatcher_.exit_code(); }

 private:
  using Value = rapidjson::Value;

  // What the client said that it can do.
  struct Client {
    bool document_changes = false;  // Versioned edits.
    bool create_files = false;
    bool show_document = false;
    bool configuration = false;
    bool watch_files = false;
    bool refresh_diagnostics = false;
    bool progress = false;
  };

  // server.cpp: the life of the server and its documents.
  void register_documents();
  Reply initialize(const Value& params);
  void read_client(const Value& params);
  void initialized();
  void did_open(const Value& params);
  void did_change(const Value& params);
  void did_close(const Value& params);
  void did_save(const Value& params);
  void watched(const Value& params);
  void changed_configuration(const Value& params);
  void apply(const Settings& settings);
  void set_clock(const Settings& settings);
  void ask_configuration();

  void refresh();    // Brings the charts up to date.
  void publish();    // Tells the client.
  void configure();  // Once a document says where.
  void show_message(int type, std::string_view text);
  void show_error(const Error& error);
  void progress(std::size_t done, std::size_t all);

  // server_across.cpp: what checks across charts say. Of what was typed when there is a pause; at
  // once of what was opened, closed, saved or configured.
  enum class Across : std::uint8_t { kSettled, kInPause, kAtOnce };
  void judge_across();
  void judge_across_later(Across when);
  void judge_across_for_pull();
  void move_across(const OpenDocument& document, const TextEdit& edit);

  // server_due.cpp: what is to be done next, over many charts.
  void register_due();
  bool read_workspace();
  DueNext due_next(const Value& params);
  Reply show_due();

  // server_new.cpp: documents that are still to be written.
  struct Draft {
    std::string uri, text;
    std::optional<TextRange> range;  // Of a document in a file that is there: where it goes.
  };
  void register_new();
  std::optional<NewPlace> place_of(const std::string& uri);
  std::string document_templates(const std::string& uri);
  std::optional<Draft> draft(const std::string& uri, const std::string& type);
  Reply create_document(const std::string& uri, const std::string& type);

  // server_features.cpp: what the client asks.
  void register_features();
  // Answers by the document of the request; null where it is none of a chart.
  void on_document(const char* method,
                   std::function<std::string(const View&, const Value& params)> feature);
  Reply with_view(const Value& params, const std::function<std::string(const View&)>& feature);
  Reply pull(const Value& params);
  Reply pull_workspace(const Value& params);
  Reply actions(const Value& params);
  Reply completion(const Value& params);
  Reply workspace_symbols(const Value& params);
  Reply execute(const Value& params);
  void open_page(const std::string& check);
  std::optional<WaiverFile> waiver_file() const;
  const ScoreSheet* sheet();

  const DiagnosticStyle& style();
  std::string uri_of(const FolderFile& file) const;

  ServerOptions options_;
  Dispatcher dispatcher_;
  Workspace workspace_;
  OtherCharts others_;
  JudgedTogether together_;
  Across across_ = Across::kSettled;
  int pause_ = 0;  // Milliseconds, by what it took last time to judge them.
  Publisher publisher_;
  CheckPages pages_;
  Settings settings_;
  Client client_;
  std::optional<DiagnosticStyle> style_;
  std::optional<ScoreSheet> sheet_;
  bool sheet_tried_ = false;
  std::string root_;
  PositionEncoding encoding_ = PositionEncoding::kUtf16;
  bool unpublished_ = false;
  std::map<const ChartFolder::Group*, std::uint64_t> sent_;  // The version of each chart.
  std::uint64_t progress_ = 0;                               // The last token.
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_SERVER_H_
