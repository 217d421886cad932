// SPDX-License-Identifier: Apache-2.0
// Documents and sections by the titles that people write. The last resort of a reader, after codes
// and templates; never a guess from the text of a document.
#ifndef EMRLINT_TERMINOLOGY_TITLES_H_
#define EMRLINT_TERMINOLOGY_TITLES_H_

#include <string_view>

#include "model/document_types.h"
#include "model/section_types.h"

namespace emrlint {

// The document that a title names: the whole title, or a known title at its end ("某医院入院记录").
// Blanks and the width of brackets do not matter. kUnknown if there is none.
DocType doc_type_from_title(std::string_view title);

// The section that a heading or display name means; it has to match as a whole, but blanks, a final
// colon and a final 章节 do not matter. kUnknown if there is none.
SectionType section_type_from_title(std::string_view title);

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_TITLES_H_
