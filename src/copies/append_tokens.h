// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_APPEND_TOKENS_H_
#define EMRLINT_COPIES_APPEND_TOKENS_H_

#include "copies/tokens.h"

namespace emrlint {

// Appends tokens that were read before: what stood at `n` in them stands at n plus the size that
// `to` had. The pieces of both must outlive `to`.
void append_tokens(const Tokens& from, Tokens& to);

}  // namespace emrlint

#endif  // EMRLINT_COPIES_APPEND_TOKENS_H_
