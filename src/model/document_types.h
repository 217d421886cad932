// SPDX-License-Identifier: Apache-2.0
// The types of documents that a chart can hold, with their public ids and names. A type says what
// a document is for; how a document was recognised is the reader's business.
#ifndef EMRLINT_MODEL_DOCUMENT_TYPES_H_
#define EMRLINT_MODEL_DOCUMENT_TYPES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/lang.h"

namespace emrlint {

enum class DocType : std::uint8_t {
#define EMRLINT_DOC_TYPE(enumerator, id, wst, zh, en) enumerator,
#include "model/document_types.def"
#undef EMRLINT_DOC_TYPE
};

// Number of types, kUnknown included; every value below it is a valid DocType.
inline constexpr std::size_t kDocTypeCount = 0
#define EMRLINT_DOC_TYPE(enumerator, id, wst, zh, en) +1
#include "model/document_types.def"
#undef EMRLINT_DOC_TYPE
    ;

// The public kebab-case id, for example "admission-record"; "unknown" for kUnknown.
std::string_view id(DocType type);

// The name shown to people.
std::string_view name(DocType type, Lang lang);

// The part of WS/T 500-2016 (1 to 53) that specifies the type, 0 if none does.
int wst_number(DocType type);

// The type with that id; empty for an unknown id and for "unknown" itself.
std::optional<DocType> doc_type_from_id(std::string_view id);

}  // namespace emrlint

#endif  // EMRLINT_MODEL_DOCUMENT_TYPES_H_
