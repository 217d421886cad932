// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_NAME_SYMBOLS_H_
#define EMRLINT_TEXT_NAME_SYMBOLS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/fold.h"

namespace emrlint {

// What names and texts are compared by: an ideograph (or other letter that stands for itself), a
// whole word of Latin letters and digits, or a comma of any kind. Case and width make no
// difference, and roman numbers to five are the Arabic ones: Ⅱ型, II型 and 2型 are the same. Words
// are told apart by 31 bits of a hash.
using NameSymbol = char32_t;
inline constexpr NameSymbol kCommaSymbol = ',';  // ， 、 ； ：
inline constexpr NameSymbol kStopSymbol = 0;     // What no name reaches across: 。 ？ a line end.

// Whether it is a word: Latin letters and digits.
constexpr bool is_word(NameSymbol symbol) { return (symbol & 0x80000000u) != 0; }

// The symbols of a text with the bytes they stand at, one after the other. Blanks, brackets,
// hyphens and the like are none.
class NameSymbols {
 public:
  explicit NameSymbols(std::string_view text, std::size_t at = 0) : text_(text), to_(at) {}

  // Goes to the next one; false at the end of the text.
  bool next() {
    while (to_ + 2 < text_.size()) {
      const auto lead = static_cast<unsigned char>(text_[to_]);
      if (lead < 0xE4 || lead > 0xE9) return next_other();
      const DecodedPoint d = decode_point(text_, to_);
      if (!plain_ideograph(d.point)) return next_other();
      symbol_ = d.point;
      from_ = to_;
      to_ += 3;
      return true;
    }
    return next_other();
  }

  NameSymbol symbol() const { return symbol_; }
  std::size_t from() const { return from_; }
  std::size_t to() const { return to_; }

 private:
  bool next_other();
  bool take(const FoldedPoints& folded, DecodedPoint raw);
  void word();

  std::string_view text_;
  NameSymbol symbol_ = kStopSymbol;
  std::size_t from_ = 0, to_ = 0;
};

// Those of a name, without stops and without commas at its ends.
std::u32string symbols_of_name(std::string_view name);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_NAME_SYMBOLS_H_
