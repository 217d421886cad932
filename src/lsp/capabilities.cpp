// SPDX-License-Identifier: Apache-2.0
#include "lsp/capabilities.h"

#include "base/version.h"
#include "lsp/code_actions.h"
#include "lsp/due_next.h"
#include "lsp/json_text.h"
#include "lsp/lens.h"
#include "lsp/new_place.h"

namespace emrlint::lsp {
namespace {

constexpr std::uint64_t kIncremental = 2;  // TextDocumentSyncKind

void list(JsonWriter& json, std::string_view name, std::initializer_list<const char*> texts) {
  json.begin_array(name);
  for (const char* const text : texts) json.text(text);
  json.end_array();
}

void write(JsonWriter& json, PositionEncoding encoding) {
  json.text("positionEncoding", id(encoding));
  json.begin_object("textDocumentSync");
  json.flag("openClose", true);
  json.number("change", kIncremental);
  json.flag("save", true);
  json.end_object();
  json.begin_object("diagnosticProvider");
  json.text("identifier", "emrlint");
  json.flag("interFileDependencies", true);
  json.flag("workspaceDiagnostics", true);
  json.end_object();
  json.begin_object("codeActionProvider");
  list(json, "codeActionKinds", {"quickfix"});
  json.end_object();
  for (const char* const provider :
       {"hoverProvider", "documentSymbolProvider", "workspaceSymbolProvider",
        "foldingRangeProvider", "inlayHintProvider"}) {
    json.flag(provider, true);
  }
  json.begin_object("codeLensProvider");
  json.end_object();
  json.begin_object("completionProvider");
  list(json, "triggerCharacters", {"\"", ">"});
  json.end_object();
  json.begin_object("executeCommandProvider");
  list(json, "commands", {kOpenPage, kShowScore, kDueNext, kNewDocument});
  json.end_object();
}

}  // namespace

std::string capabilities(PositionEncoding encoding) {
  JsonText json;
  json.begin_object();
  json.begin_object("serverInfo");
  json.text("name", "emrlint");
  json.text("version", kVersion);
  json.end_object();
  json.begin_object("capabilities");
  write(json, encoding);
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace emrlint::lsp
