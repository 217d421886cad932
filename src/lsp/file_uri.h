// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_FILE_URI_H_
#define EMRLINT_LSP_FILE_URI_H_

#include <optional>
#include <string>
#include <string_view>

namespace emrlint::lsp {

// The path of a "file:" URI of this machine, its %XX decoded; empty for any other URI.
std::optional<std::string> path_of_uri(std::string_view uri);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_FILE_URI_H_
