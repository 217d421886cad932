// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/word_groups.h"

#include "text/find_word.h"

namespace emrlint::checks {
namespace {

bool begins_chinese(std::string_view word) { return static_cast<unsigned char>(word[0]) >= 0xE0; }

}  // namespace

WordGroups::WordGroups(std::span<const WordList> groups, WordList skipped)
    : chinese_(words_of(groups, skipped, true)),
      others_(words_of(groups, {}, false)),
      index_(texts_of(chinese_)) {
  for (const Word& word : chinese_) all_ |= word.groups;
  for (const Word& word : others_) all_ |= word.groups;
}

std::vector<WordGroups::Word> WordGroups::words_of(std::span<const WordList> groups,
                                                   WordList skipped, bool chinese) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    any_word(groups[i], [&](std::string_view word) {
      if (begins_chinese(word) == chinese) words.push_back({word, GroupSet{1} << i});
      return false;
    });
  }
  for (Word& word : words) {
    for (const Word& other : words) {
      if (word.text.starts_with(other.text)) word.groups |= other.groups;
    }
  }
  any_word(skipped, [&](std::string_view word) {
    words.push_back({word, 0});
    return false;
  });
  return words;
}

std::vector<std::string_view> WordGroups::texts_of(const std::vector<Word>& words) {
  std::vector<std::string_view> texts;
  texts.reserve(words.size());
  for (const Word& word : words) texts.push_back(word.text);
  return texts;
}

GroupSet WordGroups::in(std::string_view text) const {
  GroupSet found = 0;
  // Most texts tell of every group long before their end.
  for (std::size_t at = 0; found != all_ && (at = index_.skip(text, at)) < text.size();) {
    const int number = index_.match(text, at);
    const Word word = number < 0 ? Word{} : chinese_[static_cast<std::size_t>(number)];
    found |= word.groups;
    const bool skipped = number >= 0 && word.groups == 0;
    at += skipped ? word.text.size() : char_length(text, at);
  }
  for (const Word& word : others_) {
    if ((found & word.groups) != word.groups && holds(text, word.text)) {
      found |= word.groups;
    }
  }
  return found;
}

}  // namespace emrlint::checks
