// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "lsp/file_uri.h"
#include "lsp/group_view.h"
#include "lsp/json_text.h"
#include "lsp/new_document.h"
#include "lsp/params.h"
#include "lsp/server.h"
#include "output/place.h"
#include "output/result_json.h"

namespace emrlint::lsp {
namespace {

namespace fs = std::filesystem;

bool has_document(const GroupView& group, const Chart& chart, std::uint32_t file) {
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& document) {
    return group.place(document.span).file == file;
  });
}

// The chart of a folder that the file is of; where there is no such file, the only chart of the
// folder. None where there are several to choose from: a document of one patient is never begun
// with the name of another.
const Chart* chart_in(const ChartFolder& folder, const std::string& path) {
  const std::optional<std::uint32_t> file = folder.find(path);
  const Chart* only = nullptr;
  for (const auto& group : folder.groups()) {
    const GroupView view(folder, *group, PositionEncoding::kUtf8);
    for (const ChartReport& report : group->unit.reports()) {
      if (report.chart == nullptr || (file && !has_document(view, *report.chart, *file))) continue;
      if (only != nullptr) return nullptr;
      only = report.chart;
    }
  }
  return only;
}

// A name that no file of the folder has: "入院记录.xml", else "入院记录-2.xml".
std::string free_path(const fs::path& folder, const std::string& name) {
  const fs::path wanted(name);
  fs::path path = folder / wanted;
  std::error_code unknown;
  for (int i = 2; fs::exists(path, unknown); ++i) {
    path = folder / (wanted.stem().string() + "-" + std::to_string(i) + ".xml");
  }
  return path.string();
}

}  // namespace

// Where the document goes and what it says, as {"uri", "text"}: beside the document of that URI or
// into that folder. Null for a type that is none, or a URI that is no file.
std::optional<Server::Draft> Server::draft(const std::string& uri, const std::string& type) {
  const auto path = path_of_uri(uri);
  const auto wanted = doc_type_from_id(type);
  if (!path || !wanted) return std::nullopt;
  std::error_code unknown;
  const fs::path folder =
      fs::is_directory(*path, unknown) ? fs::path(*path) : fs::path(*path).parent_path();
  read_workspace();
  const Chart* known = nullptr;
  for (const auto* const folders : {&workspace_.folders(), &others_.folders()}) {
    const auto found = folders->find(folder.string());
    if (known == nullptr && found != folders->end()) known = chart_in(*found->second, *path);
  }
  auto made = new_document(*wanted, known);
  if (!made) return std::nullopt;
  return Draft{uri_reference(free_path(folder, made->file_name)), std::move(made->text)};
}

void Server::register_new() {
  dispatcher_.on("emrlint/documentTemplates", [this](const Value&) {
    JsonText json;
    json.begin_array();
    for (const DocType type : new_document_types()) {
      json.begin_object();
      json.text("type", id(type));
      json.text("name", name(type, settings_.lang));
      json.text("zh", name(type, Lang::kZh));
      json.text("en", name(type, Lang::kEn));
      json.end_object();
    }
    json.end_array();
    return Reply{json.take()};
  });
  dispatcher_.on("emrlint/newDocument", [this](const Value& params) -> Reply {
    const auto made = draft(text_at(params, "uri"), text_at(params, "type"));
    if (!made) return {"no such type of document, or no file: uri, type", kInvalidParams};
    JsonText json;
    json.begin_object();
    json.text("uri", made->uri);
    json.text("text", made->text);
    json.end_object();
    return {json.take()};
  });
}

// Has the client create the file.
Reply Server::create_document(const std::string& uri, const std::string& type) {
  const auto made = draft(uri, type);
  if (!made) return {"no such type of document, or no file: uri, type", kInvalidParams};
  if (!client_.document_changes || !client_.create_files) {
    return {"the client creates no files", kInvalidRequest};
  }
  JsonText json;
  json.begin_object();
  json.begin_object("edit");
  json.begin_array("documentChanges");
  json.begin_object();
  json.text("kind", "create");
  json.text("uri", made->uri);
  json.end_object();
  json.begin_object();
  json.begin_object("textDocument");
  json.text("uri", made->uri);
  json.made("version", "null");
  json.end_object();
  json.begin_array("edits");
  json.begin_object();
  write_range(json, "range", {});
  json.text("newText", made->text);
  json.end_object();
  json.end_array();
  json.end_object();
  json.end_array();
  json.end_object();
  json.end_object();
  dispatcher_.request("workspace/applyEdit", json.take());
  return {};
}

}  // namespace emrlint::lsp
