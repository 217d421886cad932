// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_COMPARE_H_
#define EMRLINT_TEXT_COMPARE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace emrlint {

// A run of code points that two texts have in common.
struct CommonBlock {
  std::size_t a = 0;       // Where it begins in the first text.
  std::size_t b = 0;       // Where it begins in the second.
  std::size_t length = 0;  // In code points; 0 when nothing is common.
};

// The hashes of all runs of `k` code points, in order of position; empty for shorter texts.
std::vector<std::uint64_t> gram_hashes(std::span<const char32_t> text, std::size_t k);

// A run of code points that stands for its surroundings.
struct SampledGram {
  std::uint64_t hash = 0;
  std::size_t at = 0;  // Where the run begins.
};

// A sample of the runs of `k` points that both copies of a passage choose alike (winnowing,
// Schleimer, Wilkerson and Aiken 2003): the one of least hash among every `window` neighbours, each
// occurrence once. Texts that share window + k - 1 points share one. `window` is at most 64.
std::vector<SampledGram> sampled_grams(std::span<const char32_t> text, std::size_t k,
                                       std::size_t window);

// How much of a text stands in another, over runs of 8 code points: 0 to 1. A text of less than 8
// points is contained wholly or not at all.
double containment(std::span<const char32_t> part, std::span<const char32_t> whole);

// The longest common block. Linear in both texts: seeds of 12 points by rolling hash, extended on
// both sides and verified; blocks shorter than a seed count as none. Who has no use for blocks of
// less than `least` points says so: then fewer seeds are looked for, and a shorter block may be
// missed.
CommonBlock longest_common_block(std::span<const char32_t> a, std::span<const char32_t> b,
                                 std::size_t least = 0);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_COMPARE_H_
