// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_BOILERPLATE_H_
#define EMRLINT_COPIES_BOILERPLATE_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "copies/gram_filter.h"
#include "copies/grams.h"
#include "model/section_types.h"
#include "text/hash_table.h"

namespace emrlint {

// Wording that is nobody's own: headers, stock negatives, templates. Known by the grams of its
// text, what is shorter than a gram as a whole; for one type of section or for all.
class Boilerplate {
 public:
  // What a text tells at least: four ideographs or two words.
  static constexpr unsigned kLeastText = 8;
  // What a run of boilerplate tells at least, twenty ideographs or ten words: less than that many
  // write by themselves.
  static constexpr unsigned kLeastRun = 40;

  static const Boilerplate& none();

  // A sampled gram; it counts where it is sampled again. kUnknown stands for every type.
  void add(std::uint64_t gram, SectionType section) {
    sections_.set(static_cast<std::size_t>(section));
    sampled_.find_or_add(key(gram, section), true);
  }
  // False for a text that tells too little; then nothing was added.
  bool add(const Tokens& tokens, TokenRange text, SectionType section);

  // Whether a sampled gram is boilerplate.
  bool contains(std::uint64_t gram, SectionType section) const {
    return sampled_.contains(key(gram, SectionType::kUnknown)) ||
           sampled_.contains(key(gram, section)) || in_text(gram, section);
  }
  bool empty() const { return sections_.none(); }
  // Whether there may be any in a type of section.
  bool concerns(SectionType section) const {
    return sections_[static_cast<std::size_t>(SectionType::kUnknown)] ||
           sections_[static_cast<std::size_t>(section)];
  }

  // The runs of boilerplate in a text, in order, not touching each other. `sampled` are the grams
  // of its sample.
  std::vector<TokenRange> runs(const Tokens& tokens, TokenRange text, SectionType section,
                               std::span<const Gram> sampled) const;

 private:
  static std::uint64_t key(std::uint64_t gram, SectionType section) {
    return gram + static_cast<std::uint64_t>(section) * 0x9E3779B97F4A7C15ull;
  }
  bool in_text(std::uint64_t gram, SectionType section) const {
    return filter_.may_hold(gram) && (grams_.contains(key(gram, SectionType::kUnknown)) ||
                                      grams_.contains(key(gram, section)));
  }
  std::uint32_t phrase_end(std::span<const std::uint32_t> shapes, TokenRange text,
                           SectionType section) const;

  std::bitset<kSectionTypeCount> sections_;  // For which something was added.
  HashTable<bool> sampled_;
  HashTable<bool> grams_;      // Of texts; and whole texts shorter than one.
  GramFilter filter_;              // Of grams_, whatever the section.
  GramFilter beginnings_;          // The first two tokens of the short texts.
  std::uint32_t lengths_ = 0;  // Of these: a bit for each number of tokens.
};

}  // namespace emrlint

#endif  // EMRLINT_COPIES_BOILERPLATE_H_
