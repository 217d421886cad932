// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_LENS_H_
#define EMRLINT_LSP_LENS_H_

#include <string>

#include "lsp/view.h"

namespace emrlint::lsp {

// The command that shows what a chart loses; its argument is the URI of one of its documents.
inline constexpr const char* kShowScore = "emrlint.showScore";

// The result of textDocument/codeLens: over the first document of each chart in the file its score
// and how many defects there are, and what of it is due next.
std::string code_lenses(const View& view);

// What the charts of a file lose, a line for each row of the sheet, for a message.
std::string score_lines(const View& view);

// The result of textDocument/inlayHint in the bytes [from, to]: the time left of each requirement
// that is not due yet, behind what called for it.
std::string inlay_hints(const View& view, std::size_t from, std::size_t to);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_LENS_H_
