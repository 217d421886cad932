// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_CODE_ACTIONS_H_
#define EMRLINT_LSP_CODE_ACTIONS_H_

#include <cstddef>
#include <optional>
#include <string>

#include "lsp/view.h"

namespace emrlint::lsp {

// The command that opens the page of a check; its argument is the id.
inline constexpr const char* kOpenPage = "emrlint.openPage";

// The file that a waiver is written into.
struct WaiverFile {
  std::string uri;
  bool exists = false;
  TextPosition end;   // Of its text.
  std::string until;  // The last day of a new waiver.
};

// What can be done about the findings that touch the bytes [from, to] of a document, as the result
// of textDocument/codeAction. By the server's own findings alone: what a client echoes of them may
// count in other units. `versioned`: the version of the document, for clients that take versioned
// changes.
std::string code_actions(const View& view, std::size_t from, std::size_t to,
                         std::optional<std::int64_t> version,
                         const std::optional<WaiverFile>& waivers);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_CODE_ACTIONS_H_
