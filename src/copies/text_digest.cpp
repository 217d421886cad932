// SPDX-License-Identifier: Apache-2.0
#include "copies/text_digest.h"

#include <xxhash.h>

#include <iterator>
#include <string>
#include <string_view>

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

// Whether a number that begins a clause, with this behind it, is that of an item: 1. 2、 3)
bool numbers_item(std::string_view gap) {
  for (const std::string_view mark : {".", "、", "．", ")", "）"}) {
    if (gap.starts_with(mark)) return true;
  }
  return false;
}

class Digester {
 public:
  explicit Digester(std::size_t bytes) { points_.reserve(bytes / 2 + 16); }

  void add(std::string_view text) {
    text_ = text;
    end_ = 0;
    at_ = text.size();
    open_ = Kind::kNone;
    fold(text, [this](char32_t c, std::size_t at) {
      const bool three_bytes = static_cast<unsigned char>(text_[at]) < 0xF0;
      at == end_&& plain_ideograph(c) && three_bytes ? ideograph(c, at) : point(c, at);
    });
    end_clause();
  }

  TextDigest take() {
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes,
                             XXH3_128bits(points_.data(), points_.size() * sizeof(char32_t)));
    out_.hash.assign(std::begin(bytes.digest), std::end(bytes.digest));
    out_.own = own_ / 2;
    return std::move(out_);
  }

 private:
  static constexpr char32_t kBreak = 0;  // Before each word and number.
  static constexpr std::uint32_t kNumberWeight = 1;

  void point(char32_t c, std::size_t at) {
    std::string_view gap;
    if (at != at_) {  // One character may fold to several points.
      gap = text_.substr(end_, at - end_);
      at_ = at;
      end_ = at + decode_point(text_, at).length;
      const bool item = weight_ == kNumberWeight && open_ == Kind::kNumber && numbers_item(gap);
      if (item && kind_of(c) != Kind::kNumber) --out_.numbers;
      if (ends_clause(gap)) end_clause();
    }
    const Kind kind = kind_of(c);
    if (kind == Kind::kNumber && open_ == kind && is_point(gap)) {
      points_.push_back('.');
    } else if (kind == Kind::kSingle || kind != open_ || !gap.empty()) {
      begin_token(kind);
    }
    open_ = kind;
    negative_ = negative_ || c == U'未';
    points_.push_back(c);
  }

  // Behind another character: the usual case.
  void ideograph(char32_t c, std::size_t at) {
    at_ = at;
    end_ = at + 3;
    ++out_.tokens;
    weight_ += 2;
    open_ = Kind::kSingle;
    negative_ = negative_ || c == U'未';
    points_.push_back(c);
  }

  void begin_token(Kind kind) {
    ++out_.tokens;
    if (kind != Kind::kSingle) points_.push_back(kBreak);
    if (kind == Kind::kNumber) ++out_.numbers;
    weight_ += kind == Kind::kSingle ? 2 : kind == Kind::kWord ? 4 : kNumberWeight;
  }

  void end_clause() {
    const std::u32string_view clause = std::u32string_view(points_).substr(clause_);
    const bool stock = negative_ || clause.starts_with(U"无") || clause.starts_with(U"否认") ||
                       clause.ends_with(U"正常") || clause.ends_with(U"阴性");
    if (!stock) own_ += weight_;
    weight_ = 0;
    negative_ = false;
    clause_ = points_.size();
  }

  TextDigest out_;
  std::u32string points_;
  std::string_view text_;
  std::size_t at_ = 0;  // Where the last character began, and ended.
  std::size_t end_ = 0;
  Kind open_ = Kind::kNone;
  std::uint32_t own_ = 0;  // Halves of an ideograph.

  // Of the clause at hand.
  std::size_t clause_ = 0;
  std::uint32_t weight_ = 0;
  bool negative_ = false;
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
