// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_STDIO_H_
#define EMRLINT_LSP_STDIO_H_

#include "lsp/server.h"

namespace emrlint::lsp {

// Runs a server on two file descriptors until the client says `exit` or goes away; the exit code of
// the process. Reads ahead of what it handles, so that a request can be cancelled while it waits.
int serve(int in, int out, const ServerOptions& options);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_STDIO_H_
