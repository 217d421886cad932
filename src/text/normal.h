// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_NORMAL_H_
#define EMRLINT_TEXT_NORMAL_H_

#include <cstddef>
#include <span>
#include <string>

#include "base/span.h"

namespace emrlint {

// A narrative as the code points that carry meaning: compatibility forms and width folded (NFKC),
// Latin letters in lower case, without punctuation and blanks.
std::u32string normalise(std::span<const Text> pieces);

// The place of points [from, to) of what normalise() makes of `pieces`, cut at the end of the piece
// that `from` is in. There is such a point. Walks the pieces again.
Part part_of(std::span<const Text> pieces, std::size_t from, std::size_t to);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_NORMAL_H_
