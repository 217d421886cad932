// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_NEAR_TEXT_H_
#define EMRLINT_CHECKS_DUPLICATION_NEAR_TEXT_H_

#include <optional>
#include <span>

#include "checks/duplication/same_text.h"

namespace emrlint::checks {

// What a check says of texts that stand for the most part in another patient's chart. {0} names
// the text, {1} is its length without boilerplate, {2} how much of that is the same, {3} the same
// per cent, {4} the chart.
struct NearTextRule {
  using Says = Message<Bilingual, int, int, int, std::string_view>;
  Says near;
  Says undated;  // The same, but times do not tell which was first.
  // {0}: the chart.
  Message<std::string_view> source{"near-source", "病历{0}中的相近文字",
                                   "the text that is much like it, in the chart {0}"};
  // Of the numbers of the text so many are the same, at least: else it is a form with other values.
  double numbers = 0;
  // Whether the facts are of what may not be alike; none where that is not known, for want of
  // `unknown`. Null: always.
  std::optional<bool> (*comparable)(const Fact& a, const Fact& b) = nullptr;
  const Missing* unknown = nullptr;
};

// Whether the facts are no facts of one text, but one and what is much like it.
bool near_group(std::span<const Fact> facts);
// Judges the first one's text beside those that are much like it: the text that was written before,
// of which the most stands here, is the source. What tells less without boilerplate than the
// check compares is not judged. What stands in more charts than the cap says is a
// template, and nothing is said of it. Of what is equal judge_same_text() tells.
void judge_near_text(std::span<const Fact> facts, const NearTextRule& rule, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_NEAR_TEXT_H_
