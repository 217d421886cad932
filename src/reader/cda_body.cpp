// SPDX-License-Identifier: Apache-2.0
#include "reader/cda_body.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "reader/cda_narrative.h"
#include "terminology/loinc.h"
#include "terminology/titles.h"
#include "terminology/ws500.h"

namespace emrlint {
namespace {

std::uint32_t count_of(const auto& vector) { return static_cast<std::uint32_t>(vector.size()); }

// What a reader sees of a value. Codes of organizers and acts are headings of what is in them.
Text readable(const Element& element, const CdaNode& node) {
  const bool heading = node.kind == CdaName::kOrganizer || node.kind == CdaName::kAct ||
                       node.kind == CdaName::kEncounter;
  if (heading && element.kind == ValueKind::kCoded) return {};
  return element.display.value.empty() ? element.value : element.display;
}

SectionType shared_type(DocType document, std::string_view code, const Text& display,
                        const Text& title) {
  const SectionType type = ws500_section(document, code, display.value);
  if (type != SectionType::kUnknown || title.value.empty()) return type;
  return ws500_section(document, code, title.value);
}

bool same_words(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

// Some systems invent codes; a heading that is the English name of a section still says which.
SectionType foreign_type(std::string_view code, const Text& title) {
  SectionType type = section_type_from_loinc(code);
  if (type == SectionType::kUnknown) type = section_type_from_title(title.value);
  if (type != SectionType::kUnknown) return type;
  for (std::size_t i = 1; i < kSectionTypeCount; ++i) {
    const auto candidate = static_cast<SectionType>(i);
    if (same_words(title.value, name(candidate, Lang::kEn))) return candidate;
  }
  return SectionType::kUnknown;
}

}  // namespace

struct CdaBody::Heading {
  Text code, code_system, display, title;
};

void CdaBody::read(pugi::xml_node component) {
  walk_.attributes(component);
  for (pugi::xml_node child = component.first_child(); child; child = child.next_sibling()) {
    switch (walk_.name(child)) {
      case CdaName::kStructuredBody:
        read_structured(child);
        break;
      case CdaName::kNonXmlBody:
        read_plain_body(child);
        break;
      case CdaName::kSection:  // Some templates forget the structuredBody around it.
        read_section(child, 0);
        break;
      default:
        walk_.skip(child);
    }
  }
}

void CdaBody::read_structured(pugi::xml_node node) {
  walk_.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (walk_.name(child) != CdaName::kComponent) {
      walk_.skip(child);
      continue;
    }
    for (pugi::xml_node part = child.first_child(); part; part = part.next_sibling()) {
      if (walk_.name(part) == CdaName::kSection) {
        read_section(part, 0);
      } else {
        walk_.skip(part);
      }
    }
  }
}

void CdaBody::read_section(pugi::xml_node node, std::uint32_t depth) {
  if (!walk_.allows(node, 2 * depth)) return;
  Document& document = walk_.document();
  const std::uint32_t index = count_of(document.sections);
  document.sections.emplace_back();
  first_text_ = count_of(document.texts);
  first_element_ = count_of(document.elements);
  Heading heading;
  std::vector<pugi::xml_node> inner;
  walk_.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    switch (walk_.name(child)) {
      case CdaName::kCode:
        read_section_code(child, heading);
        break;
      case CdaName::kTitle:
        heading.title = walk_.content(child);
        break;
      case CdaName::kText:
        read_narrative(walk_, child);
        break;
      case CdaName::kEntry:
        entries_.read(child, index);
        break;
      case CdaName::kComponent:
        inner.push_back(child);
        break;
      default:
        walk_.skip(child);
    }
  }
  name_section(index, heading, node);
  close_section(index);
  for (const pugi::xml_node component : inner) {
    for (pugi::xml_node part = component.first_child(); part; part = part.next_sibling()) {
      if (walk_.name(part) == CdaName::kSection) read_section(part, depth + 1);
    }
  }
}

void CdaBody::read_section_code(pugi::xml_node node, Heading& heading) {
  const CdaAttributes code = walk_.attributes(node);
  heading.code = walk_.text(code.code);
  heading.code_system = walk_.text(code.code_system);
  heading.display = walk_.text(code.display);
  walk_.skip_children(node);
}

void CdaBody::name_section(std::uint32_t index, const Heading& heading, pugi::xml_node node) {
  const Document& document = walk_.document();
  Section& section = walk_.document().sections[index];
  section.code = heading.code;
  section.code_system = heading.code_system;
  const bool titled = !heading.title.value.empty();
  section.title = titled ? heading.title : heading.display;
  section.type =
      shared() ? shared_type(document.type, heading.code.value, heading.display, heading.title)
               : foreign_type(heading.code.value, section.title);
  if (shared() && ws500_code_is_shared(document.type, heading.code.value)) {
    section.type = type_by_elements(index);
  }
  section.span = section.title.value.empty() ? walk_.tree().name_span(node) : section.title.span;
}

