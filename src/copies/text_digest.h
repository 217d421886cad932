// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_TEXT_DIGEST_H_
#define EMRLINT_COPIES_TEXT_DIGEST_H_

#include <cstdint>
#include <span>
#include <string>

#include "base/span.h"

namespace emrlint {

// What is kept of a text that must be compared with those of other charts and may not stay itself.
// Tokens are those of Tokens, an ideograph, a word or a number each; １．５ is one number too.
struct TextDigest {
  // 16 bytes (XXH3-128), equal for texts of equal tokens: without punctuation, blanks, width and
  // case, with all numbers. No secret: whoever has the text has it too.
  std::string hash;
  std::uint32_t tokens = 0;
  std::uint32_t numbers = 0;  // Of the tokens, without those of items: 1. 2、 3)
  // How much the text tells of its own, in ideographs (a word counts for two, a number for a half):
  // without the clauses that say what many texts say, those that begin with 无 or 否认, hold 未, or
  // end in 正常 or 阴性.
  std::uint32_t own = 0;
};

// A token never spans two pieces.
TextDigest digest(std::span<const Text> pieces);

}  // namespace emrlint

#endif  // EMRLINT_COPIES_TEXT_DIGEST_H_
