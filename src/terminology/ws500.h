// SPDX-License-Identifier: Apache-2.0
// The shared documents of WS/T 500-2016: what identifies them, which sections and data elements
// they have, and which logical section of the record model each of these is. Facts of the standard
// only; the writing rules ask for more, and real documents for patience.
#ifndef EMRLINT_TERMINOLOGY_WS500_H_
#define EMRLINT_TERMINOLOGY_WS500_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "model/document_types.h"
#include "model/section_types.h"

namespace emrlint {

struct Ws500Element {
  std::string_view id;    // "DE04.01.119.00"
  std::string_view name;  // What it means at this place of this document.
};

inline constexpr std::uint8_t kWs500Unbounded = 255;

struct Ws500Section {
  std::string_view name;          // "主诉"
  std::string_view code;          // LOINC code or data element id; empty if it has no code.
  std::string_view display_name;  // As the standard prints it.
  std::uint8_t least = 0;         // 1: required.
  std::uint8_t most = 1;          // kWs500Unbounded: any number.
  SectionType type = SectionType::kUnknown;
  std::span<const Ws500Element> elements;
};

// The sections of a document in the order of the standard; empty for a type it does not have.
std::span<const Ws500Section> ws500_sections(DocType type);

// The code ("C0034") and template id of a document; empty for a type it does not have.
std::string_view ws500_code(DocType type);
std::string_view ws500_template(DocType type);

// The document with that code or that template id, kUnknown if there is none.
DocType doc_type_from_code(std::string_view code);
DocType doc_type_from_template(std::string_view template_id);

// The document that code, template id and title name together; each may be empty or wrong. Two
// that agree overrule the third; otherwise code counts before template and template before title.
DocType doc_type_of(std::string_view code, std::string_view template_id, std::string_view title);

// The logical meaning of an exchange section, from its code and its display name or title. The
// same code means different things in different documents, and twice different ones in some.
SectionType ws500_section(DocType document, std::string_view code, std::string_view display_name);

// Whether the standard gives several sections of a document that code (C0049 and C0050: 11535-2).
bool ws500_code_is_shared(DocType document, std::string_view code);

// Which of the sections that share a code it is, by the elements that it holds. Where they fit
// several alike: `read`, what ws500_section() says, or the next one if `read` is `taken` already.
SectionType ws500_section_of_elements(DocType document, std::string_view code, SectionType read,
                                      bool taken, std::span<const Ws500Element> held);

// The logical section that a data element is, given the exchange section around it; kUnknown if it
// is nothing but a data element (a measured value, a flag, an identifier).
SectionType ws500_element_field(DocType document, SectionType section, std::string_view element,
                                std::string_view display_name);

// Whether the standard has a section or a data element of a document that is this logical section.
// True for a document that it does not have.
bool ws500_has_place(DocType document, SectionType wanted);

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_WS500_H_
