// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_COMPLETENESS_WORD_GROUPS_H_
#define EMRLINT_CHECKS_COMPLETENESS_WORD_GROUPS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "check/option.h"
#include "text/word_index.h"

namespace emrlint::checks {

// Bit i is set for group i.
using GroupSet = std::uint32_t;

// Several lists of words, looked for together in one walk over a text. To be built once, as a
// function's static; holds views of the words.
class WordGroups {
 public:
  // Inside a word of `skipped` nothing is looked for.
  explicit WordGroups(std::span<const WordList> groups, WordList skipped = {});

  // The groups of which a word stands in the text. A word that begins with a Chinese character is
  // met at once; the others are searched for one by one, so they should be few.
  GroupSet in(std::string_view text) const;

 private:
  struct Word {
    std::string_view text;
    GroupSet groups = 0;  // Also those of words that it begins with.
  };
  static std::vector<Word> words_of(std::span<const WordList> groups, WordList skipped,
                                    bool chinese);
  static std::vector<std::string_view> texts_of(const std::vector<Word>& words);

  std::vector<Word> chinese_;
  std::vector<Word> others_;
  GroupSet all_ = 0;  // What any word tells of.
  WordIndex index_;
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_COMPLETENESS_WORD_GROUPS_H_
