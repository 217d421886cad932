// SPDX-License-Identifier: Apache-2.0
#include "copies/tokens.h"

#include <array>
#include <string_view>

#include "copies/append_tokens.h"
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

// folded_ascii() of each byte; 0 for what is not ASCII.
constexpr std::array<std::uint8_t, 256> kFolded = [] {
  std::array<std::uint8_t, 256> out{};
  for (std::uint8_t c = '0'; c <= '9'; ++c) out[c] = c;
  for (std::uint8_t c = 'a'; c <= 'z'; ++c) out[c] = out[c - 'a' + 'A'] = c;
  return out;
}();

char32_t folded(char byte) { return kFolded[static_cast<unsigned char>(byte)]; }

// The character of three bytes that begins at a byte, 0 for none.
char32_t wide_at(std::string_view text, std::size_t at) {
  if (text.size() - at < 3 || (static_cast<unsigned char>(text[at]) & 0xF0) != 0xE0) return 0;
  return decode_point(text, at).point;
}

// The usual marks, which fold to nothing.
bool wide_mark(char32_t c) {
  return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF0F) ||
         (c >= 0xFF1A && c <= 0xFF20);
}

}  // namespace

// Takes the pieces of one text apart. Tokens are appended by the block.
class Tokenizer {
 public:
  explicit Tokenizer(Tokens& out) : out_(out) {}
  Tokenizer(const Tokenizer&) = delete;
  ~Tokenizer() { flush(); }

  void append(const Tokens& others) {
    const auto pieces = static_cast<std::uint32_t>(out_.pieces_.size());
    const auto add = [](auto& to, const auto& from) {
      to.insert(to.end(), from.begin(), from.end());
    };
    add(out_.exact_, others.exact_);
    add(out_.shape_, others.shape_);
    add(out_.pieces_, others.pieces_);
    for (const Tokens::Place& place : others.places_) {
      out_.places_.push_back({place.piece + pieces, place.begin, place.end});
    }
  }

  void run(std::string_view text, std::size_t piece) {
    piece_ = static_cast<std::uint32_t>(piece);
    for (std::size_t at = 0; at < text.size();) {
      if (plain_ideograph(wide_at(text, at))) {
        at = ideographs(text, at);
      } else if (static_cast<unsigned char>(text[at]) < 0x80) {
        at = ascii(text, at);
      } else {
        at = other(text, at);
      }
    }
    close();
  }

 private:
  enum class Open : std::uint8_t { kNone, kWord, kNumber };
  static constexpr std::size_t kBlock = 128;

  // Takes ideographs and the marks between them; gives where they end.
  std::size_t ideographs(std::string_view text, std::size_t at) {
    close();
    for (char32_t c; (c = wide_at(text, at)) != 0; at += 3) {
      if (plain_ideograph(c)) {
        put(c, c, at, at + 3);
      } else if (!wide_mark(c)) {
        break;
      }
    }
    return at;
  }

  // Takes a word, a number or one other character; gives where it ends.
  std::size_t ascii(std::string_view text, std::size_t at) {
    const char32_t c = folded(text[at]);
    if (c == 0) return at + 1;
    const bool number = digit(c);
    extend(number ? Open::kNumber : Open::kWord, c, at, at + 1);
    std::uint32_t hash = hash_;
    for (++at; at < text.size(); ++at) {
      const char32_t next = folded(text[at]);
      if (number ? digit(next) : letter(next)) {
        hash = hashed(hash, next);
      } else if (number && text[at] == '.' && at + 1 < text.size() &&
                 digit(static_cast<unsigned char>(text[at + 1]))) {
        hash = hashed(hash, '.');
      } else {
        break;
      }
    }
    hash_ = hash;
    end_ = at;
    return at;
  }

  // Takes one character; gives where it ends.
  std::size_t other(std::string_view text, std::size_t at) {
    const DecodedPoint d = decode_point(text, at);
    const FoldedPoints folded = fold_rare(d.point);
    for (std::size_t i = 0; i < folded.count; ++i) point(folded.points[i], at, at + d.length);
    return at + d.length;
  }

  void point(char32_t c, std::size_t at, std::size_t end) {
    if (digit(c)) {
      extend(Open::kNumber, c, at, end);
    } else if (word_letter(c)) {
      extend(Open::kWord, c, at, end);
    } else {
      close();
      put(c, c, at, end);
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
    put(exact, open_ == Open::kNumber ? Tokens::kNumber : exact, begin_, end_);
    open_ = Open::kNone;
  }

  void put(std::uint32_t exact, std::uint32_t shape, std::size_t begin, std::size_t end) {
    if (count_ == kBlock) flush();
    exact_[count_] = exact;
    shape_[count_] = shape;
    places_[count_] = {piece_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    ++count_;
  }

  void flush() {
    out_.exact_.insert(out_.exact_.end(), exact_, exact_ + count_);
    out_.shape_.insert(out_.shape_.end(), shape_, shape_ + count_);
    out_.places_.insert(out_.places_.end(), places_, places_ + count_);
    count_ = 0;
  }

  Tokens& out_;
  std::uint32_t piece_ = 0;
  Open open_ = Open::kNone;
  std::uint32_t hash_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;

  std::size_t count_ = 0;  // Tokens of the block.
  std::uint32_t exact_[kBlock];
  std::uint32_t shape_[kBlock];
  Tokens::Place places_[kBlock];
};

TokenRange Tokens::add(std::span<const Text> pieces) {
  TokenRange range{static_cast<std::uint32_t>(size()), 0};
  {
    Tokenizer tokenizer(*this);
    for (const Text& piece : pieces) {
      tokenizer.run(piece.value, pieces_.size());
      pieces_.push_back(piece);
    }
  }
  range.to = static_cast<std::uint32_t>(size());
  return range;
}

void append_tokens(const Tokens& from, Tokens& to) { Tokenizer(to).append(from); }

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
