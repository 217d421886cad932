// SPDX-License-Identifier: Apache-2.0
#include "lsp/outline.h"

#include <algorithm>
#include <utility>

#include "lsp/json_text.h"

namespace emrlint::lsp {
namespace {

constexpr std::uint64_t kFile = 1, kNamespace = 3, kField = 8;  // SymbolKind

std::string name_of(const Section& section, Lang lang) {
  if (section.type != SectionType::kUnknown) return std::string(name(section.type, lang));
  return std::string(section.title.value.empty() ? section.code.value : section.title.value);
}

std::string detail_of(const Document& document) {
  std::string detail(document.author.name.value);
  const auto& time = document.completed ? document.completed : document.recorded;
  if (time) detail += (detail.empty() ? "" : " ") + to_string(time->value);
  return detail;
}

class Outline {
 public:
  Outline(const GroupView& group, std::uint32_t file, Lang lang)
      : group_(group), file_(file), lang_(lang) {}

  std::vector<OutlineItem> make() {
    std::vector<OutlineItem> documents;
    for (const Chart& chart : group_.unit().batch().charts) {
      for (const Document& document : chart.documents) add(document, documents);
    }
    const auto size = static_cast<std::uint32_t>(group_.text(file_).size());
    end_items(documents, size);
    return documents;
  }

 private:
  void add(const Document& document, std::vector<OutlineItem>& documents) {
    const FilePlace place = group_.place(document.span);
    if (place.file != file_) return;
    OutlineItem& item = documents.emplace_back();
    item.name = document.title.value.empty() ? std::string(name(document.type, lang_))
                                             : std::string(document.title.value);
    item.detail = detail_of(document);
    item.heading = item.whole = place;
    for (const Section& section : document.sections) {
      const FilePlace heading = group_.place(section.span);
      // What a reader put together of several places has none of its own.
      if (heading.file != file_ || heading.begin < place.begin || heading.begin == heading.end) {
        continue;
      }
      OutlineItem entry{name_of(section, lang_), {}, heading, heading, {}};
      if (!entry.name.empty()) item.items.push_back(std::move(entry));
    }
  }

  // Each goes on to the next one, blanks before that aside.
  void end_items(std::vector<OutlineItem>& items, std::uint32_t end) {
    std::stable_sort(items.begin(), items.end(), [](const OutlineItem& a, const OutlineItem& b) {
      return a.heading.begin < b.heading.begin;
    });
    // One place that is several fields is shown once.
    const auto same = [](const OutlineItem& a, const OutlineItem& b) {
      return a.heading.begin == b.heading.begin && a.name == b.name;
    };
    items.erase(std::unique(items.begin(), items.end(), same), items.end());
    const std::string_view text = group_.text(file_);
    for (std::size_t i = 0; i < items.size(); ++i) {
      OutlineItem& item = items[i];
      std::uint32_t to = end;
      for (std::size_t next = i + 1; next < items.size(); ++next) {
        if (items[next].heading.begin <= item.heading.begin) continue;
        to = items[next].heading.begin;
        break;
      }
      while (to > item.heading.end && (text[to - 1] == ' ' || text[to - 1] == '\n' ||
                                       text[to - 1] == '\r' || text[to - 1] == '\t')) {
        --to;
      }
      item.whole.end = std::max(item.heading.end, to);
      end_items(item.items, item.whole.end);
    }
  }

  const GroupView& group_;
  std::uint32_t file_;
  Lang lang_;
};

void write_symbols(JsonWriter& json, const GroupView& group, const std::vector<OutlineItem>& items,
                   std::uint64_t kind) {
  json.begin_array();
  for (const OutlineItem& item : items) {
    json.begin_object();
    json.text("name", item.name);
    if (!item.detail.empty()) json.text("detail", item.detail);
    json.number("kind", kind);
    write_range(json, "range", group.range(item.whole));
    write_range(json, "selectionRange", group.range(item.heading));
    json.key("children");
    write_symbols(json, group, item.items, kField);
    json.end_object();
  }
  json.end_array();
}

void write_folds(JsonWriter& json, const GroupView& group, const std::vector<OutlineItem>& items) {
  for (const OutlineItem& item : items) {
    const TextRange range = group.range(item.whole);
    if (range.end.line > range.start.line) {
      json.begin_object();
      json.number("startLine", range.start.line);
      json.number("endLine", range.end.line);
      json.text("kind", "region");
      json.end_object();
    }
    write_folds(json, group, item.items);
  }
}

}  // namespace

std::vector<OutlineItem> outline(const GroupView& group, std::uint32_t file, Lang lang) {
  return Outline(group, file, lang).make();
}

std::string document_symbols(const View& view) {
  JsonText json;
  write_symbols(json, view.group, outline(view.group, view.file, view.lang()), kFile);
  return json.take();
}

std::string folding_ranges(const View& view) {
  JsonText json;
  json.begin_array();
  write_folds(json, view.group, outline(view.group, view.file, view.lang()));
  json.end_array();
  return json.take();
}

void add_workspace_symbols(JsonWriter& json, const GroupView& group, std::uint32_t file,
                           const DiagnosticStyle& style, std::string_view query) {
  const std::string uri = style.uri(group.folder().files()[file]);
  const auto add = [&](const OutlineItem& item, std::string_view container, std::uint64_t kind) {
    if (item.name.find(query) == std::string::npos) return;
    json.begin_object();
    json.text("name", item.name);
    json.number("kind", kind);
    json.text("containerName", container);
    json.begin_object("location");
    json.text("uri", uri);
    write_range(json, "range", group.range(item.heading));
    json.end_object();
    json.end_object();
  };
  for (const OutlineItem& document : outline(group, file, style.output.lang)) {
    add(document, document.detail, kNamespace);
    for (const OutlineItem& section : document.items) add(section, document.name, kField);
  }
}

}  // namespace emrlint::lsp
