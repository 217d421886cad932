// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_DRAFT_JSON_SKELETON_H_
#define EMRLINT_DRAFT_JSON_SKELETON_H_

#include <optional>
#include <string_view>

#include "draft/insertion.h"
#include "model/document.h"

namespace emrlint::draft {

// An empty section behind the others of a document of chart JSON. `text` is the text of its file.
// Empty where the document or its sections are broken.
std::optional<Insertion> chart_json_section(const Document& document, std::string_view text,
                                            SectionType wanted);

// The same of a Composition of FHIR. `loinc` is the code of the section, or empty: then, and where
// the other sections have codes of ours, it gets one of ours. Empty as well for documents that are
// no Composition, and for one whose only content is its own narrative: it would give way to the
// section.
std::optional<Insertion> fhir_section(const Document& document, std::string_view text,
                                      SectionType wanted, std::string_view loinc);

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_JSON_SKELETON_H_
