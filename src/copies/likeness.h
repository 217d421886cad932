// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_LIKENESS_H_
#define EMRLINT_COPIES_LIKENESS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "copies/tokens.h"

namespace emrlint {

// How much of a text stands word for word in another one. A token is an ideograph, a word or a
// number.
struct Likeness {
  std::uint32_t size = 0;          // Tokens of the text without its boilerplate.
  std::uint32_t copied = 0;        // Of them: stand unchanged in copied passages, no templates.
  std::uint32_t numbers = 0;       // Of `size`: numbers.
  std::uint32_t same_numbers = 0;  // Of `copied`: numbers.
  std::uint32_t told = 0;  // By `size`, in ideographs: a word tells two, a number half a one.

  double share() const { return size == 0 ? 0 : static_cast<double>(copied) / size; }
  friend bool operator==(const Likeness&, const Likeness&) = default;
};

// A text that is compared, and the stretches of its tokens that are nobody's own, from its first
// token on: boilerplate is taken out of it, what is a template only does not count as copied.
struct ComparedText {
  TokenRange tokens;
  std::vector<TokenRange> boilerplate, templates;
};

// How much of each of two texts stands in passages (copies/passages.h) of the other one.
struct LikenessOfBoth {
  Likeness first, second;
};
LikenessOfBoth likeness(const Tokens& tokens, const ComparedText& first,
                        const ComparedText& second);

}  // namespace emrlint

#endif  // EMRLINT_COPIES_LIKENESS_H_
