// SPDX-License-Identifier: Apache-2.0
#include "draft/sections.h"

#include <algorithm>

#include "terminology/ccda.h"
#include "terminology/loinc.h"
#include "terminology/ws500.h"

namespace emrlint::draft {
namespace {

void add(std::vector<SectionType>& sections, SectionType type) {
  const bool known = type != SectionType::kUnknown;
  if (known && std::find(sections.begin(), sections.end(), type) == sections.end()) {
    sections.push_back(type);
  }
}

// What the writing rules ask for and WS/T 500 has no section for.
struct Asked {
  DocType document;
  SectionType section;
};
constexpr Asked kAsked[] = {
    {DocType::kAdmissionRecord, SectionType::kNarrator},       // BL 18(1); in CDA a person.
    {DocType::kPostopFirstNote, SectionType::kPostopMeasures}  // BL 22(18)
};

// A section of the standard may hold several of the record model, each as an element.
void add_ws500(std::vector<SectionType>& sections, DocType type) {
  for (const Ws500Section& section : ws500_sections(type)) {
    add(sections, section.type);
    for (const Ws500Element& element : section.elements) {
      add(sections, ws500_element_field(type, section.type, element.id, element.name));
    }
  }
  for (const Asked& asked : kAsked) {
    if (asked.document == type) add(sections, asked.section);
  }
}

void add_ccda(std::vector<SectionType>& sections, DocType type) {
  const CcdaDocument* const document = ccda_document(type);
  if (document == nullptr) return;
  for (const std::string_view code : document->required) {
    add(sections, section_type_from_loinc(code));
  }
}

}  // namespace

std::vector<SectionType> standard_sections(DocType type, bool china) {
  std::vector<SectionType> sections;
  china ? add_ws500(sections, type) : add_ccda(sections, type);
  if (sections.empty()) china ? add_ccda(sections, type) : add_ws500(sections, type);
  return sections;
}

bool in_china(const Beside& beside) {
  return beside.chart == nullptr || beside.chart->realm != Realm::kOther;
}

std::string file_stem(DocType type, bool china) {
  return std::string(china ? name(type, Lang::kZh) : id(type));
}

}  // namespace emrlint::draft
