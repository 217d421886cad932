// SPDX-License-Identifier: Apache-2.0
#include "copies/edits.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace emrlint {
namespace {

constexpr std::uint32_t kSkip = 4;    // The most tokens of one edit.
constexpr std::uint32_t kResync = 2;  // Equal tokens by which the texts go on after it.
constexpr int kEditCost = 2;          // What an edited token costs; an equal one earns 1.
constexpr int kDrop = 8;              // So far below the best nothing better is looked for.

void add(std::vector<Run>& out, Run run) {
  if (!out.empty()) {
    Run& last = out.back();
    if (last.from + last.length == run.from && last.to + last.length == run.to) {
      last.length += run.length;
      return;
    }
  }
  out.push_back(run);
}

// How many tokens of two sequences are skipped until they go on alike.
struct Skip {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

// Two sequences that are read from an edge on, forward or, with a step of -1, backward.
template <int kStep>
class Reach {
 public:
  using Shapes = std::span<const std::uint32_t>;
  using Masked = std::span<const std::uint8_t>;

  Reach(TokenRange from, TokenRange to, Shapes shapes, Masked masked)
      : from_size_(from.size()),
        to_size_(to.size()),
        from_(kStep > 0 ? from.from : from.to - 1),
        to_(kStep > 0 ? to.from : to.to - 1),
        shapes_(shapes),
        masked_(masked) {}

  // Appends `make_run(i, j, length)` for the runs up to the best place.
  template <typename MakeRun>
  void run(std::vector<Run>& out, MakeRun make_run) const {
    std::uint32_t i = 0, j = 0;
    int score = 0, best = 0;
    std::size_t kept = out.size();  // Up to the best place.
    while (i < from_size_ && j < to_size_) {
      const std::uint32_t length = run_at(i, j);
      if (length > 0) {
        out.push_back(make_run(i, j, length));
        score += static_cast<int>(length);
        i += length;
        j += length;
        if (score > best) {
          best = score;
          kept = out.size();
        }
        continue;
      }
      const std::optional<Skip> skip = next_skip(i, j);
      if (!skip) break;
      i += skip->from;
      j += skip->to;
      score -= kEditCost * static_cast<int>(std::max(skip->from, skip->to));
      if (score < best - kDrop) break;
    }
    out.resize(kept);
  }

 private:
  static std::uint32_t place(std::uint32_t edge, std::uint32_t i) {
    return kStep > 0 ? edge + i : edge - i;
  }

  // Whether the ith token of the one and the jth of the other are equal.
  bool same(std::uint32_t i, std::uint32_t j) const {
    const std::uint32_t from = place(from_, i), to = place(to_, j);
    return shapes_[from] == shapes_[to] &&
           (masked_.empty() || masked_[from] == 0 || masked_[to] == 0);
  }

  std::uint32_t run_at(std::uint32_t i, std::uint32_t j) const {
    const std::uint32_t most = std::min(from_size_ - i, to_size_ - j);
    std::uint32_t length = 0;
    while (length < most && same(i + length, j + length)) ++length;
    return length;
  }

  // Whether kResync tokens are equal.
  bool goes_on(std::uint32_t i, std::uint32_t j) const {
    if (i + kResync > from_size_ || j + kResync > to_size_) return false;
    std::uint32_t length = 0;
    while (length < kResync && same(i + length, j + length)) ++length;
    return length == kResync;
  }

  std::optional<Skip> next_skip(std::uint32_t i, std::uint32_t j) const {
    if (!may_go_on(i, j)) return std::nullopt;
    for (std::uint32_t most = 1; most <= kSkip; ++most) {
      // A replacement of as many first, then the less even ones.
      for (std::uint32_t less = most + 1; less-- > 0;) {
        if (goes_on(i + most, j + less)) return Skip{most, less};
        if (goes_on(i + less, j + most)) return Skip{less, most};
      }
    }
    return std::nullopt;
  }

