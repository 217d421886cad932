// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_GRAM_FILTER_H_
#define EMRLINT_COPIES_GRAM_FILTER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace emrlint {

// Tells for most grams that they were not added, in less memory than a table of them.
class GramFilter {
 public:
  void add(std::uint64_t hash) {
    if (bits_.empty()) bits_.resize(kBits / 64);
    const std::uint64_t bit = hash >> 40 & (kBits - 1);  // Few of the low ones are of use.
    bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  bool may_hold(std::uint64_t hash) const {
    const std::uint64_t bit = hash >> 40 & (kBits - 1);
    return !bits_.empty() && (bits_[bit / 64] >> bit % 64 & 1) != 0;
  }

 private:
  static constexpr std::size_t kBits = 1 << 17;
  std::vector<std::uint64_t> bits_;
};

}  // namespace emrlint

#endif  // EMRLINT_COPIES_GRAM_FILTER_H_
