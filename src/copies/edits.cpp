// SPDX-License-Identifier: Apache-2.0
#include "copies/edits.h"

#include <algorithm>
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

// Two sequences that are read from an edge on; `same(i, j)` compares their ith and jth tokens.
template <typename Same>
class Reach {
 public:
  Reach(std::uint32_t from_size, std::uint32_t to_size, Same same)
      : from_size_(from_size), to_size_(to_size), same_(same) {}

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
  std::uint32_t run_at(std::uint32_t i, std::uint32_t j) const {
    std::uint32_t length = 0;
    while (i + length < from_size_ && j + length < to_size_ && same_(i + length, j + length)) {
      ++length;
    }
    return length;
  }

  // Whether kResync tokens are equal.
  bool goes_on(std::uint32_t i, std::uint32_t j) const {
    if (i + kResync > from_size_ || j + kResync > to_size_) return false;
    std::uint32_t length = 0;
    while (length < kResync && same_(i + length, j + length)) ++length;
    return length == kResync;
  }

  std::optional<Skip> next_skip(std::uint32_t i, std::uint32_t j) const {
    for (std::uint32_t most = 1; most <= kSkip; ++most) {
      // A replacement of as many first, then the less even ones.
      for (std::uint32_t less = most + 1; less-- > 0;) {
        if (goes_on(i + most, j + less)) return Skip{most, less};
        if (goes_on(i + less, j + most)) return Skip{less, most};
      }
    }
    return std::nullopt;
  }

  std::uint32_t from_size_;
  std::uint32_t to_size_;
  Same same_;
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
  const auto alike = [&](std::uint32_t i, std::uint32_t j) {
    return same(from.from + i, to.from + j);
  };
  Reach(from.size(), to.size(), alike).run(out, [&](auto i, auto j, auto length) {
    return Run{from.from + i, to.from + j, length};
  });
}

void Edits::before(TokenRange from, TokenRange to, std::vector<Run>& out) const {
  const auto alike = [&](std::uint32_t i, std::uint32_t j) {
    return same(from.to - 1 - i, to.to - 1 - j);
  };
  Reach(from.size(), to.size(), alike).run(out, [&](auto i, auto j, auto length) {
    return Run{from.to - i - length, to.to - j - length, length};
  });
}

}  // namespace emrlint