  // False where no two neighbours within reach are equal, as nearly everywhere: all are compared
  // with all, without a branch.
  bool may_go_on(std::uint32_t i, std::uint32_t j) const {
    static_assert(kResync == 2);
    constexpr std::uint32_t kPairs = kSkip + 1;
    if (i + kPairs >= from_size_ || j + kPairs >= to_size_) return true;
    std::array<std::uint32_t, kPairs> from;
    std::array<std::uint32_t, 8> to;  // As many as are compared at once; the last ones are one.
    for (std::uint32_t k = 0; k < kPairs; ++k) from[k] = pair(place(from_, i + k));
    for (std::uint32_t k = 0; k < kPairs; ++k) to[k] = pair(place(to_, j + k));
    std::fill(to.begin() + kPairs, to.end(), to[kPairs - 1]);
    std::uint32_t equal = 0;
    for (const std::uint32_t one : from) {
      for (const std::uint32_t other : to) equal |= one == other ? 1u : 0u;
    }
    return equal != 0;
  }

  // Equal for a token and its neighbour that are equal.
  std::uint32_t pair(std::uint32_t token) const {
    const std::uint32_t shape = shapes_[token];
    return (shape << 16 | shape >> 16) ^ shapes_[token + static_cast<std::uint32_t>(kStep)];
  }

  std::uint32_t from_size_;
  std::uint32_t to_size_;
  std::uint32_t from_;  // Where they begin.
  std::uint32_t to_;
  Shapes shapes_;
  Masked masked_;
};

}  // namespace

// Rows of bits instead of numbers (Hyyrö 2004). Of the kth last token of the copy, bit k of row i
// is clear if it adds one to what the rest from it on has in common with the source from i on.
void Edits::between(TokenRange from, TokenRange to, std::vector<Run>& out) {
  const std::uint32_t n = from.size(), m = to.size();
  if (n == 0 || m == 0 || (n == 1 && m == 1) || m > kMostBetween) return;
  for (std::uint32_t k = 0; k < m; ++k) places(shapes_[to.to - 1 - k]) |= std::uint64_t{1} << k;
  rows_.resize(n + 1);
  rows_[n] = ~std::uint64_t{0};
  for (std::uint32_t i = n; i-- > 0;) {
    const std::uint64_t row = rows_[i + 1];
    const std::uint64_t equal = row & equal_places(shapes_[from.from + i], to);
    rows_[i] = (row + equal) | (row - equal);
  }
  for (std::uint32_t k = 0; k < m; ++k) places(shapes_[to.from + k]) = 0;
  // The most tokens that the rests from i and j on have in common.
  const auto common = [&](std::uint32_t i, std::uint32_t j) {
    return std::popcount(~rows_[i] << (kMostBetween - (m - j)));
  };
  std::uint32_t i = 0, j = 0;
  for (int left = common(0, 0); left > 0;) {
    if (shapes_[from.from + i] == shapes_[to.from + j]) {
      add(out, {from.from + i++, to.from + j++, 1});
      --left;
    } else if (common(i + 1, j) == left) {
      ++i;
    } else {
      ++j;
    }
  }
}

// Where a shape stands in the copy, by bits as in a row.
std::uint64_t Edits::equal_places(std::uint32_t shape, TokenRange to) {
  std::uint64_t equal = places(shape);  // Those of other shapes of one slot among them.
  for (std::uint64_t rest = equal; rest != 0; rest &= rest - 1) {
    const auto k = static_cast<std::uint32_t>(std::countr_zero(rest));
    if (shapes_[to.to - 1 - k] != shape) equal ^= std::uint64_t{1} << k;
  }
  return equal;
}

void Edits::after(TokenRange from, TokenRange to, std::vector<Run>& out) const {
  Reach<1>(from, to, shapes_, masked_).run(out, [&](auto i, auto j, auto length) {
    return Run{from.from + i, to.from + j, length};
  });
}

void Edits::before(TokenRange from, TokenRange to, std::vector<Run>& out) const {
  Reach<-1>(from, to, shapes_, masked_).run(out, [&](auto i, auto j, auto length) {
    return Run{from.to - i - length, to.to - j - length, length};
  });
}

}  // namespace emrlint
