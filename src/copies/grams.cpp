// SPDX-License-Identifier: Apache-2.0
#include "copies/grams.h"

#include <algorithm>
#include <array>
#include <deque>

namespace emrlint {
namespace {

constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15ull;
constexpr unsigned kMostWeight = 64;
// A gram has at most this many tokens: all of them numbers.
constexpr std::uint32_t kMost = kMostWeight + 1;

constexpr std::array<std::uint64_t, kMost + 1> powers() {
  std::array<std::uint64_t, kMost + 1> out{};
  out[0] = 1;
  for (std::size_t i = 1; i < out.size(); ++i) out[i] = out[i - 1] * kBase;
  return out;
}
constexpr auto kPowers = powers();

constexpr std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93ull;
  return hash ^ hash >> 32;
}

// The runs of one text, from the first on; each begins a token later.
class Runs {
 public:
  Runs(std::span<const std::uint32_t> shapes, TokenRange text, unsigned least)
      : shapes_(shapes), least_(least), from_(text.from), to_(text.from), end_(text.to) {}

  bool next(Gram& gram) {
    while (weight_ < least_) {
      if (to_ == end_) return false;
      hash_ = hash_ * kBase + shapes_[to_] + 1;
      weight_ += Tokens::weight(shapes_[to_++]);
    }
    gram = {mixed(hash_), {from_, to_}};
    // Takes the first token out.
    hash_ -= (std::uint64_t{shapes_[from_]} + 1) * kPowers[to_ - from_ - 1];
    weight_ -= Tokens::weight(shapes_[from_++]);
    return true;
  }

 private:
  std::span<const std::uint32_t> shapes_;
  unsigned least_;
  std::uint32_t from_;
  std::uint32_t to_;
  std::uint32_t end_;
  std::uint64_t hash_ = 0;
  unsigned weight_ = 0;
};

}  // namespace

void sample_grams(const Tokens& tokens, TokenRange text, std::vector<Gram>& out) {
  Runs runs(tokens.shapes(), text, kGramWeight);
  std::array<Gram, kGramWindow> window;
  std::uint32_t seen = 0;
  std::uint32_t least = 0;  // The chosen one, counted as `seen` counts.
  const auto at = [&](std::uint32_t i) -> Gram& { return window[i % kGramWindow]; };
  while (runs.next(at(seen))) {
    const std::uint32_t first = seen < kGramWindow ? 0 : seen - kGramWindow + 1;
    const std::uint32_t before = least;
    if (least < first) {
      least = first;
      for (std::uint32_t i = first + 1; i <= seen; ++i) {
        if (at(i).hash <= at(least).hash) least = i;
      }
    } else if (at(seen).hash <= at(least).hash) {
      least = seen;
    }
    if (seen + 1 >= kGramWindow && (least != before || seen + 1 == kGramWindow)) {
      out.push_back(at(least));
    }
    ++seen;
  }
  if (seen > 0 && seen < kGramWindow) out.push_back(at(least));
}

// The grams of a window stand in a queue, those that a later one of no greater hash makes useless
// left out: the chosen one is in front.
void sample_sparse_grams(const Tokens& tokens, TokenRange text, const GramSettings& settings,
                         std::vector<Gram>& out) {
  struct Waiting {
    Gram gram;
    unsigned told;  // Before its first token.
  };
  Runs runs(tokens.shapes(), text, std::min(settings.weight, kMostWeight));
  std::deque<Waiting> queue;
  Waiting next{{}, 0};
  bool full = false;  // A gram has left the window: it does not reach the beginning any more.
  const std::size_t first = out.size();
  const auto choose = [&] {
    const Gram& chosen = queue.front().gram;
    if (out.size() == first || out.back().tokens.from != chosen.tokens.from) out.push_back(chosen);
  };
  for (std::uint32_t at = text.from; runs.next(next.gram);) {
    for (; at < next.gram.tokens.from; ++at) next.told += Tokens::weight(tokens.shapes()[at]);
    if (!full && next.told >= settings.window) {
      choose();
      full = true;
    }
    while (!queue.empty() && next.told - queue.front().told >= settings.window) queue.pop_front();
    while (!queue.empty() && queue.back().gram.hash >= next.gram.hash) queue.pop_back();
    queue.push_back(next);
    if (full) choose();
  }
  if (!full && !queue.empty()) choose();
}

}  // namespace emrlint
