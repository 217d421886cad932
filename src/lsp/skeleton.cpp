// SPDX-License-Identifier: Apache-2.0
#include "lsp/skeleton.h"

#include <algorithm>

#include "lsp/json_skeleton.h"
#include "terminology/loinc.h"
#include "terminology/ws500.h"

namespace emrlint::lsp {
namespace {

// The indent of the line that an offset stands on, if nothing but blanks is before it.
std::string indent_before(std::string_view text, std::size_t at) {
  const std::size_t line = text.find_last_of('\n', at == 0 ? 0 : at - 1);
  const std::size_t begin = line == text.npos ? 0 : line + 1;
  const std::string_view before = text.substr(begin, at - begin);
  return before.find_first_not_of(" \t") == before.npos ? std::string(before) : std::string();
}

// Lines of XML, each indented.
class Lines {
 public:
  Lines(std::string indent, std::string_view prefix)
      : indent_(std::move(indent)), prefix_(prefix) {}

  // "<" and "</" get the namespace prefix of the document.
  void add(std::size_t depth, std::string_view line) {
    out_ += indent_ + std::string(2 * depth, ' ');
    for (std::size_t i = 0; i < line.size(); ++i) {
      out_ += line[i];
      const bool end = line[i] == '/' && i > 0 && line[i - 1] == '<';
      if (end || (line[i] == '<' && line.substr(i, 2) != "</")) out_ += prefix_;
    }
    out_ += "\n";
  }
  std::string take() { return std::move(out_); }

 private:
  std::string indent_;
  std::string_view prefix_;
  std::string out_;
};

std::string code_line(std::string_view code, std::string_view system, std::string_view name) {
  std::string line = "<code code=\"" + std::string(code) + "\" codeSystem=\"";
  line.append(system).append("\" displayName=\"").append(name).append("\"/>");
  return line;
}

void add_element(Lines& lines, std::size_t depth, const Ws500Element& element) {
  lines.add(depth, "<entry>");
  lines.add(depth + 1, "<observation classCode=\"OBS\" moodCode=\"EVN\">");
  lines.add(depth + 2, code_line(element.id, "2.16.156.10011.2.2.1", element.name));
  lines.add(depth + 2, "<value xsi:type=\"ST\"></value>");
  lines.add(depth + 1, "</observation>");
  lines.add(depth, "</entry>");
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
  return code.starts_with("DE") ? "2.16.156.10011.2.2.1" : "2.16.840.1.113883.6.1";
}

std::string ws500_skeleton(const Home& home, std::string indent, std::string_view prefix) {
  Lines lines(std::move(indent), prefix);
  const Ws500Section& section = *home.section;
  lines.add(0, "<component>");
  lines.add(1, "<section>");
  if (!section.code.empty()) {
    lines.add(2, code_line(section.code, system_of(section.code), section.display_name));
  } else {
    lines.add(2, "<code displayName=\"" + std::string(section.display_name) + "\"/>");
  }
  lines.add(2, "<text></text>");
  for (const Ws500Element& element : section.elements) {
    if (home.element == nullptr || home.element == &element) add_element(lines, 2, element);
  }
  lines.add(1, "</section>");
  lines.add(0, "</component>");
  return lines.take();
}

std::string ccda_skeleton(SectionType wanted, std::string_view code, std::string indent,
                          std::string_view prefix) {
  Lines lines(std::move(indent), prefix);
  lines.add(0, "<component>");
  lines.add(1, "<section>");
  lines.add(2, code_line(code, "2.16.840.1.113883.6.1", loinc_name(code)));
  lines.add(2, "<title>" + std::string(name(wanted, Lang::kEn)) + "</title>");
  lines.add(2, "<text></text>");
  lines.add(1, "</section>");
  lines.add(0, "</component>");
  return lines.take();
}

// The code of a section in documents from abroad: the one that the tables of LOINC know it by.
std::string_view loinc_of(SectionType wanted) {
  constexpr std::string_view kCodes[] = {
      "10154-3", "10164-2", "11348-0", "48765-2", "10160-0", "29762-2", "10157-6", "29545-1",
      "8716-3",  "30954-2", "51848-0", "18776-5", "47519-4", "11369-6", "8648-8",  "10183-2"};
  for (const std::string_view code : kCodes) {
    if (section_type_from_loinc(code) == wanted) return code;
  }
  return {};
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
    const std::string_view code = loinc_of(wanted);
    if (code.empty()) return std::nullopt;
    return before_tag(text, tag, ccda_skeleton(wanted, code, indent, prefix), outer);
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
  Lines lines(inner.empty() ? std::string() : inner + "  ", prefix);
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

}  // namespace emrlint::lsp
