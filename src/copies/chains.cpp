// SPDX-License-Identifier: Apache-2.0
#include "copies/chains.h"

#include <algorithm>
#include <cstdlib>

namespace emrlint {
namespace {

// So many anchors back is looked for the one before; what is between is noise of other diagonals.
constexpr std::uint32_t kLookBack = 24;
// Tokens that an anchor must keep when those of the one before are taken from it.
constexpr std::int64_t kKept = 4;

}  // namespace

void Chainer::score(std::span<const Anchor> anchors) {
  links_.clear();
  best_end_.assign(anchors.size(), 0);
  for (std::uint32_t j = 0; j < anchors.size(); ++j) {
    const Anchor& b = anchors[j];
    Link best{j, j, 0, b.length, false};
    for (std::uint32_t i = j; i-- > (j > kLookBack ? j - kLookBack : 0);) {
      const Anchor& a = anchors[i];
      const std::int64_t to_gap = std::int64_t{b.to} - a.to - a.length;
      const std::int64_t from_gap = std::int64_t{b.from} - a.from - a.length;
      const std::int64_t trim = std::max<std::int64_t>({0, -to_gap, -from_gap});
      if (std::max(to_gap, from_gap) > gap_ || b.length < trim + kKept) continue;
      // A shift between the sides is dearer than a stretch that was replaced.
      const std::int64_t cost = std::abs(to_gap - from_gap) / 2 + std::max(to_gap, from_gap) / 3;
      const std::int64_t score = links_[i].score + b.length - trim - cost;
      if (score > best.score) {
        best = {links_[i].root, i, static_cast<std::uint32_t>(trim), score, false};
      }
    }
    links_.push_back(best);
    std::uint32_t& end = best_end_[best.root];
    if (best.root == j || best.score > links_[end].score) end = j;
  }
}

void Chainer::collect(std::span<const Anchor> anchors, std::uint32_t end) {
  runs_.clear();
  for (std::uint32_t i = end;; i = links_[i].before) {
    links_[i].used = true;
    const std::uint32_t trim = links_[i].trim;
    runs_.push_back({anchors[i].from + trim, anchors[i].to + trim, anchors[i].length - trim});
    if (links_[i].before == i) break;
  }
  std::reverse(runs_.begin(), runs_.end());
}

}  // namespace emrlint
