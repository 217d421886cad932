// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/history_text.h"
#include "checks/consistency/history_words.h"
#include "text/find_word.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

// Where the denial begins, 否认 or 无, when nothing but words of the list stands between it and
// `at`; npos otherwise.
std::size_t denial_before(const Narrative& narrative, std::size_t at, Words between) {
  const std::string_view text = narrative.text();
  const std::size_t begin = narrative.clause_begin(at);
  constexpr std::string_view kDenies[] = {"否认", "无"};
  for (std::size_t from = begin; from < at; from += char_length(text, from)) {
    const std::size_t length = length_of_one(text, from, kDenies);
    if (length == 0) continue;
    std::size_t next = from + length;
    while (next < at) {
      const std::size_t word = length_of_one(text, next, between);
      if (word == 0) break;
      next += word;
    }
    if (next == at) return from;
  }
  return std::string_view::npos;
}

// The rest of the list that is denied: up to 史, or to the end of the clause.
std::size_t end_of_denial(const Narrative& narrative, std::size_t to, Words behind) {
  const std::size_t end = narrative.clause_end(to - 1);
  const std::string_view text = narrative.text().substr(0, end);
  while (to < text.size()) {
    if (stands_at(text, to, "史")) return to + std::string_view("史").size();
    const std::size_t word = length_of_one(text, to, behind);
    if (word == 0) return std::string_view::npos;
    to += word;
  }
  return to;
}

FoundWords denial_of(const Narrative& narrative, std::string_view word, Words list,
                     std::string_view must_hold) {
  constexpr std::string_view kLimits[] = {"除", "余", "其他", "其它", "另", "别的", "但"};
  const std::string_view text = narrative.text();
  for (std::size_t at = find_word(text, word); at != text.npos;
       at = find_word(text, word, at + word.size())) {
    const Reading reading = narrative.reading(at, at + word.size());
    if (reading.polarity != Polarity::kNegated || reading.who != Who::kPatient) continue;
    const std::size_t from = denial_before(narrative, at, list);
    const std::size_t to = end_of_denial(narrative, at + word.size(), list);
    if (from == text.npos || to == text.npos) continue;
    if (!holds(text.substr(from, to - from), must_hold)) continue;
    if (holds_one(sentence_of(narrative, at), kLimits)) continue;
    return HistoryWords{from, to};
  }
  return std::nullopt;
}

}  // namespace

FoundWords denied_operations(const Narrative& narrative) {
  constexpr std::string_view kList[] = {"外伤", "手术", "输血", "中毒", "传染病", "及",
                                        "和",   "或",   "与",   "、",   "史",     "有"};
  return denial_of(narrative, "手术", kList, "手术");
}

FoundWords denied_drug_allergies(const Narrative& narrative) {
  constexpr std::string_view kList[] = {"药物", "食物", "及", "和", "或", "与", "、", "史", "有"};
  return denial_of(narrative, "过敏", kList, "药物");
}

}  // namespace emrlint::checks
