// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_ANCHORS_H_
#define EMRLINT_COPIES_ANCHORS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "copies/passages.h"

namespace emrlint {

// A maximal run of tokens of one shape in two texts.
struct Anchor {
  std::uint32_t source = 0;  // Index of the earlier text.
  std::uint32_t from = 0;    // Where the run begins in it.
  std::uint32_t to = 0;      // Where it begins in the copy.
  std::uint32_t length = 0;
};

// Finds the anchors between each text and earlier ones by sampled grams. To be asked for each text
// in turn.
class AnchorFinder {
 public:
  // `samples` and `kept` as find_passages() takes them; with these, texts that are not stale have
  // no anchors.
  AnchorFinder(const Tokens& tokens, std::span<const CopyText> texts,
               std::span<const PlacedSample> samples, const Boilerplate& boilerplate,
               const PassageSettings& settings, const KeptPassages* kept = nullptr);

  // The anchors of a text, by source and place in it; none of one that tells too little for a
  // passage. They hold until the next call.
  std::span<const Anchor> next();

  // Which tokens are boilerplate, for the text that was asked for last and an earlier one; empty
  // when one of them has none.
  std::span<const std::uint8_t> masked(std::uint32_t source) const {
    return both_masked(source, text_ - 1) ? std::span(masked_) : std::span<const std::uint8_t>();
  }

 private:
  struct Entry {
    std::uint64_t gram;
    std::uint32_t at;  // Where the gram begins.
    std::uint32_t text;
    std::uint32_t before;  // The last entry of the same gram, kNone without.
    std::uint32_t times;   // Entries of the gram in the text, with this one.
  };
  // An anchor that may cover the next gram.
  struct Open {
    std::uint32_t shift;  // From the place in the source to that in the copy.
    std::uint32_t end;    // In the copy.
  };
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  PlacedSample sample();
  bool both_masked(std::uint32_t source, std::uint32_t text) const {
    return !with_mask_.empty() && with_mask_[source] != 0 && with_mask_[text] != 0;
  }
  // Where a gram is looked for first in last_.
  std::size_t slot_of(std::uint64_t gram) const {
    return static_cast<std::size_t>(gram >> 32) & (last_.size() - 1);
  }
  std::uint32_t& last_of(std::uint64_t gram);
  void match(std::uint32_t to, std::uint32_t entry);
  void add_anchor(std::uint32_t source, std::uint32_t from, std::uint32_t to);
  bool covered(std::uint32_t shift, std::uint32_t to);

  std::span<const std::uint32_t> shapes_;
  const Tokens& tokens_;
  std::span<const CopyText> texts_;
  std::span<const PlacedSample> samples_;
  const Boilerplate& boilerplate_;
  const PassageSettings& settings_;
  const KeptPassages* kept_;

  std::uint32_t text_ = 0;            // The one at hand.
  TextSample own_;                    // Of it, where none was given.
  // Tokens of boilerplate and texts that have some; empty when there is none.
  std::vector<std::uint8_t> masked_;
  std::vector<std::uint8_t> with_mask_;
  std::vector<std::uint32_t> last_;   // A hash table of grams: the last entry of each.
  std::vector<Entry> entries_;
  std::vector<Anchor> anchors_;  // Of the text at hand.
  std::vector<Open> open_;       // Those of them that may cover the next gram, and some passed.
  std::size_t next_open_ = 0;    // The one that is likely to cover the next place.
};

}  // namespace emrlint

#endif  // EMRLINT_COPIES_ANCHORS_H_
