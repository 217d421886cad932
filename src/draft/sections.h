// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_DRAFT_SECTIONS_H_
#define EMRLINT_DRAFT_SECTIONS_H_

#include <string>
#include <vector>

#include "draft/beside.h"
#include "model/document_types.h"
#include "model/section_types.h"

namespace emrlint::draft {

// The sections that a standard gives a document of the type, for formats that have no standard of
// sections of their own: those of WS/T 500 in China, of C-CDA elsewhere, and of the other one where
// that has none of the type. Each once.
std::vector<SectionType> standard_sections(DocType type, bool china);

// Whether what is written there is for readers of Chinese: also where nothing is known.
bool in_china(const Beside& beside);

// The name of a file, "出院记录" or "discharge-record".
std::string file_stem(DocType type, bool china);

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_SECTIONS_H_
