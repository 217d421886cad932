// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "lsp/completion.h"
#include "lsp/file_uri.h"
#include "lsp/hover.h"
#include "lsp/json_text.h"
#include "lsp/lens.h"
#include "lsp/new_place.h"
#include "lsp/outline.h"
#include "lsp/params.h"
#include "lsp/server.h"
#include "output/place.h"
#include "output/result_json.h"
#include "output/waiver_text.h"

namespace emrlint::lsp {
namespace {

constexpr int kInfoMessage = 3;

// Empty where there is no text in that place.
std::string argument_of(const rapidjson::Value& params, rapidjson::SizeType index) {
  const rapidjson::Value* const arguments = member(params, "arguments");
  if (arguments == nullptr || !arguments->IsArray() || arguments->Size() <= index) return {};
  const rapidjson::Value& wanted = (*arguments)[index];
  return wanted.IsString() ? wanted.GetString() : std::string();
}

}  // namespace

void Server::register_features() {
  on_document("textDocument/hover", [this](const View& view, const Value& params) {
    const auto position = position_of(params, "position");
    if (!position) return std::string("null");
    return hover(view, workspace_.find(document_uri(params))->buffer.offset(*position, encoding_));
  });
  on_document("textDocument/documentSymbol",
              [](const View& view, const Value&) { return document_symbols(view); });
  on_document("textDocument/foldingRange",
              [](const View& view, const Value&) { return folding_ranges(view); });
  on_document("textDocument/codeLens",
              [](const View& view, const Value&) { return code_lenses(view); });
  on_document("textDocument/inlayHint", [this](const View& view, const Value& params) {
    const TextBuffer& buffer = workspace_.find(document_uri(params))->buffer;
    const auto range = range_of(params, "range");
    const std::size_t from = range ? buffer.offset(range->start, encoding_) : 0;
    const std::size_t to = range ? buffer.offset(range->end, encoding_) : buffer.text().size();
    return inlay_hints(view, from, to);
  });
  const auto on = [this](const char* method, Reply (Server::*handler)(const Value&)) {
    dispatcher_.on(method,
                   [this, handler](const Value& params) { return (this->*handler)(params); });
  };
  on("textDocument/diagnostic", &Server::pull);
  on("workspace/diagnostic", &Server::pull_workspace);
  on("textDocument/codeAction", &Server::actions);
  on("textDocument/completion", &Server::completion);
  on("workspace/symbol", &Server::workspace_symbols);
  on("workspace/executeCommand", &Server::execute);
}

void Server::on_document(const char* method,
                         std::function<std::string(const View&, const Value& params)> feature) {
  dispatcher_.on(method, [this, feature = std::move(feature)](const Value& params) {
    return with_view(params, [&](const View& view) { return feature(view, params); });
  });
}

Reply Server::with_view(const Value& params,
                        const std::function<std::string(const View&)>& feature) {
  const OpenDocument* const document = workspace_.find(document_uri(params));
  if (document == nullptr) return {};
  publish();
  const Workspace::Found found = workspace_.chart_of(*document);
  if (!found) return {};
  return {
      feature({GroupView(*found.folder, *found.group, encoding_), found.file, style(), sheet()})};
}

const ScoreSheet* Server::sheet() {
  if (!std::exchange(sheet_tried_, true) && options_.load_sheet) {
    std::string name = settings_.sheet;
    const std::vector<std::string>& named = workspace_.config().sheets;
    if (name.empty()) name = named.empty() ? std::string(kDefaultSheet) : named.front();
    Result<ScoreSheet> sheet = options_.load_sheet(name);
    if (sheet) {
      sheet_ = *std::move(sheet);
    } else {
      show_error(sheet.error());
    }
  }
  return sheet_ ? &*sheet_ : nullptr;
}

Reply Server::pull(const Value& params) {
  const std::string uri = document_uri(params);
  const OpenDocument* const document = workspace_.find(uri);
  publish();
  judge_across_for_pull();
  std::vector<std::string> related;
  if (document != nullptr) {
    const Workspace::Found found = workspace_.chart_of(*document);
    if (found) {
      for (const std::uint32_t file : found.group->unit.plan().files) {
        if (file != found.file) related.push_back(uri_of(found.folder->files()[file]));
      }
    }
  }
  return {publisher_.pull(uri, text_at(params, "previousResultId"), related)};
}

Reply Server::pull_workspace(const Value& params) {
  publish();
  judge_across_for_pull();
  static const Value kNone;
  const Value* const previous = member(params, "previousResultIds");
  return {publisher_.pull_all(previous == nullptr ? kNone : *previous)};
}

// The configuration, or the file that it is looked for in. Its end is that of the text on the
// screen where it is open.
std::optional<WaiverFile> Server::waiver_file() const {
  std::string path = workspace_.config_path();
  if (path.empty() && !root_.empty()) path = root_ + "/emrlint.toml";
  if (path.empty() || !client_.document_changes) return std::nullopt;
  WaiverFile file;
  path = std::filesystem::absolute(path).lexically_normal().string();
  const OpenDocument* const open = workspace_.by_path(path);
  std::ifstream in(path, std::ios::binary);
  file.exists = open != nullptr || in.good();
  if (!file.exists && !client_.create_files) return std::nullopt;
  file.uri = open != nullptr ? open->uri : uri_reference(path);
  const std::string text =
      open != nullptr ? open->buffer.text() : std::string((std::istreambuf_iterator<char>(in)), {});
  file.end = LineMap(text).position(text, text.size(), encoding_);
  file.until = waiver_end(workspace_.today());
  return file;
}

Reply Server::actions(const Value& params) {
  const auto range = range_of(params, "range");
  if (!range) return {};
  return with_view(params, [&](const View& view) {
    const OpenDocument& document = *workspace_.find(document_uri(params));
    const std::size_t from = document.buffer.offset(range->start, encoding_);
    const std::size_t to = document.buffer.offset(range->end, encoding_);
    return code_actions(view, from, to,
                        client_.document_changes ? std::optional(document.version) : std::nullopt,
                        waiver_file());
  });
}

Reply Server::completion(const Value& params) {
  const OpenDocument* const document = workspace_.find(document_uri(params));
  const auto position = position_of(params, "position");
  if (document == nullptr || !position) return {};
  publish();
  if (!workspace_.configured()) return {};
  return {code_completion(document->buffer, document->buffer.offset(*position, encoding_),
                          workspace_.config().tables().codes(), settings_.lang, encoding_)};
}

Reply Server::workspace_symbols(const Value& params) {
  publish();
  const std::string query = text_at(params, "query");
  JsonText json;
  json.begin_array();
  for (const auto& folder : workspace_.folders()) {
    for (const auto& group : folder.second->groups()) {
      const GroupView view(*folder.second, *group, encoding_);
      for (const std::uint32_t file : group->unit.plan().files) {
        add_workspace_symbols(json, view, file, style(), query);
      }
    }
  }
  json.end_array();
  return {json.take()};
}

Reply Server::execute(const Value& params) {
  const std::string command = text_at(params, "command");
  const std::string argument = argument_of(params, 0);
  if (command == kOpenPage) {
    open_page(argument);
    return {};
  }
  if (command == kDueNext) return show_due();
  if (command == kNewDocument) return create_document(argument, argument_of(params, 1));
  if (command != kShowScore) return {"no such command: " + command, kInvalidParams};
  const OpenDocument* const document = workspace_.find(argument);
  if (document == nullptr) return {};
  publish();
  const Workspace::Found found = workspace_.chart_of(*document);
  if (!found) return {};
  show_message(kInfoMessage, score_lines({GroupView(*found.folder, *found.group, encoding_),
                                          found.file, style(), sheet()}));
  return {};
}

// A client that cannot open a file is told the page.
void Server::open_page(const std::string& check) {
  const std::string uri = pages_.uri(check, settings_.lang);
  if (uri.empty() || !client_.show_document) {
    const std::string text = pages_.text(check, settings_.lang);
    if (!text.empty()) show_message(kInfoMessage, text);
    return;
  }
  JsonText json;
  json.begin_object();
  json.text("uri", uri);
  json.flag("takeFocus", true);
  json.end_object();
  dispatcher_.request("window/showDocument", json.take());
}

}  // namespace emrlint::lsp
