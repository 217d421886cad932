// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_HALF_TYPED_H_
#define EMRLINT_LSP_HALF_TYPED_H_

#include "base/span.h"
#include "reader/batch.h"

namespace emrlint::lsp {

// Takes back what a mended text (syntax/mend.h) seems to say and may not: `mended` was read of it,
// `strict` of the same text up to where the parser stopped, `gap` is the first place that was
// mended. Documents that `strict` has whole are whole; of all others nothing is known to be absent.
// The event, the times and the problems at the gap go, as do the sources that `strict` has not read
// to their end.
void take_back(ReadOutput& mended, const ReadOutput& strict, Span gap);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_HALF_TYPED_H_
