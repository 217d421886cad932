// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_GRAMS_H_
#define EMRLINT_COPIES_GRAMS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "copies/tokens.h"

namespace emrlint {

// A short run of tokens that stands for its surroundings.
struct Gram {
  std::uint64_t hash = 0;  // Of the shapes; mixed. The lowest two bits are 0.
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

// All these runs, by place, with the hashes that the sample has. Appends to `out`.
void all_grams(const Tokens& tokens, TokenRange text, std::vector<Gram>& out);
// The like hash of a shorter run of tokens.
std::uint64_t gram_hash(std::span<const std::uint32_t> shapes);

// How sparsely grams are sampled, in what tokens tell (Tokens::weight).
struct GramSettings {
  unsigned weight = 32;  // What a gram tells at least: 16 ideographs or 8 words; 64 at the most.
  unsigned window = 44;  // Between the first tokens of neighbours of which one is chosen.

  // What a run of tokens tells at least that surely holds `count` grams of the sample, in whatever
  // texts it stands.
  constexpr unsigned sure(unsigned count) const { return weight + count * (window + 4) - 2; }
  // How many grams a run that tells so much surely holds.
  constexpr unsigned surely_in(unsigned told) const {
    return told + 2 < weight ? 0 : (told + 2 - weight) / (window + 4);
  }
};

// The same for few grams of long texts: of all grams whose first tokens are less than a window
// apart, the one of least hash. Appends to `out`, by place; one of less than a gram has none.
void sample_sparse_grams(const Tokens& tokens, TokenRange text, const GramSettings& settings,
                         std::vector<Gram>& out);

}  // namespace emrlint

#endif  // EMRLINT_COPIES_GRAMS_H_
