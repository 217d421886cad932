// SPDX-License-Identifier: Apache-2.0
#include "draft/json_skeleton.h"

#include <algorithm>
#include <string>

#include "draft/json_append.h"
#include "reader/batch.h"
#include "source/source_file.h"

namespace emrlint::draft {
namespace {

constexpr std::string_view kOwnSystem = "urn:emrlint:section-type";
constexpr std::string_view kLoincSystem = "http://loinc.org";

bool holds(JsonValue value, std::uint32_t offset) {
  return value.span().begin <= offset && offset < value.span().end;
}

JsonValue child_at(JsonValue parent, std::uint32_t offset) {
  for (const JsonValue child : children(parent)) {
    if (holds(child, offset)) return child;
  }
  return {};
}

// The resource of a type around an offset, the innermost one.
JsonValue resource_at(JsonValue root, std::string_view type, std::uint32_t offset) {
  JsonValue found;
  for (JsonValue value = root; value; value = child_at(value, offset)) {
    if (value["resourceType"].str() == type) found = value;
  }
  return found;
}

// As of a text on the screen: parsed anew, since trees go when a chart has been read.
template <typename Append>
std::optional<Insertion> in_tree(std::string_view text, Append append) {
  SourceFile file({}, std::string(text));
  const Limits limits;
  const JsonTree tree = JsonTree::parse(file, 0, limits.depth, limits.nodes);
  return append(tree.root());
}

std::string coding(std::string_view system, std::string_view code) {
  return "{\"coding\":[{\"system\":\"" + std::string(system) + "\",\"code\":\"" +
         std::string(code) + "\"}]}";
}

// In the language of the document.
std::string_view title_of(const Document& document, SectionType wanted) {
  const std::string_view shown = document.title.value;
  const bool chinese =
      std::any_of(shown.begin(), shown.end(), [](char c) { return (c & 0x80) != 0; });
  return name(wanted, chinese ? Lang::kZh : Lang::kEn);
}

bool has_own_codes(const Document& document) {
  return std::any_of(
      document.sections.begin(), document.sections.end(),
      [](const Section& section) { return section.code_system.value == kOwnSystem; });
}

}  // namespace

std::optional<Insertion> chart_json_section(const Document& document, std::string_view text,
                                            SectionType wanted) {
  return in_tree(text, [&](JsonValue root) {
    const JsonValue object = child_at(root["documents"], document.span.begin);
    const std::string item = "{\"type\":\"" + std::string(id(wanted)) + "\",\"text\":\"\"}";
    return append_item(text, object, "sections", item);
  });
}

std::optional<Insertion> fhir_section(const Document& document, std::string_view text,
                                      SectionType wanted, std::string_view loinc) {
  return in_tree(text, [&](JsonValue root) -> std::optional<Insertion> {
    const JsonValue object = resource_at(root, "Composition", document.span.begin);
    if (document.sections.size() == 1 && !object["section"].first()) return std::nullopt;
    const bool own = loinc.empty() || has_own_codes(document);
    std::string item = "{\"title\":\"" + std::string(title_of(document, wanted)) + "\",\"code\":";
    item += own ? coding(kOwnSystem, id(wanted)) : coding(kLoincSystem, loinc);
    // What somebody will write is not generated from coded data.
    item +=
        ",\"text\":{\"status\":\"additional\",\"div\":"
        "\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"></div>\"}}";
    return append_item(text, object, "section", item);
  });
}

}  // namespace emrlint::draft
