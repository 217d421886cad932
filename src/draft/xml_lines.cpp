// SPDX-License-Identifier: Apache-2.0
#include "draft/xml_lines.h"

#include <cstddef>

#include "output/xml_text.h"

namespace emrlint::draft {

void XmlLines::begin_document() {
  line(0, R"(<?xml version="1.0" encoding="UTF-8"?>)");
  line(0, R"(<ClinicalDocument xmlns="urn:hl7-org:v3" )"
          R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">)");
}

void XmlLines::begin_body() {
  line(1, "<component>");
  line(2, "<structuredBody>");
}

void XmlLines::end_document() {
  line(2, "</structuredBody>");
  line(1, "</component>");
  line(0, "</ClinicalDocument>");
}

void XmlLines::line(int depth, std::string_view markup) {
  out_.append(indent_).append(static_cast<std::size_t>(2 * depth), ' ');
  for (std::size_t i = 0; i < markup.size(); ++i) {
    out_ += markup[i];
    const bool end = markup[i] == '/' && i > 0 && markup[i - 1] == '<';
    const bool begin =
        markup[i] == '<' && markup.substr(i, 2) != "</" && markup.substr(i, 2) != "<?";
    if (end || begin) out_ += prefix_;
  }
  out_ += '\n';
}

void XmlLines::text(int depth, std::string_view element, std::string_view value) {
  std::string markup = "<" + std::string(element) + ">";
  append_xml(markup, value);
  line(depth, markup + "</" + std::string(element) + ">");
}

void XmlLines::id(int depth, std::string_view root, std::string_view extension) {
  line(depth, "<id" + attribute("root", root) + attribute("extension", extension) + "/>");
}

void XmlLines::code(int depth, std::string_view code, std::string_view system,
                    std::string_view display) {
  std::string markup = "<code" + attribute("code", code) + attribute("codeSystem", system);
  if (!display.empty()) markup += attribute("displayName", display);
  line(depth, markup + "/>");
}

std::string attribute(std::string_view name, std::string_view value) {
  std::string text = " " + std::string(name) + "=\"";
  append_xml(text, value);
  return text + "\"";
}

std::string hl7(const Time& time) {
  std::string text;
  for (const char c : to_iso(time)) {
    if (c != '-' && c != ':' && c != 'T') text += c;
    // The sign of a zone behind a time of day is no dash of a date.
    if (c == '-' && text.size() > 8) text += c;
  }
  return text;
}

std::string indent_before(std::string_view text, std::size_t at) {
  const std::size_t line = text.find_last_of('\n', at == 0 ? 0 : at - 1);
  const std::size_t begin = line == text.npos ? 0 : line + 1;
  const std::string_view before = text.substr(begin, at - begin);
  return before.find_first_not_of(" \t") == before.npos ? std::string(before) : std::string();
}

}  // namespace emrlint::draft
