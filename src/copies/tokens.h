// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_TOKENS_H_
#define EMRLINT_COPIES_TOKENS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"

namespace emrlint {

// Tokens [from, to) of a Tokens.
struct TokenRange {
  std::uint32_t from = 0;
  std::uint32_t to = 0;

  constexpr std::uint32_t size() const { return to - from; }
  friend constexpr bool operator==(const TokenRange&, const TokenRange&) = default;
};

// Narratives as tokens: each ideograph, each word of other letters, each number. Width and
// compatibility forms are folded, Latin letters are lower case, punctuation and blanks are left
// out. The texts stand one behind the other; the pieces must outlive the tokens.
class Tokens {
 public:
  // What every number is in shapes().
  static constexpr std::uint32_t kNumber = 0x7FFFFFFF;

  // Appends a text of these pieces; a token never spans two of them.
  TokenRange add(std::span<const Text> pieces);

  std::size_t size() const { return exact_.size(); }
  // Equal for equal tokens: the code point of an ideograph, a hash of 31 bits for all else.
  std::span<const std::uint32_t> exact() const { return exact_; }
  // The same, but all numbers are equal.
  std::span<const std::uint32_t> shapes() const { return shape_; }

  // How much a token tells, in halves of an ideograph: a word tells as much as two ideographs, a
  // number, which is the like of any other, as much as half a one.
  static constexpr unsigned weight(std::uint32_t shape) {
    return shape < kNumber ? 2 : shape == kNumber ? 1 : 4;
  }
  unsigned weight(TokenRange range) const;
  // Whether tokens tell so much at least.
  bool tells(TokenRange range, unsigned least) const {
    if (range.size() >= least) return true;  // None tells less than 1.
    return range.size() * 4 >= least && weight(range) >= least;
  }

  // Where a token stands.
  Part part(std::uint32_t token) const {
    const Place& place = places_[token];
    return {pieces_[place.piece], place.begin, place.end};
  }
  // Where tokens stand, a part for each piece; not empty when the range is not.
  std::vector<Part> parts(TokenRange range) const;

  void reserve(std::size_t count);
  void clear();

 private:
  friend class Tokenizer;
  struct Place {
    std::uint32_t piece;  // Of pieces_.
    std::uint32_t begin;  // Bytes of its value.
    std::uint32_t end;
  };

  std::vector<std::uint32_t> exact_;
  std::vector<std::uint32_t> shape_;
  std::vector<Place> places_;
  std::vector<Text> pieces_;
};

}  // namespace emrlint

#endif  // EMRLINT_COPIES_TOKENS_H_
