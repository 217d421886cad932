// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_PASSAGES_H_
#define EMRLINT_COPIES_PASSAGES_H_

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "copies/boilerplate.h"
#include "copies/tokens.h"

namespace emrlint {

// What counts as a copied passage.
struct PassageSettings {
  unsigned least = 80;        // What it tells at least: 40 ideographs or 20 words.
  std::uint32_t gap = 30;     // The most tokens between two runs that are equal, on either side.
  std::uint32_t sources = 8;  // Of so many earlier texts, the latest ones, each place is compared.
  double similarity = 0.7;    // Share of its tokens that stand in the source too, at least.
  unsigned run = 24;          // What its longest run tells at least: forms are filled alike.
};

// A text whose copies are looked for.
struct CopyText {
  TokenRange tokens;
  SectionType section = SectionType::kUnknown;
};

// What a search needs of a text: sampled grams, and the runs of boilerplate.
struct TextSample {
  // What it was taken of: equal for texts of equal tokens and boilerplate (XXH3-128).
  struct Of {
    std::uint64_t low = 0, high = 0;
    friend bool operator==(const Of&, const Of&) = default;
  };
  std::vector<Gram> grams;
  std::vector<TokenRange> boilerplate;
  Of of;  // Only where samples are kept.
};
void sample_text(const Tokens& tokens, const CopyText& text, const Boilerplate& boilerplate,
                 TextSample& out);

// One that was taken of the same text among other tokens: how much further on they stand here.
struct PlacedSample {
  const TextSample* sample = nullptr;
  std::uint32_t shift = 0;
};

// Tokens that stand in both texts, equal but for numbers.
struct Run {
  std::uint32_t from = 0;  // Where it begins in the source.
  std::uint32_t to = 0;    // Where it begins in the copy.
  std::uint32_t length = 0;
};

// A stretch of one text that stands in an earlier one too, word for word or edited. Begins and ends
// with a run; what is between two runs was changed.
struct Passage {
  std::uint32_t text = 0;       // The copy; index of the texts.
  std::uint32_t source = 0;     // Likewise, a smaller one.
  TokenRange from;              // In the source.
  TokenRange to;                // In the copy.
  std::uint32_t first_run = 0;  // Of Passages::runs.
  std::uint32_t run_count = 0;
  std::uint32_t equal = 0;    // Tokens that are equal.
  std::uint32_t numbers = 0;  // Numbers that stand for other numbers.
  std::uint32_t longest = 0;  // The longest run of equal tokens.

  bool exact() const { return equal == from.size() && equal == to.size(); }
  // Share of the longer side that stands unchanged in the other: 0 to 1.
  double similarity() const {
    return static_cast<double>(equal) / static_cast<double>(std::max(from.size(), to.size()));
  }
};

struct Passages {
  std::vector<Passage> list;
  std::vector<Run> runs;

  // In order of both texts, without overlap.
  std::span<const Run> runs_of(const Passage& passage) const {
    return std::span(runs).subspan(passage.first_run, passage.run_count);
  }
};

// All maximal copied passages between texts, which stand in the order in which they were written:
// by copy, source and place. What is boilerplate in both texts makes no passage, and none begins or
// ends with it.
// Linear in the texts for a bounded number of sources.
Passages find_passages(const Tokens& tokens, std::span<const CopyText> texts,
                       const Boilerplate& boilerplate, const PassageSettings& settings = {});
// The same with samples that were taken before, one for each text, by that boilerplate. With
// `kept`, only what changed since the last search is searched again; it needs TextSample::of.
class KeptPassages;
Passages find_passages(const Tokens& tokens, std::span<const CopyText> texts,
                       std::span<const PlacedSample> samples, const Boilerplate& boilerplate,
                       const PassageSettings& settings = {}, KeptPassages* kept = nullptr);

}  // namespace emrlint

#endif  // EMRLINT_COPIES_PASSAGES_H_
