// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_FHIR_NARRATIVE_H_
#define EMRLINT_READER_FHIR_NARRATIVE_H_

#include <vector>

#include "model/document.h"
#include "source/source_file.h"
#include "syntax/json.h"

namespace emrlint::fhir {

// Appends the text of an XHTML narrative, one piece for each block (paragraph, item, cell), with
// its place in the JSON text of the file. Blanks around a piece are dropped, tags inside it too.
void add_narrative(SourceFile& file, JsonValue div, std::vector<Text>& out);

// Appends the sections of a note that came as base64 of plain text. A line that is a known heading,
// or begins with one and a colon, opens a section; what stands before the first has none.
void add_note(SourceFile& file, JsonValue data, Document& document);

}  // namespace emrlint::fhir

#endif  // EMRLINT_READER_FHIR_NARRATIVE_H_
