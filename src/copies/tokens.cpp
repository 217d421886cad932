// SPDX-License-Identifier: Apache-2.0
#include "copies/tokens.h"

#include <string_view>

#include "text/fold.h"

namespace emrlint {
namespace {

constexpr std::uint32_t kHashBit = 0x80000000u;  // Apart from all code points and kNumber.
constexpr std::uint32_t kFirst = 0x811C9DC5u;    // FNV-1a

constexpr bool letter(char32_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool digit(char32_t c) { return c >= '0' && c <= '9'; }

constexpr std::uint32_t hashed(std::uint32_t hash, char32_t point) {
  return (hash ^ point) * 0x01000193u;
}

// Letters of which words are made; the other scripts are taken point by point.
constexpr bool word_letter(char32_t c) { return letter(c) || (c >= 0x80 && c < 0x530); }

}  // namespace

// Takes one piece apart.
class Tokenizer {
 public:
  Tokenizer(Tokens& out, std::uint32_t piece) : out_(out), piece_(piece) {}

  void run(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const DecodedPoint d = decode_point(text, at);
      const std::size_t end = at + d.length;
      if (plain_ideograph(d.point)) {
        single(d.point, at, end);
      } else if (d.point < 0x80) {
        at = ascii(text, at);
        continue;
      } else {
        const FoldedPoints folded = fold_rare(d.point);
        for (std::size_t i = 0; i < folded.count; ++i) point(folded.points[i], at, end);
      }
      at = end;
    }
    close();
  }

 private:
  enum class Open : std::uint8_t { kNone, kWord, kNumber };

  // Takes a word, a number or one other character; gives where it ends.
  std::size_t ascii(std::string_view text, std::size_t at) {
    const char32_t c = folded_ascii(static_cast<unsigned char>(text[at]));
    if (c == 0) return at + 1;
    const bool number = digit(c);
    extend(number ? Open::kNumber : Open::kWord, c, at, at + 1);
    for (++at; at < text.size(); ++at) {
      const char32_t next = folded_ascii(static_cast<unsigned char>(text[at]));
      if (number ? digit(next) : letter(next)) {
        hash_ = hashed(hash_, next);
      } else if (number && text[at] == '.' && at + 1 < text.size() &&
                 digit(static_cast<unsigned char>(text[at + 1]))) {
        hash_ = hashed(hash_, '.');
      } else {
        break;
      }
    }
    end_ = at;
    return at;
  }

  void point(char32_t c, std::size_t at, std::size_t end) {
    if (digit(c)) {
      extend(Open::kNumber, c, at, end);
    } else if (word_letter(c)) {
      extend(Open::kWord, c, at, end);
    } else {
      single(c, at, end);
    }
  }

  // One character may fold to several points of one word.
  void extend(Open kind, char32_t c, std::size_t at, std::size_t end) {
    if (open_ != kind || (at != end_ && end != end_)) {
      close();
      open_ = kind;
      begin_ = at;
      hash_ = kFirst;
    }
    hash_ = hashed(hash_, c);
    end_ = end;
  }

  void close() {
    if (open_ == Open::kNone) return;
    const std::uint32_t exact = hash_ | kHashBit;
    push(exact, open_ == Open::kNumber ? Tokens::kNumber : exact, begin_, end_);
    open_ = Open::kNone;
  }

  void single(char32_t c, std::size_t at, std::size_t end) {
    close();
    push(c, c, at, end);
  }

  void push(std::uint32_t exact, std::uint32_t shape, std::size_t begin, std::size_t end) {
    out_.exact_.push_back(exact);
    out_.shape_.push_back(shape);
    out_.places_.push_back(
        {piece_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  Tokens& out_;
  std::uint32_t piece_;
  Open open_ = Open::kNone;
  std::uint32_t hash_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

TokenRange Tokens::add(std::span<const Text> pieces) {
  TokenRange range{static_cast<std::uint32_t>(size()), 0};
  for (const Text& piece : pieces) {
    Tokenizer(*this, static_cast<std::uint32_t>(pieces_.size())).run(piece.value);
    pieces_.push_back(piece);
  }
  range.to = static_cast<std::uint32_t>(size());
  return range;
}

unsigned Tokens::weight(TokenRange range) const {
  unsigned sum = 0;
  for (std::uint32_t i = range.from; i < range.to; ++i) sum += weight(shape_[i]);
  return sum;
}

std::vector<Part> Tokens::parts(TokenRange range) const {
  std::vector<Part> parts;
  for (std::uint32_t i = range.from; i < range.to;) {
    const std::uint32_t piece = places_[i].piece;
    const std::uint32_t begin = places_[i].begin;
    while (i < range.to && places_[i].piece == piece) ++i;
    parts.push_back({pieces_[piece], begin, places_[i - 1].end});
  }
  return parts;
}

void Tokens::reserve(std::size_t count) {
  exact_.reserve(count);
  shape_.reserve(count);
  places_.reserve(count);
}

void Tokens::clear() {
  exact_.clear();
  shape_.clear();
  places_.clear();
  pieces_.clear();
}

}  // namespace emrlint