// Two sections of a death record have the same code and the same name: what is in them tells.
SectionType CdaBody::type_by_elements(std::uint32_t index) const {
  const Document& document = walk_.document();
  const Section& section = document.sections[index];
  bool taken = false;
  for (std::uint32_t i = 0; i < index; ++i) {
    const Section& before = document.sections[i];
    taken = taken || (!before.field && before.type == section.type);
  }
  std::vector<Ws500Element> held;
  for (std::uint32_t i = first_element_; i < count_of(document.elements); ++i) {
    held.push_back({document.elements[i].id.value, document.elements[i].name.value});
  }
  return ws500_section_of_elements(document.type, section.code.value, section.type, taken, held);
}

// Puts what the entries say into the texts, behind the narrative, and makes sections of the fields.
void CdaBody::close_section(std::uint32_t index) {
  Document& document = walk_.document();
  const std::uint32_t narrative_end = count_of(document.texts);
  const bool narrated = narrative_end > first_text_;
  const bool wanted = shared() || !narrated;
  const SectionType type = document.sections[index].type;
  for (std::uint32_t i = first_element_; i < count_of(document.elements); ++i) {
    CdaNode& node = entries_.nodes()[i];
    const Element& element = document.elements[i];
    if (shared() && !element.id.value.empty()) {
      const std::string_view name = element.name.value;
      node.field = ws500_element_field(document.type, type, element.id.value, name);
    }
    const Text text = readable(element, node);
    if (!wanted || text.value.empty()) continue;
    if (!repeats_narrative(text, narrative_end)) document.texts.push_back(text);
  }
  Section& section = document.sections[index];
  section.elements = {first_element_, count_of(document.elements) - first_element_};
  section.texts = {first_text_, count_of(document.texts) - first_text_};
  if (shared()) add_fields(index, narrative_end);
}

// The texts of the elements follow one another, so each field is a slice of them.
void CdaBody::add_fields(std::uint32_t index, std::uint32_t narrative_end) {
  Document& document = walk_.document();
  const SectionType type = document.sections[index].type;
  // A section that holds one thing only is that field itself.
  bool mixed = false;
  for (std::uint32_t i = first_element_; i < count_of(document.elements); ++i) {
    const SectionType field = entries_.nodes()[i].field;
    mixed = mixed || (field != SectionType::kUnknown && field != type);
  }
  std::uint32_t next = narrative_end;
  for (std::uint32_t i = first_element_; i < count_of(document.elements); ++i) {
    const CdaNode& node = entries_.nodes()[i];
    const Text text = readable(document.elements[i], node);
    Range slice{next, 0};
    if (next < count_of(document.texts) && !text.value.empty() &&
        document.texts[next].span == text.span) {
      slice.count = 1;
      ++next;
    }
    if (mixed && node.field != SectionType::kUnknown) add_field(index, i, slice);
  }
}

bool CdaBody::repeats_narrative(const Text& text, std::uint32_t narrative_end) const {
  const Document& document = walk_.document();
  for (std::uint32_t i = first_text_; i < narrative_end; ++i) {
    if (document.texts[i].value == text.value) return true;
  }
  return false;
}

void CdaBody::add_field(std::uint32_t section, std::uint32_t element, Range text) {
  Document& document = walk_.document();
  const CdaNode& node = entries_.nodes()[element];
  Section& last = document.sections.back();
  // Several findings of one kind in a row (organ by organ) are one field.
  if (last.field && last.type == node.field && count_of(document.sections) - 1 > section &&
      last.texts.first + last.texts.count == text.first &&
      last.elements.first + last.elements.count == element) {
    last.texts.count += text.count;
    ++last.elements.count;
    return;
  }
  Section field;
  field.type = node.field;
  field.field = true;
  const Element& source = document.elements[element];
  field.code = source.id;
  field.title = source.name;
  field.texts = text;
  field.elements = {element, 1};
  field.span = source.name.value.empty() ? source.id.span : source.name.span;
  document.sections.push_back(field);
}

void CdaBody::read_plain_body(pugi::xml_node node) {
  walk_.attributes(node);
  const pugi::xml_node text = node.first_child();
  const char* media = text.attribute("mediaType").value();
  const bool encoded = std::strcmp(text.attribute("representation").value(), "B64") == 0;
  if (encoded || std::strncmp(media, "text/", 5) != 0) return;
  Document& document = walk_.document();
  Section section;
  section.span = walk_.tree().name_span(node);
  section.elements.first = count_of(document.elements);
  section.texts.first = count_of(document.texts);
  read_narrative(walk_, text);
  section.texts.count = count_of(document.texts) - section.texts.first;
  document.sections.push_back(section);
}

void CdaBody::read_recovered(pugi::xml_node node) {
  if (walk_.name(node) == CdaName::kSection) {
    finish_recovered();
    read_section(node, 0);
    return;
  }
  Document& document = walk_.document();
  if (!continued_) {
    Section section;
    for (const Section& before : document.sections) {
      if (!before.field) section = before;
    }
    continued_ = count_of(document.sections);
    document.sections.push_back(section);
    first_text_ = count_of(document.texts);
    first_element_ = count_of(document.elements);
  }
  entries_.read(node, *continued_);
}

void CdaBody::finish_recovered() {
  if (continued_) close_section(*continued_);
  continued_.reset();
}

}  // namespace emrlint
