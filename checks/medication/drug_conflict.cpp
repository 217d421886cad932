// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/drug_conflict.h"

#include <algorithm>

#include "check/words.h"
#include "checks/consistency/told_drugs.h"
#include "checks/medication/allergen_words.h"
#include "checks/medication/drug_name.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

bool latin(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool names(std::string_view text, std::string_view word) {
  for (std::size_t at = find_word(text, word); at != text.npos;
       at = find_word(text, word, at + word.size())) {
    const std::size_t to = at + word.size();
    const bool part = (at > 0 && latin(word.front()) && latin(text[at - 1])) ||
                      (to < text.size() && latin(word.back()) && latin(text[to]));
    if (!part && drug_name_begins(text, at)) return true;
  }
  return false;
}

// By any of their names.
bool name_one_drug(std::string_view a, std::string_view b) {
  const std::vector<DrugMention> of_a = drugs_in(a);
  const std::vector<DrugMention> of_b = drugs_in(b);
  return std::any_of(of_a.begin(), of_a.end(), [&](const DrugMention& one) {
    return std::any_of(of_b.begin(), of_b.end(),
                       [&](const DrugMention& other) { return other.drug == one.drug; });
  });
}

bool same_drug(std::string_view text, std::string_view word) {
  return names(text, word) || name_one_drug(text, word);
}

// The class of the drugs in a text that the word names, or the drug itself by another name.
std::optional<std::string_view> class_of(const Named<DrugClasses>& table, std::string_view text,
                                         std::string_view word) {
  std::optional<std::string_view> found;
  std::vector<std::uint32_t> of_word;
  table.names.each(word, [&](const NameIndex::Mention& one) {
    of_word.insert(of_word.end(), one.rows.begin(), one.rows.end());
  });
  table.names.each(text, [&](const NameIndex::Mention& one) {
    if (found || !drug_name_begins(text, one.from)) return;
    for (const std::uint32_t row : one.rows) {
      if (std::find(of_word.begin(), of_word.end(), row) != of_word.end()) found.emplace();
      for (const std::string_view name : table.rows[row].classes) {
        if (!found && bare_drug_word(name) == word) found = name;
      }
    }
  });
  return found;
}

}  // namespace

std::optional<Conflict> conflict_of(std::string_view ordered,
                                    const std::vector<Allergen>& allergens, const Tables& tables) {
  for (const Allergen& allergen : allergens) {
    if (same_drug(ordered, allergen.word)) return Conflict{&allergen, {}};
    if (const auto name = class_of(tables.drug_classes(), ordered, allergen.word)) {
      return Conflict{&allergen, *name};
    }
  }
  return std::nullopt;
}

bool tells_of(const Conflict& conflict, std::string_view ordered, std::string_view text,
              WordList words) {
  const std::string_view word = conflict.allergen->word;
  return holds_any(text, words) &&
         (holds(text, word) || same_drug(text, word) || name_one_drug(text, ordered));
}

}  // namespace emrlint::checks
