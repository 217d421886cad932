// SPDX-License-Identifier: Apache-2.0
#include "draft/skeleton.h"

#include <algorithm>

#include "draft/json_skeleton.h"
#include "draft/xml_lines.h"
#include "terminology/ccda.h"
#include "terminology/loinc.h"
#include "terminology/oids.h"
#include "terminology/ws500.h"

namespace emrlint::draft {
namespace {

void add_element(XmlLines& lines, int depth, const Ws500Element& element) {
  lines.line(depth, "<entry>");
  lines.line(depth + 1, R"(<observation classCode="OBS" moodCode="EVN">)");
  lines.code(depth + 2, element.id, oids::kDataElements, element.name);
  lines.line(depth + 2, R"(<value xsi:type="ST"></value>)");
  lines.line(depth + 1, "</observation>");
  lines.line(depth, "</entry>");
}

// Where the standard keeps what is wanted: a section, or one element of a section.
struct Home {
  const Ws500Section* section = nullptr;
  const Ws500Element* element = nullptr;
};

std::optional<Home> home_of(DocType document, SectionType wanted) {
  for (const Ws500Section& section : ws500_sections(document)) {
    if (section.type == wanted) return Home{&section, nullptr};
  }
  for (const Ws500Section& section : ws500_sections(document)) {
    for (const Ws500Element& element : section.elements) {
      if (ws500_element_field(document, section.type, element.id, element.name) == wanted) {
        return Home{&section, &element};
      }
    }
  }
  return std::nullopt;
}

std::string_view system_of(std::string_view code) {
  return code.starts_with("DE") ? oids::kDataElements : oids::kLoinc;
}

std::string ws500_skeleton(const Home& home, std::string indent, std::string_view prefix) {
  XmlLines lines(std::move(indent), prefix);
  const Ws500Section& section = *home.section;
  lines.line(0, "<component>");
  lines.line(1, "<section>");
  if (!section.code.empty()) {
    lines.code(2, section.code, system_of(section.code), section.display_name);
  } else {
    lines.line(2, "<code" + attribute("displayName", section.display_name) + "/>");
  }
  lines.line(2, "<text></text>");
  for (const Ws500Element& element : section.elements) {
    if (home.element == nullptr || home.element == &element) add_element(lines, 2, element);
  }
  lines.line(1, "</section>");
  lines.line(0, "</component>");
  return lines.take();
}

// Empty where C-CDA has no such section.
std::string_view loinc_of(SectionType wanted) {
  const CcdaSection* const section = ccda_section(wanted);
  return section == nullptr ? std::string_view() : section->code;
}

// Before a closing tag that stands on a line of its own, else right before it.
Insertion before_tag(std::string_view text, std::size_t tag, const std::string& block,
                     std::string_view indent) {
  if (indent.empty()) return {static_cast<std::uint32_t>(tag), "\n" + block};
  return {static_cast<std::uint32_t>(tag - indent_before(text, tag).size()), block};
}

std::optional<Insertion> in_cda(const Document& document, std::string_view text,
                                SectionType wanted) {
  const std::size_t name = text.rfind("structuredBody");
  const std::size_t tag = name == text.npos ? name : text.rfind("</", name);
  if (tag == text.npos || name - tag > 64) return std::nullopt;
  const std::string_view prefix = text.substr(tag + 2, name - tag - 2);
  const std::string outer = indent_before(text, tag);
  const std::string indent = outer.empty() ? std::string() : outer + "  ";
  if (document.format != Format::kWs500) {
    const CcdaSection* const section = ccda_section(wanted);
    if (section == nullptr) return std::nullopt;
    return before_tag(text, tag, empty_section(*section, indent, prefix), outer);
  }
  const std::optional<Home> home = home_of(document.type, wanted);
  if (!home) return std::nullopt;
  const Section* const there = document.section(home->section->type);
  if (there == nullptr || home->element == nullptr) {
    return before_tag(text, tag, ws500_skeleton(*home, indent, prefix), outer);
  }
  // One more entry at the end of the section that is there.
  const std::string close = "</" + std::string(prefix) + "section>";
  const std::size_t end = text.find(close, there->span.end);
  if (end == text.npos) return std::nullopt;
  const std::string inner = indent_before(text, end);
  XmlLines lines(inner.empty() ? std::string() : inner + "  ", prefix);
  add_element(lines, 0, *home->element);
  return before_tag(text, end, lines.take(), inner);
}

}  // namespace

std::optional<Insertion> section_skeleton(const Document& document, std::string_view text,
                                          SectionType wanted) {
  if (document.broken) return std::nullopt;
  switch (document.format) {
    case Format::kWs500:
    case Format::kCcda:
    case Format::kCda:
      return in_cda(document, text, wanted);
    case Format::kChartJson:
      return chart_json_section(document, text, wanted);
    case Format::kFhir:
      return fhir_section(document, text, wanted, loinc_of(wanted));
    case Format::kUnknown:
      break;
  }
  return std::nullopt;
}

std::string empty_section(const Ws500Section& section, const std::string& indent) {
  return ws500_skeleton({&section, nullptr}, indent, {});
}

std::string empty_section(const CcdaSection& section, const std::string& indent,
                          std::string_view prefix) {
  XmlLines lines(indent, prefix);
  lines.line(0, "<component>");
  lines.line(1, "<section>");
  std::string id = "<templateId" + attribute("root", section.template_id);
  if (!section.template_date.empty()) id += attribute("extension", section.template_date);
  lines.line(2, id + "/>");
  lines.code(2, section.code, oids::kLoinc, loinc_name(section.code));
  lines.text(2, "title", section.title);
  lines.line(2, "<text></text>");
  lines.line(1, "</section>");
  lines.line(0, "</component>");
  return lines.take();
}

std::vector<SectionType> missing_sections(const Outcome& outcome) {
  std::vector<SectionType> found;
  if (outcome.message_id != "missing" || outcome.args.size() < 2) return found;
  std::string_view names = outcome.args[1].zh;
  constexpr std::string_view kComma = "、";
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(kComma), names.size());
    for (std::size_t i = 1; i < kSectionTypeCount; ++i) {
      const auto type = static_cast<SectionType>(i);
      if (name(type, Lang::kZh) == names.substr(0, end)) found.push_back(type);
    }
    names.remove_prefix(std::min(end + kComma.size(), names.size()));
  }
  return found;
}

}  // namespace emrlint::draft
