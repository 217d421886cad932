// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_SNIPPET_H_
#define EMRLINT_OUTPUT_SNIPPET_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "output/mask.h"
#include "source/source_file.h"

namespace emrlint {

// A source line with the place under it, for a terminal.
struct Snippet {
  std::string line;    // Without its indent; "..." where it was cut.
  std::string carets;  // Blanks and "^", by the width of what stands above.
};

// The line of the span, at most `columns` wide, cut around the span. Hidden parts are stars of the
// same width; with a null masker nothing is hidden. Never costs more than the window, however long
// the line is.
Snippet make_snippet(const SourceFile& file, Span span, std::size_t columns,
                     const Masker* masker);

// Text that cannot do harm in a terminal: control and direction characters become "·", line ends
// and tabs blanks.
std::string printable(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_SNIPPET_H_
