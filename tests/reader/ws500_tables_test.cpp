// SPDX-License-Identifier: Apache-2.0
// Each of the 53 shared documents with all of its sections and data elements, made from the table
// of the standard, goes through the reader and is found in the model by name.
#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reader/ws500_read.h"
#include "terminology/ws500.h"

namespace emrlint {
namespace {

using ws500_test::ReadWs500;

std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

// What stands in an element: unlike anything else in the document.
std::string value_of(std::size_t section, std::size_t element) {
  return "内容" + std::to_string(section) + "-" + std::to_string(element);
}

std::string section_xml(const Ws500Section& section, std::size_t index) {
  const bool element_code = section.code.starts_with("DE");
  std::string xml = "<component><section><code" + attribute("code", section.code);
  xml += attribute("codeSystem", element_code ? "2.16.156.10011.2.2.1" : "2.16.840.1.113883.6.1");
  xml += attribute("displayName", section.display_name) + "/><text/>\n";
  for (std::size_t i = 0; i < section.elements.size(); ++i) {
    const Ws500Element& element = section.elements[i];
    xml += "<entry><observation classCode=\"OBS\" moodCode=\"EVN\"><code";
    xml += attribute("code", element.id) + attribute("codeSystem", "2.16.156.10011.2.2.1");
    xml += attribute("displayName", element.name) + "/><value xsi:type=\"ST\">";
    xml += value_of(index, i) + "</value></observation></entry>\n";
  }
  return xml + "</section></component>\n";
}

std::string document_xml(DocType type) {
  std::string xml =
      "<ClinicalDocument xmlns=\"urn:hl7-org:v3\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n<realmCode code=\"CN\"/>\n";
  xml += "<templateId root=\"" + std::string(ws500_template(type)) + "\"/>\n";
  xml += "<code code=\"" + std::string(ws500_code(type)) +
         "\" codeSystem=\"2.16.156.10011.2.4\"/>\n<component><structuredBody>\n";
  const auto sections = ws500_sections(type);
  for (std::size_t i = 0; i < sections.size(); ++i) xml += section_xml(sections[i], i);
  return xml + "</structuredBody></component></ClinicalDocument>\n";
}

std::vector<DocType> shared_documents() {
  std::vector<DocType> result;
  for (std::size_t i = 0; i < kDocTypeCount; ++i) {
    const auto type = static_cast<DocType>(i);
    if (wst_number(type) > 0) result.push_back(type);
  }
  return result;
}

// The exchange sections, without the fields that the reader makes of their elements.
std::vector<const Section*> exchange_sections(const Document& document) {
  std::vector<const Section*> result;
  for (const Section& section : document.sections) {
    if (!section.field) result.push_back(&section);
  }
  return result;
}

// Whether a section of that type, exchange section or field, has the words.
bool reads(const Document& document, SectionType type, std::string_view words) {
  for (const Section& section : document.sections) {
    if (section.type != type) continue;
    for (const Text& text : document.text_of(section)) {
      if (text.value == words) return true;
    }
  }
  return false;
}

void check_elements(const Document& document, const Section& section, const Ws500Section& standard,
                    std::size_t index) {
  const auto elements = document.elements_of(section);
  REQUIRE(elements.size() == standard.elements.size());
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const Element& element = elements[i];
    CHECK(element.id.value == standard.elements[i].id);
    CHECK(element.name.value == standard.elements[i].name);
    CHECK(element.value.value == value_of(index, i));
    CHECK(document.sections[element.section].type == standard.type);
    CHECK(reads(document, standard.type, element.value.value));
    const SectionType field =
        ws500_element_field(document.type, standard.type, element.id.value, element.name.value);
    if (field == SectionType::kUnknown) continue;
    CAPTURE(id(field));
    CHECK(reads(document, field, element.value.value));
  }
}

TEST_CASE("every section and data element of the 53 shared documents reaches the model by name") {
  std::size_t sections = 0;
  std::size_t elements = 0;
  const std::vector<DocType> types = shared_documents();
  CHECK(types.size() == 53);
  for (const DocType type : types) {
    CAPTURE(id(type));
    const ReadWs500 read(document_xml(type));
    const Document& document = read.document();
    CHECK(read.out.problems.empty());
    CHECK(document.type == type);
    CHECK(document.format == Format::kWs500);
    const std::vector<const Section*> found = exchange_sections(document);
    const auto standard = ws500_sections(type);
    REQUIRE(found.size() == standard.size());
    for (std::size_t i = 0; i < standard.size(); ++i) {
      CAPTURE(standard[i].name);
      CHECK(id(found[i]->type) == id(standard[i].type));
      CHECK(found[i]->code.value == standard[i].code);
      CHECK(document.section(standard[i].type) != nullptr);
      check_elements(document, *found[i], standard[i], i);
      ++sections;
      elements += standard[i].elements.size();
    }
    CHECK(ws500_test::check_spans(read) > standard.size());
  }
  CHECK(sections == 324);
  CHECK(elements == 1088);
}

// Sections are also found when the document says their Chinese heading, and nothing but that.
TEST_CASE("the sections of the standard that have no code are found by their heading alone") {
  std::size_t count = 0;
  for (const DocType type : shared_documents()) {
    for (const Ws500Section& section : ws500_sections(type)) {
      if (!section.code.empty()) continue;
      ++count;
      CAPTURE(id(type));
      CAPTURE(section.name);
      const std::string body = "<section><code/><title>" + std::string(section.name) +
                               "章节</title><text>血压平稳</text></section>";
      const ReadWs500 read(
          "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><realmCode code=\"CN\"/><code code=\"" +
          std::string(ws500_code(type)) +
          "\" codeSystem=\"2.16.156.10011.2.4\"/><component><structuredBody><component>" + body +
          "</component></structuredBody></component></ClinicalDocument>");
      REQUIRE(read.document().sections.size() == 1);
      CHECK(id(read.document().sections[0].type) == id(section.type));
      CHECK(reads(read.document(), section.type, "血压平稳"));
    }
  }
  CHECK(count > 0);
}

}  // namespace
}  // namespace emrlint
