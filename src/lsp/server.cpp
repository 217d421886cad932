// SPDX-License-Identifier: Apache-2.0
#include "lsp/server.h"

#include <utility>

#include "base/version.h"
#include "lsp/file_uri.h"
#include "lsp/json_text.h"
#include "lsp/params.h"
#include "output/place.h"
#include "output/result_json.h"

namespace emrlint::lsp {
namespace {

constexpr std::uint64_t kIncremental = 2;  // TextDocumentSyncKind
constexpr std::uint64_t kErrorMessage = 1;

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

std::string root_of(const rapidjson::Value& params) {
  std::string uri = text_at(params, "rootUri");
  const rapidjson::Value* const folders = member(params, "workspaceFolders");
  if (folders != nullptr && folders->IsArray() && !folders->Empty()) {
    uri = text_at((*folders)[0], "uri");
  }
  return path_of_uri(uri).value_or(text_at(params, "rootPath"));
}

std::optional<Lang> lang_of(std::string_view name) {
  if (name.starts_with("zh")) return Lang::kZh;
  if (name.starts_with("en")) return Lang::kEn;
  return std::nullopt;
}

}  // namespace

Server::Server(ServerOptions options, Dispatcher::Send send)
    : options_(std::move(options)),
      dispatcher_(std::move(send)),
      workspace_({options_.catalog, options_.load_config, options_.limits}),
      lang_(options_.lang) {
  register_lifecycle();
  register_documents();
}

void Server::register_lifecycle() {
  dispatcher_.on("initialize", [this](const Value& params) { return initialize(params); });
}

void Server::register_documents() {
  const auto on = [this](const char* method, void (Server::*handler)(const Value&)) {
    dispatcher_.on_notification(method,
                                [this, handler](const Value& params) { (this->*handler)(params); });
  };
  on("textDocument/didOpen", &Server::did_open);
  on("textDocument/didChange", &Server::did_change);
  on("textDocument/didClose", &Server::did_close);
  on("workspace/didChangeWatchedFiles", &Server::watched);
}

Reply Server::initialize(const Value& params) {
  encoding_ = negotiated(params);
  workspace_.set_root(root_of(params));
  lang_ = lang_of(text_of(params, {"locale"})).value_or(options_.lang);
  lang_ = lang_of(text_of(params, {"initializationOptions", "lang"})).value_or(lang_);
  version_support_ =
      flag_of(params, {"capabilities", "textDocument", "publishDiagnostics", "versionSupport"});
  const Value* const now = at(params, {"initializationOptions", "now"});
  if (now != nullptr && now->IsNull()) workspace_.set_clock(Workspace::Clock::kNone);
  if (now != nullptr && now->IsString()) {
    const std::optional<Time> time = parse_iso_time(now->GetString());
    if (!time) return {"initializationOptions.now is no time of RFC 3339", kInvalidParams};
    workspace_.set_clock(Workspace::Clock::kFixed, time);
  }
  JsonText json;
  json.begin_object();
  json.begin_object("serverInfo");
  json.text("name", "emrlint");
  json.text("version", kVersion);
  json.end_object();
  json.begin_object("capabilities");
  json.text("positionEncoding", id(encoding_));
  json.begin_object("textDocumentSync");
  json.flag("openClose", true);
  json.number("change", kIncremental);
  json.end_object();
  json.end_object();
  json.end_object();
  return {json.take()};
}

void Server::did_open(const Value& params) {
  const std::string uri = document_uri(params);
  if (uri.empty()) return;
  workspace_.open(uri, document_version(params), text_of(params, {"textDocument", "text"}));
  unpublished_ = true;
}

void Server::did_change(const Value& params) {
  OpenDocument* const document = workspace_.find(document_uri(params));
  if (document == nullptr) return;
  document->version = document_version(params);
  items_at(params, "contentChanges", [&](const Value& change) {
    document->buffer.replace(range_of(change, "range"), text_at(change, "text"), encoding_);
  });
  workspace_.changed(*document);
  unpublished_ = true;
}

void Server::did_close(const Value& params) {
  sent_.clear();
  workspace_.close(document_uri(params));
  unpublished_ = true;
}

void Server::watched(const Value& params) {
  items_at(params, "changes", [&](const Value& change) {
    const auto path = path_of_uri(text_at(change, "uri"));
    if (!path) return;
    workspace_.changed_on_disk(*path);
    unpublished_ = true;
  });
}

void Server::step() {
  dispatcher_.step();
  if (dispatcher_.next_method() != "textDocument/didChange") publish();
}

void Server::tick() {
  if (workspace_.tick()) unpublished_ = true;
  publish();
}

void Server::configure(const std::string& document) {
  if (workspace_.configured()) return;
  const std::string path =
      options_.config.empty() ? workspace_.find_config(document) : options_.config;
  if (const auto error = workspace_.configure(path)) show_message(*error);
}

void Server::show_message(const Error& error) {
  JsonText json;
  json.begin_object();
  json.number("type", kErrorMessage);
  json.text("message", "emrlint: " + (lang_ == Lang::kZh ? error.zh : error.en));
  json.end_object();
  dispatcher_.notify("window/showMessage", json.take());
}

void Server::refresh() {
  if (workspace_.documents().empty()) return;
  configure(workspace_.documents().begin()->second->path);
  if (workspace_.configured() && workspace_.stale()) workspace_.update();
}

std::string Server::uri_of(const FolderFile& file) const {
  if (file.open != nullptr) {
    if (const OpenDocument* const document = workspace_.by_path(file.path)) return document->uri;
  }
  return uri_reference(file.path);
}

DiagnosticStyle Server::style() {
  OutputOptions output;
  output.lang = lang_;
  output.snippets = Snippets::kFull;  // Who edits the text may see it.
  return {workspace_.catalog(), output, [this](const FolderFile& file) { return uri_of(file); },
          [](std::string_view) { return std::string(); }};
}

void Server::publish() {
  if (!std::exchange(unpublished_, false)) return;
  refresh();
  for (auto& one : published_) one.second.seen = false;
  for (const auto& folder : workspace_.folders()) {
    for (const auto& group : folder.second->groups()) publish_group(*folder.second, *group);
  }
  for (auto one = published_.begin(); one != published_.end();) {
    if (!one->second.seen && one->second.list != "[]") publish_file(one->first, "[]", false);
    one = one->second.seen ? std::next(one) : published_.erase(one);
  }
}

void Server::publish_group(const ChartFolder& folder, const ChartFolder::Group& group) {
  std::uint64_t& sent = sent_[&group];
  const bool fresh = std::exchange(sent, group.version) != group.version;
  std::map<std::uint32_t, std::string> lists;
  if (fresh) lists = diagnostics(GroupView(folder, group, encoding_), style());
  for (const std::uint32_t file : group.unit.plan().files) {
    const std::string uri = uri_of(folder.files()[file]);
    if (fresh) publish_file(uri, lists[file], folder.files()[file].open != nullptr);
    const auto known = published_.find(uri);
    if (known != published_.end()) known->second.seen = true;
  }
}

// Of an open document each version is answered, of others what changed.
void Server::publish_file(const std::string& uri, const std::string& list, bool open) {
  const OpenDocument* const document = open ? workspace_.find(uri) : nullptr;
  const auto known = published_.find(uri);
  const bool same = known == published_.end() ? list == "[]" : known->second.list == list;
  const bool answered = document == nullptr || (known != published_.end() &&
                                                known->second.version == document->version);
  if (same && answered) return;
  Published& published = published_[uri];
  published.list = list;
  published.version = document == nullptr ? -1 : document->version;
  JsonText json;
  json.begin_object();
  json.text("uri", uri);
  if (document != nullptr && version_support_) {
    json.number("version", static_cast<std::uint64_t>(document->version));
  }
  json.made("diagnostics", list);
  json.end_object();
  dispatcher_.notify("textDocument/publishDiagnostics", json.take());
}

}  // namespace emrlint::lsp
