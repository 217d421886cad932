// SPDX-License-Identifier: Apache-2.0
#include "text/name_symbols.h"

#include <algorithm>
#include <iterator>

namespace emrlint {
namespace {

// The beginning is kept to tell roman numbers.
class Word {
 public:
  void add(char32_t c) {
    hash_ = (hash_ ^ static_cast<std::uint64_t>(c)) * 0x100000001B3ull;
    if (size_ < 3) head_ = head_ << 8 | static_cast<std::uint32_t>(c & 0xFF);
    ++size_;
  }
  NameSymbol symbol() const {
    constexpr std::uint32_t kRoman[] = {'i', 'i' << 8 | 'i', 'i' << 16 | 'i' << 8 | 'i',
                                        'i' << 8 | 'v', 'v'};
    if (size_ <= 3) {
      const auto found = std::find(std::begin(kRoman), std::end(kRoman), head_);
      if (found != std::end(kRoman)) {
        Word digit;
        digit.add(static_cast<char32_t>('1' + (found - std::begin(kRoman))));
        return digit.symbol();
      }
    }
    return static_cast<NameSymbol>((hash_ ^ hash_ >> 32) | 0x80000000u);
  }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325ull;
  std::uint32_t head_ = 0, size_ = 0;
};

// What a mark parts: 0 nothing, else a comma or a stop.
enum class Parts : std::uint8_t { kNothing, kComma, kStop };
Parts parts(char32_t c) {
  switch (c) {
    case ',':
    case ';':
    case ':':
    case U'，':
    case U'；':
    case U'：':
    case U'、':
      return Parts::kComma;
    case '\n':
    case '\r':
    case '?':
    case '!':
    case U'。':
    case U'？':
    case U'！':
    case U'…':
    case 0xFFFD:
      return Parts::kStop;
    default:
      return Parts::kNothing;
  }
}

bool word_letter(char32_t c) { return c < 0x80; }  // Of folded points.

}  // namespace

// The word whose first letter begins at from_.
void NameSymbols::word() {
  Word word;
  to_ = from_;
  while (to_ < text_.size()) {
    const DecodedPoint d = decode_point(text_, to_);
    if (d.point < 0x80) {
      const char32_t c = folded_ascii(d.point);
      if (c == 0) break;
      word.add(c);
    } else if (plain_ideograph(d.point)) {
      break;
    } else {
      const FoldedPoints folded = fold_rare(d.point);
      const auto end = folded.points.begin() + static_cast<std::ptrdiff_t>(folded.count);
      if (folded.count == 0 || !std::all_of(folded.points.begin(), end, &word_letter)) break;
      std::for_each(folded.points.begin(), end, [&](char32_t c) { word.add(c); });
    }
    to_ += d.length;
  }
  symbol_ = word.symbol();
}

// A symbol of a point that is neither ASCII nor a plain ideograph; false when it is none.
bool NameSymbols::take(const FoldedPoints& folded, DecodedPoint raw) {
  if (folded.count == 0) return false;
  const auto end = folded.points.begin() + static_cast<std::ptrdiff_t>(folded.count);
  if (std::all_of(folded.points.begin(), end, &word_letter)) {
    word();
    return true;
  }
  Word whole;
  std::for_each(folded.points.begin(), end, [&](char32_t c) { whole.add(c); });
  symbol_ = folded.count == 1 ? folded.points[0] : whole.symbol();
  to_ = from_ + raw.length;
  return true;
}

bool NameSymbols::next_other() {
  while (to_ < text_.size()) {
    const DecodedPoint d = decode_point(text_, to_);
    from_ = to_;
    to_ += d.length;
    if (const Parts what = parts(d.point); what != Parts::kNothing) {
      symbol_ = what == Parts::kComma ? kCommaSymbol : kStopSymbol;
      return true;
    }
    if (plain_ideograph(d.point)) {
      symbol_ = d.point;
      return true;
    }
    if (d.point < 0x80) {
      if (folded_ascii(d.point) == 0) continue;
      word();
      return true;
    }
    if (take(fold_rare(d.point), d)) return true;
  }
  return false;
}

std::u32string symbols_of_name(std::string_view name) {
  std::u32string symbols;
  for (NameSymbols read(name); read.next();) {
    if (read.symbol() == kStopSymbol || (read.symbol() == kCommaSymbol && symbols.empty()))
      continue;
    symbols.push_back(read.symbol());
  }
  while (!symbols.empty() && symbols.back() == kCommaSymbol) symbols.pop_back();
  return symbols;
}

}  // namespace emrlint
