// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_KEPT_PASSAGES_H_
#define EMRLINT_COPIES_KEPT_PASSAGES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "copies/gram_filter.h"
#include "copies/passages.h"

namespace emrlint {

// What a search for passages found, for the next one over nearly the same texts, by the same
// boilerplate and settings: a text is searched again only if one that it was or would be compared
// with is another now. Texts are known again by what their samples are of (TextSample::of).
class KeptPassages {
 public:
  // Compares the texts of the next search with those of the last one. `sources` as in
  // PassageSettings.
  void compare(std::span<const CopyText> texts, std::span<const PlacedSample> samples,
               std::uint32_t sources);

  // Whether a text of the next search must be searched.
  bool stale(std::uint32_t text) const { return stale_[text] != 0; }
  // Whether a gram may stand in one of these, and how many such there are in all texts.
  bool wanted(std::uint64_t gram) const { return wanted_.may_hold(gram); }
  std::size_t wanted_count() const { return wanted_count_; }
  // Appends the passages of one that must not, as the texts stand now.
  void append(std::uint32_t text, Passages& out) const;

  // Takes down what the search found in these texts.
  void keep(const Passages& found);

 private:
  struct Seen {
    CopyText text;
    TextSample::Of of;
    std::vector<std::uint64_t> grams;
  };

  void find_stale(std::span<const PlacedSample> samples, std::size_t same_before,
                  std::size_t same_after, std::uint32_t sources);
  std::size_t now(std::size_t before) const {
    return before < changed_from_ ? before : before + seen_.size() - seen_before_;
  }

  std::vector<Seen> seen_;               // The texts of the next search; of the last one when
  std::vector<CopyText> texts_before_;   // compare() begins, and then these.
  std::size_t seen_before_ = 0;          // How many they were.
  bool searched_ = false;                // keep() followed compare().
  std::size_t changed_from_ = 0;         // Texts before it are as they were.
  Passages passages_;                    // Of the last search.
  std::vector<std::uint32_t> first_of_;  // By text of it: its first passage; one more at the end.
  std::vector<std::uint8_t> stale_;      // By text of the next search.
  GramFilter wanted_;
  std::size_t wanted_count_ = 0;
};

}  // namespace emrlint

#endif  // EMRLINT_COPIES_KEPT_PASSAGES_H_
