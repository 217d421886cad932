// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_COPIES_SINK_H_
#define EMRLINT_OUTPUT_COPIES_SINK_H_

#include <memory>
#include <ostream>

#include "output/copy_map.h"
#include "output/sink.h"

namespace emrlint {

struct CopiesOptions {
  CopyChoice choice;
  PassageSettings settings;
  const Boilerplate* boilerplate = nullptr;  // Asked for when charts are rendered, not before.
};

// Sinks that show the copies in each chart instead of its findings; the options must outlive them.
// For people: a matrix of the documents, then the passages side by side.
std::unique_ptr<Sink> make_copies_text_sink(std::ostream& out, const Catalog& catalog,
                                            OutputOptions options, const CopiesOptions& copies);
// One JSON object a line for each chart; the keys are described in docs/output.md.
std::unique_ptr<Sink> make_copies_json_sink(std::ostream& out, const Catalog& catalog,
                                            OutputOptions options, const CopiesOptions& copies);

// How the author of a document is called: by name only where nothing is hidden, else by a letter,
// the same for one person in one chart. "-" where none is stated.
std::string author_label(const MappedDocument& document, const OutputOptions& options);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_COPIES_SINK_H_
