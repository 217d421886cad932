// SPDX-License-Identifier: Apache-2.0
#include "codes/claml.h"

#include <algorithm>
#include <pugixml.hpp>

#include "codes/sheet.h"

namespace emrlint {
namespace {

constexpr std::size_t kLongestLabel = 4000, kLongestCode = 40;  // Bytes.
constexpr int kDeepest = 32;                                    // Elements in a label.

bool named(const pugi::xml_node& node, std::string_view name) { return node.name() == name; }

// The text of a label without references, runs of blanks as one.
void add_label(const pugi::xml_node& node, std::string& out, int depth = 0) {
  if (depth > kDeepest) return;
  for (const pugi::xml_node& one : node.children()) {
    if (named(one, "Reference")) continue;
    if (one.type() == pugi::node_element) {
      add_label(one, out, depth + 1);
      continue;
    }
    for (const char c : std::string_view(one.value())) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) out += c;
      if (blank && !out.empty() && out.back() != ' ') out += ' ';
    }
    if (!out.empty() && out.back() != ' ') out += ' ';
  }
}

// Takes `count` bytes out wherever `what` stands.
void erase_all(std::string& text, std::string_view what, std::size_t count) {
  std::size_t at = text.find(what);
  for (; at != text.npos; at = text.find(what, at)) text.erase(at, count);
}

// Without what references leave behind: "Typhoid meningitis ( )". Empty for what is too long.
std::string label_of(const pugi::xml_node& rubric) {
  std::string text;
  add_label(rubric.child("Label"), text);
  if (text.size() > kLongestLabel) return {};
  for (const std::string_view empty : {"( )", "()", "[ ]"}) erase_all(text, empty, empty.size());
  for (const std::string_view blank : {"  ", " ,", " ."}) erase_all(text, blank, 1);
  return std::string(trim_blanks(text));
}

bool chinese(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

void add_links(const pugi::xml_node& node, const CodingSystem& system, CodeRow& row,
               int depth = 0) {
  if (depth > kDeepest) return;
  for (const pugi::xml_node& one : node.children()) {
    const std::string_view usage = one.attribute("usage").value();
    if (named(one, "Reference") && (usage == "dagger" || usage == "aster")) {
      const char* const given = one.attribute("code").value();
      const CanonicalCode code(system, *given != '\0' ? given : one.text().get());
      if (well_formed(system.system, code.code())) row.add_link(code.code());
    }
    add_links(one, system, row, depth + 1);
  }
}

CodeLevel level_of(std::string_view kind) {
  if (kind == "chapter") return CodeLevel::kChapter;
  return kind == "block" ? CodeLevel::kBlock : CodeLevel::kCode;
}

void read_rubrics(const pugi::xml_node& node, const CodingSystem& system, CodeRow& row) {
  for (const pugi::xml_node& rubric : node.children("Rubric")) {
    const std::string_view kind = rubric.attribute("kind").value();
    if (kind != "preferred" && kind != "preferredLong" && kind != "inclusion") continue;
    std::string label = label_of(rubric);
    std::string& name = chinese(label) ? row.name_zh : row.name_en;
    if (kind != "inclusion" && name.empty()) {
      name = std::move(label);
    } else {
      row.add_synonym(std::move(label));
    }
    add_links(rubric, system, row);
  }
}

bool allowed(const pugi::xml_node& modified_by, const std::string& ending) {
  if (std::string_view(modified_by.attribute("all").value()) != "false") return true;
  for (const pugi::xml_node& one : modified_by.children("ValidModifierClass")) {
    if (one.attribute("code").value() == ending) return true;
  }
  return false;
}

std::string joined(const std::string& title, const std::string& part) {
  return title.empty() || part.empty() ? std::string() : title + ": " + part;
}

}  // namespace

bool looks_like_claml(std::string_view text) {
  const std::string_view head = text.substr(0, 4096);
  return head.find("<ClaML") != head.npos;
}

