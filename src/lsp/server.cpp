// SPDX-License-Identifier: Apache-2.0
#include "lsp/server.h"

#include <utility>

#include "lsp/capabilities.h"
#include "lsp/file_uri.h"
#include "lsp/json_text.h"
#include "lsp/params.h"
#include "output/place.h"
#include "output/result_json.h"

namespace emrlint::lsp {
namespace {

constexpr int kErrorMessage = 1;
// Folders of fewer files are read before a person sees that anything happens.
constexpr std::size_t kWorthProgress = 40;

// What clients count unless they say otherwise is 16-bit units; of what they offer bytes are best,
// since that is what texts are made of here.
PositionEncoding negotiated(const rapidjson::Value& params) {
  const rapidjson::Value* const offered =
      at(params, {"capabilities", "general", "positionEncodings"});
  if (offered == nullptr || !offered->IsArray()) return PositionEncoding::kUtf16;
  for (const PositionEncoding encoding :
       {PositionEncoding::kUtf8, PositionEncoding::kUtf32, PositionEncoding::kUtf16}) {
    for (const rapidjson::Value& one : offered->GetArray()) {
      if (one.IsString() && one.GetString() == id(encoding)) return encoding;
    }
  }
  return PositionEncoding::kUtf16;
}

// The folders of the workspace; the configuration is that of the first.
std::vector<std::string> roots_of(const rapidjson::Value& params) {
  std::vector<std::string> roots;
  items_at(params, "workspaceFolders", [&](const rapidjson::Value& folder) {
    if (const auto path = path_of_uri(text_at(folder, "uri"))) roots.push_back(*path);
  });
  if (!roots.empty()) return roots;
  const std::string root =
      path_of_uri(text_at(params, "rootUri")).value_or(text_at(params, "rootPath"));
  if (!root.empty()) roots.push_back(root);
  return roots;
}

bool holds(const rapidjson::Value* array, std::string_view text) {
  if (array == nullptr || !array->IsArray()) return false;
  for (const rapidjson::Value& one : array->GetArray()) {
    if (one.IsString() && one.GetString() == text) return true;
  }
  return false;
}

}  // namespace

Server::Server(ServerOptions options, Dispatcher::Send send)
    : options_(std::move(options)),
      dispatcher_(std::move(send)),
      workspace_({options_.catalog, options_.load_config, options_.limits}),
      publisher_([this](const std::string& params) {
        dispatcher_.notify("textDocument/publishDiagnostics", params);
      }),
      pages_(options_.catalog, options_.pages),
      settings_(options_.settings) {
  dispatcher_.on("initialize", [this](const Value& params) { return initialize(params); });
  register_documents();
  register_features();
  register_due();
  register_new();
}

void Server::register_documents() {
  const auto on = [this](const char* method, void (Server::*handler)(const Value&)) {
    dispatcher_.on_notification(method,
                                [this, handler](const Value& params) { (this->*handler)(params); });
  };
  on("textDocument/didOpen", &Server::did_open);
  on("textDocument/didChange", &Server::did_change);
  on("textDocument/didClose", &Server::did_close);
  on("textDocument/didSave", &Server::did_save);
  on("workspace/didChangeWatchedFiles", &Server::watched);
  on("workspace/didChangeConfiguration", &Server::changed_configuration);
  dispatcher_.on_notification("initialized", [this](const Value&) { initialized(); });
}

Reply Server::initialize(const Value& params) {
  Settings settings = settings_;
  settings.lang = lang_of(text_at(params, "locale")).value_or(settings.lang);
  if (const Value* const options = member(params, "initializationOptions")) {
    const Result<Settings> read = read_settings(*options, settings);
    if (!read) return {"initializationOptions: " + read.error().en, kInvalidParams};
    settings = *read;
  }
  read_client(params);
  encoding_ = negotiated(params);
  others_.set_roots(roots_of(params));
  root_ = others_.roots().empty() ? std::string() : others_.roots().front();
  workspace_.set_root(root_);
  settings_ = settings;
  set_clock(settings_);
  return {capabilities(encoding_)};
}

void Server::read_client(const Value& params) {
  const auto can = [&](std::initializer_list<const char*> path) {
    const Value* const all = member(params, "capabilities");
    return all != nullptr && flag_of(*all, path);
  };
  client_.document_changes = can({"workspace", "workspaceEdit", "documentChanges"});
  client_.create_files = holds(
      at(params, {"capabilities", "workspace", "workspaceEdit", "resourceOperations"}), "create");
  client_.show_document = can({"window", "showDocument", "support"});
  client_.configuration = can({"workspace", "configuration"});
  client_.watch_files = can({"workspace", "didChangeWatchedFiles", "dynamicRegistration"});
  client_.refresh_diagnostics = can({"workspace", "diagnostics", "refreshSupport"});
  client_.progress = can({"window", "workDoneProgress"});
  publisher_.with_version = can({"textDocument", "publishDiagnostics", "versionSupport"});
}

void Server::initialized() {
  if (client_.watch_files) {
    dispatcher_.request("client/registerCapability",
                        R"({"registrations":[{"id":"files",)"
                        R"("method":"workspace/didChangeWatchedFiles","registerOptions":)"
                        R"({"watchers":[{"globPattern":"**/*.{xml,cda,json,ndjson,jsonl}"},)"
                        R"({"globPattern":"**/*.{toml,csv}"}]}}]})");
  }
  if (client_.configuration) ask_configuration();
}

void Server::ask_configuration() {
  dispatcher_.request("workspace/configuration", R"({"items":[{"section":"emrlint"}]})",
                      [this](const Value& result) {
                        if (!result.IsArray() || result.Empty()) return;
                        const Result<Settings> read = read_settings(result[0], settings_);
                        if (!read) return show_error(read.error());
                        apply(*read);
                      });
}

void Server::changed_configuration(const Value& params) {
  if (client_.configuration) return ask_configuration();
  const Value* const section = at(params, {"settings", "emrlint"});
  if (section == nullptr) return;
  const Result<Settings> read = read_settings(*section, settings_);
  if (!read) return show_error(read.error());
  apply(*read);
}

void Server::set_clock(const Settings& settings) {
  using Clock = Settings::Clock;
  workspace_.set_clock(settings.clock == Clock::kNone    ? Workspace::Clock::kNone
                       : settings.clock == Clock::kFixed ? Workspace::Clock::kFixed
                                                         : Workspace::Clock::kSystem,
                       settings.now);
}

void Server::apply(const Settings& settings) {
  const Settings before = std::exchange(settings_, settings);
  if (before == settings_) return;
  style_.reset();
  sheet_.reset();
  sheet_tried_ = false;
  if (before.config != settings_.config) workspace_.forget_config();
  set_clock(settings_);
  unpublished_ = true;
  sent_.clear();  // The language may be another.
  judge_across_later(Across::kAtOnce);
}

void Server::did_open(const Value& params) {
  const std::string uri = document_uri(params);
  if (uri.empty()) return;
  workspace_.open(uri, document_version(params), text_of(params, {"textDocument", "text"}));
  unpublished_ = true;
  judge_across_later(Across::kAtOnce);
}

void Server::did_change(const Value& params) {
  OpenDocument* const document = workspace_.find(document_uri(params));
  if (document == nullptr) return;
  document->version = document_version(params);
  items_at(params, "contentChanges", [&](const Value& change) {
    move_across(*document, document->buffer.replace(range_of(change, "range"),
                                                    text_at(change, "text"), encoding_));
  });
  workspace_.changed(*document);
  unpublished_ = true;
  judge_across_later(Across::kInPause);
}

void Server::did_close(const Value& params) {
  workspace_.close(document_uri(params));
  unpublished_ = true;
  judge_across_later(Across::kAtOnce);
}

void Server::did_save(const Value& params) {
  (void)params;
  judge_across_later(Across::kAtOnce);
}

void Server::watched(const Value& params) {
  items_at(params, "changes", [&](const Value& change) {
    const auto path = path_of_uri(text_at(change, "uri"));
    if (!path) return;
    // Profiles and tables are files that the configuration names.
    if (path->ends_with(".toml") || path->ends_with(".csv")) workspace_.forget_config();
    workspace_.changed_on_disk(*path);
    unpublished_ = true;
    judge_across_later(Across::kAtOnce);
  });
}

void Server::step() {
  dispatcher_.step();
  if (dispatcher_.next_method() != "textDocument/didChange") publish();
  if (across_ == Across::kAtOnce && !dispatcher_.waiting()) judge_across();
}

void Server::tick() {
  if (workspace_.tick()) {
    unpublished_ = true;
    judge_across_later(Across::kInPause);  // Waivers run out.
  }
  publish();
}

void Server::configure() {
  if (workspace_.configured()) return;
  const auto& documents = workspace_.documents();
  const std::string document = documents.empty() ? "" : documents.begin()->second->path;
  const std::string path =
      settings_.config.empty() ? workspace_.find_config(document) : settings_.config;
  if (const auto error = workspace_.configure(path)) show_error(*error);
}

void Server::show_message(int type, std::string_view text) {
  JsonText json;
  json.begin_object();
  json.number("type", static_cast<std::uint64_t>(type));
  json.text("message", text);
  json.end_object();
  dispatcher_.notify("window/showMessage", json.take());
}

void Server::show_error(const Error& error) {
  show_message(kErrorMessage, "emrlint: " + (settings_.lang == Lang::kZh ? error.zh : error.en));
}

void Server::progress(std::size_t done, std::size_t all) {
  if (!client_.progress || all < kWorthProgress) return;
  if (done == 1) {
    ++progress_;
    dispatcher_.request("window/workDoneProgress/create",
                        R"({"token":"emrlint-)" + std::to_string(progress_) + "\"}");
  }
  const auto tell = [&](std::string_view kind, bool title) {
    JsonText json;
    json.begin_object();
    json.text("token", "emrlint-" + std::to_string(progress_));
    json.begin_object("value");
    json.text("kind", kind);
    if (title) json.text("title", settings_.lang == Lang::kZh ? "读取病历" : "Reading charts");
    if (kind == "report") json.number("percentage", done * 100 / all);
    json.end_object();
    json.end_object();
    dispatcher_.notify("$/progress", json.take());
  };
  if (done == 1) tell("begin", true);
  if (done % 10 == 0 && done < all) tell("report", false);
  if (done == all) tell("end", false);
}

