// SPDX-License-Identifier: Apache-2.0
// The documents of C-CDA R2.1: what identifies them and their sections, and which sections their
// templates require. What a document or a section code means is in loinc.h.
#ifndef EMRLINT_TERMINOLOGY_CCDA_H_
#define EMRLINT_TERMINOLOGY_CCDA_H_

#include <span>
#include <string_view>

#include "model/document_types.h"
#include "model/section_types.h"

namespace emrlint {

struct CcdaSection {
  std::string_view code;                        // LOINC
  std::string_view template_id, template_date;  // The date is empty for templates without one.
  std::string_view title;
};

struct CcdaDocument {
  DocType type;
  std::string_view code;  // LOINC
  std::string_view template_id, template_date;
  std::string_view title;
  std::span<const std::string_view> required;  // Codes of sections, in a usual order.
};

std::span<const CcdaDocument> ccda_documents();
// Null for a type that C-CDA has no template for.
const CcdaDocument* ccda_document(DocType type);

// Null for a section that C-CDA has no template for, or a code that none of them has.
const CcdaSection* ccda_section(SectionType type);
const CcdaSection* ccda_section_of_code(std::string_view code);

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_CCDA_H_
