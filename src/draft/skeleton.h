// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_DRAFT_SKELETON_H_
#define EMRLINT_DRAFT_SKELETON_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "draft/insertion.h"
#include "model/document.h"
#include "terminology/ccda.h"
#include "terminology/ws500.h"

namespace emrlint::draft {

// An empty section for a document, in its format and where that keeps its sections: WS/T 500 as the
// standard prints the section, C-CDA, chart JSON, FHIR. `text` is the text of its file. Empty where
// there is no such place, as in a broken document, and for a section that the standard has no form
// for.
std::optional<Insertion> section_skeleton(const Document& document, std::string_view text,
                                          SectionType wanted);

// A section of WS/T 500 with its elements, each empty, as lines that begin with the indent.
std::string empty_section(const Ws500Section& section, const std::string& indent);
// A section of C-CDA with its title; `prefix` is that of the namespace, with its colon.
std::string empty_section(const CcdaSection& section, const std::string& indent,
                          std::string_view prefix = {});

// The sections that an outcome says are missing, by the names in its arguments.
std::vector<SectionType> missing_sections(const Outcome& outcome);

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_SKELETON_H_
