// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_CHAINS_H_
#define EMRLINT_COPIES_CHAINS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "copies/anchors.h"

namespace emrlint {

// Joins anchors of two texts to chains that go forward in both, with at most `gap` tokens between
// two of them on either side. To be kept for many calls: it reuses its memory.
class Chainer {
 public:
  explicit Chainer(std::uint32_t gap) : gap_(gap) {}

  // The chains of anchors of one source, which are sorted by their place in the copy; each anchor
  // that stands by itself is a chain of one. The runs of a chain do not overlap.
  template <typename Sink>
  void chain(std::span<const Anchor> anchors, Sink sink) {
    if (anchors.size() == 1) {  // As most are.
      runs_.assign(1, {anchors[0].from, anchors[0].to, anchors[0].length});
      sink(runs_);
      return;
    }
    score(anchors);
    for (std::uint32_t i = 0; i < anchors.size(); ++i) {
      if (links_[i].root != i) continue;
      collect(anchors, best_end_[i]);
      sink(runs_);
    }
    // Long ones that lead nowhere, such as a stretch that stands twice in the source.
    for (std::uint32_t i = 0; i < anchors.size(); ++i) {
      if (links_[i].used || anchors[i].length < kOwn) continue;
      runs_.assign(1, {anchors[i].from, anchors[i].to, anchors[i].length});
      sink(runs_);
    }
  }

 private:
  struct Link {
    std::uint32_t root;
    std::uint32_t before;  // Itself without one.
    std::uint32_t trim;    // Tokens at its front that the one before holds already.
    std::int64_t score;
    bool used;  // In a chain.
  };
  static constexpr std::uint32_t kOwn = 20;  // Tokens of a run that may be a passage by itself.

  void score(std::span<const Anchor> anchors);
  void collect(std::span<const Anchor> anchors, std::uint32_t end);

  std::uint32_t gap_;
  std::vector<Link> links_;
  std::vector<std::uint32_t> best_end_;  // By root.
  std::vector<Run> runs_;
};

}  // namespace emrlint

#endif  // EMRLINT_COPIES_CHAINS_H_
