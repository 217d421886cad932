// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_HOVER_H_
#define EMRLINT_LSP_HOVER_H_

#include <cstddef>
#include <string>

#include "lsp/view.h"

namespace emrlint::lsp {

// What is to be known of the findings at an offset, as the result of textDocument/hover: the
// sentence, the id of the check, points, advice and the articles that ask for it. "null" where
// there is none. What is due is told too.
std::string hover(const View& view, std::size_t offset);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_HOVER_H_