std::string ClamlImport::place(std::size_t offset) {
  offset = std::clamp(offset, counted_, text_.size());
  for (; counted_ < offset; ++counted_) {
    const char c = text_[counted_];
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) {
      ++column_;
    }
  }
  return name_ + ':' + std::to_string(line_) + ':' + std::to_string(column_);
}

bool ClamlImport::read_class(const pugi::xml_node& node, CodeRow& row, const std::string& where) {
  const CodingSystem& system = *out_.options_.edition.system;
  const std::string written = node.attribute("code").value();
  row.level = level_of(node.attribute("kind").value());
  const bool code = row.level == CodeLevel::kCode;
  row.code = code ? std::string(CanonicalCode(system, written).code()) : written;
  if (row.code.empty() || row.code.size() > kLongestCode ||
      (code && !well_formed(system.system, row.code))) {
    out_.add_fault(where, "“" + written + "”不是编码的形式",
                   "\"" + written + "\" has not the form of a code");
    return false;
  }
  const std::string_view usage = node.attribute("usage").value();
  if (usage == "dagger") row.sign = CodeSign::kDagger;
  if (usage == "aster") row.sign = CodeSign::kAsterisk;
  row.parent = node.child("SuperClass").attribute("code").value();
  read_rubrics(node, system, row);
  if (!row.name_zh.empty() || !row.name_en.empty()) return true;
  out_.add_fault(where, "编码" + row.code + "没有名称", "the code " + row.code + " has no name");
  return false;
}

// The codes that modifiers make of a category.
void ClamlImport::divide(const pugi::xml_node& node, const CodeRow& row) {
  const CodingSystem& system = *out_.options_.edition.system;
  for (const pugi::xml_node& by : node.children("ModifiedBy")) {
    const auto found = modifications_.find(by.attribute("code").value());
    if (found == modifications_.end() || row.level != CodeLevel::kCode) continue;
    for (const CodeRow& one : found->second) {
      const std::string longer(CanonicalCode(system, row.code + one.code).code());
      if (!allowed(by, one.code) || !well_formed(system.system, longer)) continue;
      CodeRow& part = divided_.emplace_back();
      part.code = longer;
      part.parent = row.code;
      part.sign = row.sign;
      part.name_zh = joined(row.name_zh, one.name_zh);
      part.name_en = joined(row.name_en, one.name_en);
    }
  }
}

std::optional<Error> ClamlImport::run(std::string_view text) {
  text_ = text;
  pugi::xml_document document;
  const auto result = document.load_buffer(text.data(), text.size(),
                                           pugi::parse_default | pugi::parse_ws_pcdata_single);
  const pugi::xml_node root = document.child("ClaML");
  if (!result || !root) {
    const auto offset = std::max<std::ptrdiff_t>(result.offset, 0);
    const std::string at = place(static_cast<std::size_t>(offset));
    return Error{
        at + ": ClaML文件不完整或已损坏", at + ": the ClaML file is incomplete or damaged", {}};
  }
  CodeEdition& edition = out_.options_.edition;
  if (edition.system == nullptr) edition.system = &coding_system(CodeSystem::kIcd10);
  for (const pugi::xml_node& node : root.children("ModifierClass")) {
    CodeRow row;
    row.code = node.attribute("code").value();
    read_rubrics(node, *edition.system, row);
    modifications_[node.attribute("modifier").value()].push_back(std::move(row));
  }
  for (const pugi::xml_node& node : root.children("Class")) {
    ++edition.rows;
    // The offset is that of the name, behind the bracket.
    const std::string where = place(static_cast<std::size_t>(node.offset_debug() - 1));
    CodeRow row;
    if (!read_class(node, row, where)) continue;
    divide(node, row);
    out_.add_row(std::move(row), where, line_);
  }
  // Those that the classification spells out itself are there already.
  for (CodeRow& row : divided_) {
    if (out_.find(row.code) == nullptr) out_.add_row(std::move(row), name_, line_);
  }
  return std::nullopt;
}

}  // namespace emrlint
