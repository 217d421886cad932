// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_BOILERPLATE_H_
#define EMRLINT_COPIES_BOILERPLATE_H_

#include <cstdint>

#include "copies/grams.h"
#include "model/section_types.h"
#include "text/hash_table.h"

namespace emrlint {

// Wording that is nobody's own: headers, stock negatives, templates. Known by the sampled grams of
// its text, for one type of section or for all.
class Boilerplate {
 public:
  // kUnknown stands for every type.
  void add(std::uint64_t gram, SectionType section) {
    grams_.find_or_add(key(gram, section), true);
  }
  void add(const Tokens& tokens, TokenRange text, SectionType section);

  bool contains(std::uint64_t gram, SectionType section) const {
    return grams_.contains(key(gram, SectionType::kUnknown)) || grams_.contains(key(gram, section));
  }
  bool empty() const { return grams_.size() == 0; }

 private:
  static std::uint64_t key(std::uint64_t gram, SectionType section) {
    return gram + static_cast<std::uint64_t>(section) * 0x9E3779B97F4A7C15ull;
  }

  HashTable<bool> grams_;
};

}  // namespace emrlint

#endif  // EMRLINT_COPIES_BOILERPLATE_H_
