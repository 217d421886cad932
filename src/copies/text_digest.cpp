// SPDX-License-Identifier: Apache-2.0
#include "copies/text_digest.h"

#include <xxhash.h>

#include <string_view>
#include <vector>

#include "text/fold.h"

namespace emrlint {
namespace {

enum class Kind : std::uint8_t { kNone, kSingle, kWord, kNumber };

constexpr bool digit(char32_t c) { return c >= '0' && c <= '9'; }

// As Tokens has it.
constexpr Kind kind_of(char32_t c) {
  if (digit(c)) return Kind::kNumber;
  const bool word = (c >= 'a' && c <= 'z') || (c >= 0x80 && c < 0x530);
  return word ? Kind::kWord : Kind::kSingle;
}

constexpr bool is_point(std::string_view gap) { return gap == "." || gap == "．"; }

// Whether what stands between two characters of tokens ends a clause.
bool ends_clause(std::string_view gap) {
  return gap.find_first_not_of(" \t") != gap.npos && gap != "、" && !is_point(gap);
}

class Digester {
 public:
  explicit Digester(std::size_t bytes) { points_.reserve(bytes / 2 + 16); }

  void add(std::string_view text) {
    text_ = text;
    end_ = 0;
    at_ = text.size();
    open_ = Kind::kNone;
    fold(text, [this](char32_t c, std::size_t at) { point(c, at); });
    end_clause();
  }

  TextDigest take() {
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes,
                             XXH3_128bits(points_.data(), points_.size() * sizeof(char32_t)));
    for (const unsigned char byte : bytes.digest) {
      out_.hash += "0123456789abcdef"[byte >> 4];
      out_.hash += "0123456789abcdef"[byte & 15];
    }
    out_.own = own_ / 2;
    return std::move(out_);
  }

 private:
  static constexpr char32_t kBreak = 0;  // Before each word and number.

  void point(char32_t c, std::size_t at) {
    std::string_view gap;
    if (at != at_) {  // One character may fold to several points.
      gap = text_.substr(end_, at - end_);
      at_ = at;
      end_ = at + decode_point(text_, at).length;
      if (ends_clause(gap)) end_clause();
    }
    const Kind kind = kind_of(c);
    if (kind == Kind::kNumber && open_ == kind && is_point(gap)) {
      points_.push_back('.');
    } else if (kind == Kind::kSingle || kind != open_ || !gap.empty()) {
      begin_token(kind);
    }
    open_ = kind;
    points_.push_back(c);
    before_ = last_;
    last_ = c;
    if (size_++ == 0) first_ = c;
    if (size_ == 2) second_ = c;
    negative_ = negative_ || c == U'未';
  }

  void begin_token(Kind kind) {
    ++out_.tokens;
    if (kind != Kind::kSingle) points_.push_back(kBreak);
    if (kind == Kind::kNumber) ++out_.numbers;
    weight_ += kind == Kind::kSingle ? 2 : kind == Kind::kWord ? 4 : 1;
  }

  void end_clause() {
    const bool stock = negative_ || first_ == U'无' || (first_ == U'否' && second_ == U'认') ||
                       (before_ == U'正' && last_ == U'常') || (before_ == U'阴' && last_ == U'性');
    if (!stock) own_ += weight_;
    weight_ = size_ = 0;
    negative_ = false;
    first_ = second_ = before_ = last_ = 0;
  }

  TextDigest out_;
  std::vector<char32_t> points_;
  std::string_view text_;
  std::size_t at_ = 0;  // Where the last character began, and ended.
  std::size_t end_ = 0;
  Kind open_ = Kind::kNone;
  std::uint32_t own_ = 0;  // Halves of an ideograph.

  // Of the clause at hand.
  std::uint32_t weight_ = 0;
  std::uint32_t size_ = 0;  // Points.
  bool negative_ = false;
  char32_t first_ = 0, second_ = 0, before_ = 0, last_ = 0;
};

}  // namespace

TextDigest digest(std::span<const Text> pieces) {
  std::size_t bytes = 0;
  for (const Text& piece : pieces) bytes += piece.value.size();
  Digester digester(bytes);
  for (const Text& piece : pieces) digester.add(piece.value);
  return digester.take();
}

}  // namespace emrlint
