// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_CAPABILITIES_H_
#define EMRLINT_LSP_CAPABILITIES_H_

#include <string>

#include "lsp/line_map.h"

namespace emrlint::lsp {

// The result of initialize: what the server can do.
std::string capabilities(PositionEncoding encoding);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_CAPABILITIES_H_
