// SPDX-License-Identifier: Apache-2.0
// LOINC codes of documents and sections as C-CDA and FHIR use them. WS/T 500 uses some of the
// section codes with other meanings: for its documents ask ws500.h.
#ifndef EMRLINT_TERMINOLOGY_LOINC_H_
#define EMRLINT_TERMINOLOGY_LOINC_H_

#include <string_view>

#include "model/document_types.h"
#include "model/section_types.h"

namespace emrlint {

// The type that a document code means; kUnknown for a code that is not in the table.
DocType doc_type_from_loinc(std::string_view code);

// The logical section that a section code means; kUnknown for a code that is not in the table.
SectionType section_type_from_loinc(std::string_view code);

// The short name of a document or section code of the two tables, empty for others.
std::string_view loinc_name(std::string_view code);

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_LOINC_H_
