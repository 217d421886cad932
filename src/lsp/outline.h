// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_OUTLINE_H_
#define EMRLINT_LSP_OUTLINE_H_

#include <string>
#include <string_view>
#include <vector>

#include "lsp/view.h"

namespace emrlint::lsp {

// A document or a section of a chart as it lies in a file.
struct OutlineItem {
  std::string name;
  std::string detail;  // Of a document its author and time, where known.
  FilePlace heading;   // What is selected.
  FilePlace whole;     // Up to the next one.
  std::vector<OutlineItem> items;
};

// The documents of a file with their sections, in the order of the text.
std::vector<OutlineItem> outline(const GroupView& group, std::uint32_t file, Lang lang);

// The results of textDocument/documentSymbol and textDocument/foldingRange.
std::string document_symbols(const View& view);
std::string folding_ranges(const View& view);

// Adds the symbols of one file whose names hold `query` to an array of workspace/symbol.
void add_workspace_symbols(JsonWriter& json, const GroupView& group, std::uint32_t file,
                           const DiagnosticStyle& style, std::string_view query);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_OUTLINE_H_
