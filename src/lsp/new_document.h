// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_NEW_DOCUMENT_H_
#define EMRLINT_LSP_NEW_DOCUMENT_H_

#include <optional>
#include <string>
#include <vector>

#include "model/chart.h"

namespace emrlint::lsp {

// The command that writes a new document; its arguments are the URI of a document or a folder and
// the id of the type.
inline constexpr const char* kNewDocument = "emrlint.newDocument";

// A document that is still to be written.
struct NewDocument {
  std::string file_name;  // "入院记录.xml"
  std::string text;
};

// The types that a new document can be of: those that a part of WS/T 500 specifies.
std::vector<DocType> new_document_types();

// A WS/T 500 document of a type with the sections of its standard, in that order and empty. Of the
// patient and the stay it says what `known` says, which may be null; what is not known is left out
// or empty, to be filled in. Nothing for other types.
std::optional<NewDocument> new_document(DocType type, const Chart* known);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_NEW_DOCUMENT_H_
