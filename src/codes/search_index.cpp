// SPDX-License-Identifier: Apache-2.0
#include "codes/search_index.h"

#include <algorithm>
#include <unordered_map>

#include "source/utf8.h"
#include "text/fold.h"

namespace emrlint {
namespace {

// What separates words gives no point.
template <typename Sink>
void fold_point(char32_t c, Sink sink) {
  if (plain_ideograph(c)) return sink(c);
  if (c < 0x80) return sink(folded_ascii(c));
  const FoldedPoints folded = fold_rare(c);
  if (folded.count == 0) sink(char32_t{0});
  for (std::size_t i = 0; i < folded.count; ++i) sink(folded.points[i]);
}

class Tokens {
 public:
  void take(char32_t c) {
    if (ideograph(c)) {
      end_word();
      if (before_ != 0) add_pair(before_, c);
      before_ = c;
      return;
    }
    end_run();
    if (c == 0) return end_word();
    append_utf8(word_, c);
  }
  std::vector<std::string> finish() {
    end_run();
    end_word();
    return std::move(out_);
  }

 private:
  void end_word() {
    if (!word_.empty()) out_.push_back(std::move(word_));
    word_.clear();
  }
  void end_run() {
    if (before_ != 0) add_pair(before_, 0);
    before_ = 0;
  }
  void add_pair(char32_t a, char32_t b) {
    std::string& pair = out_.emplace_back();
    append_utf8(pair, a);
    if (b != 0) append_utf8(pair, b);
  }

  std::vector<std::string> out_;
  std::string word_;
  char32_t before_ = 0;
};

void append_leb128(std::string& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80u);
  out += static_cast<char>(value);
}

void add_initials(std::string& out, std::string_view name, const PinyinInitials& pinyin) {
  for (std::size_t at = 0; at < name.size();) {
    const DecodedPoint point = decode_point(name, at);
    at += point.length;
    fold_point(point.point, [&](char32_t c) {
      const char letter = ideograph(c) ? pinyin.of(c) : c < 0x80 ? static_cast<char>(c) : '\0';
      if (letter != '\0') out += letter;
    });
  }
}

void add_initials(SearchIndex& index, const CodeRow& row, const PinyinInitials& pinyin) {
  add_initials(index.initials, row.name_zh, pinyin);
  for (const std::string& synonym : row.synonyms) {
    index.initials += ' ';
    add_initials(index.initials, synonym, pinyin);
  }
  index.initials_ends.push_back(static_cast<std::uint32_t>(index.initials.size()));
}

}  // namespace

bool ideograph(char32_t c) {
  return plain_ideograph(c) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         c == 0x3007;
}

std::vector<std::string> name_tokens(std::string_view name) {
  Tokens tokens;
  for (std::size_t at = 0; at < name.size();) {
    const DecodedPoint point = decode_point(name, at);
    at += point.length;
    fold_point(point.point, [&](char32_t c) { tokens.take(c); });
  }
  return tokens.finish();
}

char PinyinInitials::of(char32_t c) const {
  const auto found = std::partition_point(letters.begin(), letters.end(),
                                          [&](auto& one) { return one.first < c; });
  return found != letters.end() && found->first == c ? found->second : '\0';
}

SearchIndex make_search_index(const std::vector<CodeRow>& rows, const PinyinInitials* pinyin) {
  SearchIndex index;
  std::unordered_map<std::string, std::vector<std::uint32_t>> places;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const auto add = [&](std::string_view name) {
      for (std::string& token : name_tokens(name)) {
        std::vector<std::uint32_t>& entries = places[std::move(token)];
        if (entries.empty() || entries.back() != i) entries.push_back(i);
      }
    };
    add(rows[i].name_zh);
    add(rows[i].name_en);
    for (const std::string& synonym : rows[i].synonyms) add(synonym);
    if (pinyin != nullptr) add_initials(index, rows[i], *pinyin);
  }
  std::vector<const decltype(places)::value_type*> sorted;
  sorted.reserve(places.size());
  for (const auto& place : places) sorted.push_back(&place);
  std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->first < b->first; });
  for (const auto* place : sorted) {
    const std::size_t from = index.postings.size();
    std::uint32_t before = 0;
    for (const std::uint32_t entry : place->second) {
      append_leb128(index.postings, entry - before);
      before = entry;
    }
    index.tokens.push_back({place->first, static_cast<std::uint32_t>(from),
                            static_cast<std::uint32_t>(index.postings.size() - from),
                            static_cast<std::uint32_t>(place->second.size())});
  }
  return index;
}

}  // namespace emrlint
