// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_DRAFT_NEW_DOCUMENT_H_
#define EMRLINT_DRAFT_NEW_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "draft/beside.h"
#include "model/document_types.h"

namespace emrlint::draft {

// A document that is still to be written.
struct NewDocument {
  std::string file_name;  // "入院记录.xml", of a file of its own.
  std::string text;
  // Where the text goes into the file that it stands beside, which holds many documents.
  std::optional<std::uint32_t> at = std::nullopt;
  std::uint32_t replaces = 0;  // Bytes from there on that give way to it: blanks, or a null.
};

// The formats that there are new documents in.
inline constexpr Format kDraftFormats[] = {Format::kWs500, Format::kCcda, Format::kChartJson,
                                           Format::kFhir};

// Whether there is a new document of a type in a format: a standard tells its sections. In WS/T 500
// those are the types of its parts, in C-CDA those of its templates, in chart JSON and FHIR both.
bool has_template(DocType type, Format format);

// The types in any format.
std::vector<DocType> new_document_types();
// The types in that place; none where new_document() gives none.
std::vector<DocType> new_document_types(const Beside& beside);

// A document of a type with the sections of its standard, in the order of that and empty. Of the
// patient and the stay it says what the chart says; what is not known is left out or empty, to be
// filled in. Nothing for a type that the format has none of; where the file that it would go into
// has an error of syntax; and beside a FHIR document, which holds one record and no more.
std::optional<NewDocument> new_document(DocType type, const Beside& beside);

// A path for it that no file of the folder has: "入院记录.xml", else "入院记录-2.xml".
std::string free_path(const std::string& folder, const std::string& file_name);

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_NEW_DOCUMENT_H_
