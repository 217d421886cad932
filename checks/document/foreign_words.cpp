// SPDX-License-Identifier: Apache-2.0
#include "checks/document/foreign_words.h"

#include <algorithm>

#include "text/word_index.h"

namespace emrlint::checks {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool letter(char c) { return upper(c) || (c >= 'a' && c <= 'z'); }
bool figure(char c) { return c >= '0' && c <= '9'; }

// A blank before the number of the next item: 1.2型DM 2.高血压病.
bool number_follows(std::string_view text, std::size_t at) {
  if (text[at] != ' ') return false;
  const std::size_t from = at + 1;
  std::size_t to = from;
  while (to < text.size() && figure(text[to])) ++to;
  return to > from &&
         (stands_at(text, to, ".") || stands_at(text, to, "．") || stands_at(text, to, "、"));
}

// What ends an item of a list; a stop behind a figure belongs to its number.
std::size_t separator_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kSeparators[] = {"；", ";", "，", ",", "、", "。", "\n", "：", ":"};
  for (const std::string_view separator : kSeparators) {
    if (stands_at(text, at, separator)) return separator.size();
  }
  return number_follows(text, at) ? 1 : 0;
}

std::size_t bracket_end(std::string_view text, std::size_t at) {
  constexpr std::string_view kOpen[] = {"（", "(", "[", "【"}, kClose[] = {"）", ")", "]", "】"};
  for (std::size_t i = 0; i < std::size(kOpen); ++i) {
    if (!stands_at(text, at, kOpen[i])) continue;
    const std::size_t close = text.find(kClose[i], at);
    return close == text.npos ? text.size() : close + kClose[i].size();
  }
  return at;
}

bool numeral(std::string_view word) { return word.find_first_not_of("IVX") == word.npos; }

// One item, read from front to end.
class Item {
 public:
  Item(std::string_view text, WordList allowed) : text_(text), allowed_(allowed) {}

  // Takes the character or word at `at`; returns where the next one begins.
  std::size_t take(std::size_t at) {
    if (letter(text_[at])) return take_word(at);
    const std::size_t length = char_length(text_, at);
    if (length > 1) {
      ++chinese_;
      tail_ = {};
      blank_ = false;
    } else if (text_[at] == ' ') {
      blank_ = true;
    } else if (text_[at] != '.') {
      blank_ = false;
      if (!figure(text_[at])) joined_ = true;
    }
    return at + length;
  }

  std::optional<ForeignWord> judge() const {
    if (tail_.to == 0 || joined_) return std::nullopt;
    if (chinese_ > 0) {
      return tail_is_name_ ? std::optional(ForeignWord{tail_.from, tail_.to, false}) : std::nullopt;
    }
    const bool foreign = longest_ >= 4 || tail_is_name_;
    return foreign && !known_ ? std::optional(ForeignWord{first_, tail_.to, true}) : std::nullopt;
  }

 private:
  std::size_t take_word(std::size_t at) {
    std::size_t to = at;
    while (to < text_.size() && letter(text_[to])) ++to;
    const std::string_view word = text_.substr(at, to - at);
    const bool behind_name = blank_ && chinese_ >= 4;
    if (longest_ == 0) first_ = at;
    longest_ = std::max(longest_, word.size());
    const bool known =
        numeral(word) || any_word(allowed_, [&](std::string_view w) { return w == word; });
    known_ = known_ || known;
    tail_is_name_ = word.size() >= 2 && word.size() <= 6 && !known && !behind_name &&
                    std::all_of(word.begin(), word.end(), upper);
    tail_ = {at, to, false};
    blank_ = false;
    return to;
  }

  std::string_view text_;
  WordList allowed_;
  int chinese_ = 0;
  bool blank_ = false, joined_ = false, known_ = false, tail_is_name_ = false;
  std::size_t first_ = 0, longest_ = 0;
  ForeignWord tail_;
};

}  // namespace

std::optional<ForeignWord> find_foreign_word(std::string_view text, WordList allowed) {
  if (std::none_of(text.begin(), text.end(), letter)) return std::nullopt;  // Most texts.
  Item item(text, allowed);
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t bracket = bracket_end(text, at); bracket > at) {
      at = bracket;
    } else if (const std::size_t separator = separator_at(text, at); separator > 0) {
      if (const auto found = item.judge()) return found;
      item = Item(text, allowed);
      at += separator;
    } else {
      at = item.take(at);
    }
  }
  return item.judge();
}

}  // namespace emrlint::checks
