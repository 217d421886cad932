// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_NORMAL_H_
#define EMRLINT_TEXT_NORMAL_H_

#include <span>
#include <string>

#include "base/span.h"

namespace emrlint {

// A narrative as the code points that carry meaning: compatibility forms and width folded (NFKC),
// Latin letters in lower case, without punctuation and blanks.
std::u32string normalise(std::span<const Text> pieces);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_NORMAL_H_
