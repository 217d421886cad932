// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_READ_JSON_H_
#define EMRLINT_READER_READ_JSON_H_

#include <cstddef>
#include <cstdint>

#include "reader/batch.h"
#include "source/source_file.h"
#include "syntax/json.h"

namespace emrlint {

// A JSON text as far as it can be read. `behind` is the number of members and items that were found
// whole behind an error.
struct JsonText {
  JsonTree tree;
  std::size_t behind = 0;
};

// Looks behind an error if the limits allow it and what broke off is a document, as `in_document`
// says of what was read. Of documents it is known what they lack when they are broken; an event
// that broke off is gone, and what stands behind would seem to lack it.
JsonText read_json(SourceFile& file, std::uint32_t index, const Limits& limits,
                   bool (*in_document)(JsonValue root));

// Reports the error of a text. `useful`: something of it was used.
void report_json_error(const SyntaxError& error, std::size_t behind, bool useful,
                       const SourceFile& file, std::uint32_t index, ReadOutput& out);

}  // namespace emrlint

#endif  // EMRLINT_READER_READ_JSON_H_
