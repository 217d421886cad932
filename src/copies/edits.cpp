// SPDX-License-Identifier: Apache-2.0
#include "copies/edits.h"

#include <algorithm>
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

  // Gives `sink(i, j, length)` the runs up to the best place.
  template <typename Sink>
  void run(Sink sink) const {
    std::uint32_t i = 0, j = 0;
    int score = 0, best = 0;
    std::vector<Run> pending;  // Since the best place.
    while (i < from_size_ && j < to_size_) {
      const std::uint32_t length = run_at(i, j);
      if (length > 0) {
        pending.push_back({i, j, length});
        score += static_cast<int>(length);
        i += length;
        j += length;
        if (score > best) {
          best = score;
          for (const Run& run : pending) sink(run.from, run.to, run.length);
          pending.clear();
        }
        continue;
      }
      const std::optional<Skip> skip = next_skip(i, j);
      if (!skip) return;
      i += skip->from;
      j += skip->to;
      score -= kEditCost * static_cast<int>(std::max(skip->from, skip->to));
      if (score < best - kDrop) return;
    }
  }

 private:
  std::uint32_t run_at(std::uint32_t i, std::uint32_t j) const {
    std::uint32_t length = 0;
    while (i + length < from_size_ && j + length < to_size_ && same_(i + length, j + length)) {
      ++length;
    }
    return length;
  }

  std::optional<Skip> next_skip(std::uint32_t i, std::uint32_t j) const {
    for (std::uint32_t most = 1; most <= kSkip; ++most) {
      // A replacement of as many first, then the less even ones.
      for (std::uint32_t less = most + 1; less-- > 0;) {
        if (run_at(i + most, j + less) >= kResync) return Skip{most, less};
        if (run_at(i + less, j + most) >= kResync) return Skip{less, most};
      }
    }
    return std::nullopt;
  }

  std::uint32_t from_size_;
  std::uint32_t to_size_;
  Same same_;
};

}  // namespace

void Edits::between(TokenRange from, TokenRange to, std::vector<Run>& out) {
  const std::uint32_t n = from.size(), m = to.size();
  if (n == 0 || m == 0 || (n == 1 && m == 1)) return;
  // common_[i, j]: the most tokens that the rests from i and j on have in common.
  const std::uint32_t width = m + 1;
  common_.assign(std::size_t{n + 1} * width, 0);
  for (std::uint32_t i = n; i-- > 0;) {
    for (std::uint32_t j = m; j-- > 0;) {
      const std::size_t at = std::size_t{i} * width + j;
      common_[at] = shapes_[from.from + i] == shapes_[to.from + j]
                        ? static_cast<std::uint16_t>(common_[at + width + 1] + 1)
                        : std::max(common_[at + 1], common_[at + width]);
    }
  }
  for (std::uint32_t i = 0, j = 0; i < n && j < m;) {
    const std::size_t at = std::size_t{i} * width + j;
    if (shapes_[from.from + i] == shapes_[to.from + j]) {
      add(out, {from.from + i++, to.from + j++, 1});
    } else if (common_[at + width] >= common_[at + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
}

void Edits::after(TokenRange from, TokenRange to, std::vector<Run>& out) const {
  const auto alike = [&](std::uint32_t i, std::uint32_t j) {
    return same(from.from + i, to.from + j);
  };
  Reach(from.size(), to.size(), alike).run([&](auto i, auto j, auto length) {
    out.push_back({from.from + i, to.from + j, length});
  });
}

void Edits::before(TokenRange from, TokenRange to, std::vector<Run>& out) const {
  const auto alike = [&](std::uint32_t i, std::uint32_t j) {
    return same(from.to - 1 - i, to.to - 1 - j);
  };
  Reach(from.size(), to.size(), alike).run([&](auto i, auto j, auto length) {
    out.push_back({from.to - i - length, to.to - j - length, length});
  });
}

}  // namespace emrlint
