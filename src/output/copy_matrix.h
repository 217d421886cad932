// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_COPY_MATRIX_H_
#define EMRLINT_OUTPUT_COPY_MATRIX_H_

#include <ostream>

#include "output/copies_sink.h"
#include "output/wording.h"

namespace emrlint {

// Writes the documents of a map that have part in a copy, each with what share of it stands in
// which other one: rows are copies, columns their sources. No line is wider than options.columns;
// columns that have no room go below.
void write_copy_matrix(std::ostream& out, const CopyMap& map, const OutputOptions& options,
                       Wording& wording);

// The title of a document in the language of the run: that of its type, or as written.
std::string document_title(const Document& document, const OutputOptions& options,
                           Wording& wording);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_COPY_MATRIX_H_
