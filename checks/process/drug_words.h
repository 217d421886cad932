// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PROCESS_DRUG_WORDS_H_
#define EMRLINT_CHECKS_PROCESS_DRUG_WORDS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "check/option.h"
#include "text/word_index.h"

namespace emrlint::checks {

// The drugs of an option in texts, by number; of names within each other the longest counts
// (去甲肾上腺素 is no 肾上腺素).
class DrugWords {
 public:
  explicit DrugWords(WordList words) : names_(names_of(words)), index_(names_) {}

  std::size_t size() const { return names_.size(); }
  std::string_view operator[](std::size_t drug) const { return names_[drug]; }

  // Calls visit(drug, at) for each mention, in order.
  template <typename Visit>
  void each(std::string_view text, Visit visit) const {
    std::size_t at = index_.skip(text, 0);
    while (at < text.size()) {
      const int number = index_.match(text, at);
      if (number >= 0) visit(static_cast<std::size_t>(number), at);
      at += number >= 0 ? names_[static_cast<std::size_t>(number)].size() : char_length(text, at);
      at = index_.skip(text, at);
    }
  }

  // Sets the drugs that the text names.
  void mark(std::string_view text, std::vector<bool>& drugs) const {
    each(text, [&](std::size_t drug, std::size_t) { drugs[drug] = true; });
  }

 private:
  static std::vector<std::string_view> names_of(WordList words) {
    std::vector<std::string_view> names;
    any_word(words, [&](std::string_view word) {
      names.push_back(word);
      return false;
    });
    return names;
  }

  std::vector<std::string_view> names_;
  WordIndex index_;
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PROCESS_DRUG_WORDS_H_