void Server::refresh() {
  if (workspace_.documents().empty()) return;
  configure();
  if (!workspace_.configured() || !workspace_.stale()) return;
  workspace_.update([this](std::size_t done, std::size_t all) { progress(done, all); });
}

std::string Server::uri_of(const FolderFile& file) const {
  if (file.open != nullptr) {
    if (const OpenDocument* const document = workspace_.by_path(file.path)) return document->uri;
  }
  return uri_reference(file.path);
}

const DiagnosticStyle& Server::style() {
  if (!style_) {
    OutputOptions output;
    output.lang = settings_.lang;
    output.snippets = Snippets::kFull;  // Who edits the text may see it.
    style_.emplace(DiagnosticStyle{
        workspace_.catalog(), output, [this](const FolderFile& file) { return uri_of(file); },
        [this](std::string_view check) { return pages_.uri(check, settings_.lang); }});
  }
  return *style_;
}

void Server::publish() {
  if (!std::exchange(unpublished_, false)) return;
  refresh();
  std::map<const ChartFolder::Group*, std::uint64_t> sent;
  publisher_.begin();
  for (const auto& folder : workspace_.folders()) {
    for (const auto& group : folder.second->groups()) {
      const auto before = sent_.find(group.get());
      const bool fresh = before == sent_.end() || before->second != group->version;
      sent[group.get()] = group->version;
      std::map<std::uint32_t, std::string> lists;
      if (fresh) lists = diagnostics(GroupView(*folder.second, *group, encoding_), style());
      for (const std::uint32_t number : group->unit.plan().files) {
        const FolderFile& file = folder.second->files()[number];
        const std::string uri = uri_of(file);
        const OpenDocument* const document =
            file.open == nullptr ? nullptr : workspace_.by_path(file.path);
        if (fresh) {
          publisher_.set(uri, std::move(lists[number]),
                         document == nullptr ? std::nullopt : std::optional(document->version));
        } else {
          publisher_.keep(uri);
        }
      }
    }
  }
  sent_ = std::move(sent);
  if (publisher_.end() && client_.refresh_diagnostics) {
    dispatcher_.request("workspace/diagnostic/refresh", "null");
  }
}

}  // namespace emrlint::lsp
