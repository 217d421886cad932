// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "draft/new_document.h"
#include "lsp/file_uri.h"
#include "lsp/json_text.h"
#include "lsp/new_place.h"
#include "lsp/params.h"
#include "lsp/server.h"
#include "output/place.h"
#include "output/result_json.h"

namespace emrlint::lsp {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNoTemplate = "no such type of document in this place, or no file: uri, type";

void write_edit(JsonText& json, const std::string& uri, const TextRange& range,
                const std::string& text) {
  json.begin_object();
  json.begin_object("textDocument");
  json.text("uri", uri);
  json.made("version", "null");
  json.end_object();
  json.begin_array("edits");
  json.begin_object();
  write_range(json, "range", range);
  json.text("newText", text);
  json.end_object();
  json.end_array();
  json.end_object();
}

}  // namespace

// Beside the document of that URI, or in the folder. Null for a URI that is no file.
std::optional<NewPlace> Server::place_of(const std::string& uri) {
  const auto path = path_of_uri(uri);
  if (!path) return std::nullopt;
  std::error_code unknown;
  const fs::path folder =
      fs::is_directory(*path, unknown) ? fs::path(*path) : fs::path(*path).parent_path();
  read_workspace();
  NewPlace place;
  for (const auto* const folders : {&workspace_.folders(), &others_.folders()}) {
    const auto found = folders->find(folder.string());
    if (place.beside.chart == nullptr && found != folders->end()) {
      place = place_in(*found->second, *path);
    }
  }
  place.path = folder.string();
  return place;
}

// The types in that place; without a URI all.
std::string Server::document_templates(const std::string& uri) {
  const auto place = uri.empty() ? std::nullopt : place_of(uri);
  JsonText json;
  json.begin_array();
  for (const DocType type :
       place ? draft::new_document_types(place->beside) : draft::new_document_types()) {
    json.begin_object();
    json.text("type", id(type));
    json.text("name", name(type, settings_.lang));
    json.text("zh", name(type, Lang::kZh));
    json.text("en", name(type, Lang::kEn));
    json.end_object();
  }
  json.end_array();
  return json.take();
}

// What it says and where it goes: a file of its own, or a place in one that is there. Null for a
// type that there is none of in that place.
std::optional<Server::Draft> Server::draft(const std::string& uri, const std::string& type) {
  const auto wanted = doc_type_from_id(type);
  const auto place = wanted ? place_of(uri) : std::nullopt;
  if (!place) return std::nullopt;
  auto made = draft::new_document(*wanted, place->beside);
  if (!made) return std::nullopt;
  if (!made->at) {
    const std::string path = draft::free_path(place->path, made->file_name);
    return Draft{uri_reference(path), std::move(made->text), std::nullopt};
  }
  const std::uint32_t at = place->text.begin + *made->at;
  const GroupView view(*place->folder, *place->group, encoding_);
  return Draft{uri_of(place->folder->files()[place->text.file]), std::move(made->text),
               view.range({place->text.file, at, at + made->replaces})};
}

void Server::register_new() {
  dispatcher_.on("emrlint/documentTemplates", [this](const Value& params) {
    return Reply{document_templates(text_at(params, "uri"))};
  });
  dispatcher_.on("emrlint/newDocument", [this](const Value& params) -> Reply {
    const auto made = draft(text_at(params, "uri"), text_at(params, "type"));
    if (!made) return {kNoTemplate, kInvalidParams};
    JsonText json;
    json.begin_object();
    json.text("uri", made->uri);
    json.text("text", made->text);
    if (made->range) write_range(json, "range", *made->range);
    json.end_object();
    return {json.take()};
  });
}

// Has the client create the file, or change the one that is there.
Reply Server::create_document(const std::string& uri, const std::string& type) {
  const auto made = draft(uri, type);
  if (!made) return {kNoTemplate, kInvalidParams};
  if (!client_.document_changes) return {"the client changes no documents", kInvalidRequest};
  if (!made->range && !client_.create_files) {
    return {"the client creates no files", kInvalidRequest};
  }
  JsonText json;
  json.begin_object();
  json.begin_object("edit");
  json.begin_array("documentChanges");
  if (!made->range) {
    json.begin_object();
    json.text("kind", "create");
    json.text("uri", made->uri);
    json.end_object();
  }
  write_edit(json, made->uri, made->range.value_or(TextRange{}), made->text);
  json.end_array();
  json.end_object();
  json.end_object();
  dispatcher_.request("workspace/applyEdit", json.take());
  return {};
}

}  // namespace emrlint::lsp
