// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_GRAMS_H_
#define EMRLINT_COPIES_GRAMS_H_

#include <cstdint>
#include <vector>

#include "copies/tokens.h"

namespace emrlint {

// A short run of tokens that stands for its surroundings.
struct Gram {
  std::uint64_t hash = 0;  // Of the shapes; mixed, so that any bits of it serve.
  TokenRange tokens;
};

// How much a gram tells at least: eight ideographs or four words.
inline constexpr unsigned kGramWeight = 16;
// Neighbouring grams of which one is chosen.
inline constexpr std::uint32_t kGramWindow = 4;

// A sample of the runs of least length that tell kGramWeight, which both copies of a passage choose
// alike (winnowing; Schleimer, Wilkerson and Aiken 2003): the one of least hash among every
// kGramWindow neighbours, each once. Two texts that have kGramWindow neighbouring runs in common
// share one. Appends to `out`; one of less than a gram has none.
void sample_grams(const Tokens& tokens, TokenRange text, std::vector<Gram>& out);

}  // namespace emrlint

#endif  // EMRLINT_COPIES_GRAMS_H_
