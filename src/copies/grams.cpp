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
      read_ = read_ * kBase + shapes_[to_] + 1;
      weight_ += Tokens::weight(shapes_[to_++]);
    }
    // What stands before the run taken out: two chains of products that do not wait for each other.
    gram = {mixed(read_ - left_ * kPowers[to_ - from_]), {from_, to_}};
    left_ = left_ * kBase + shapes_[from_] + 1;
    weight_ -= Tokens::weight(shapes_[from_++]);
    return true;
  }

 private:
  std::span<const std::uint32_t> shapes_;
  unsigned least_;
  std::uint32_t from_;
  std::uint32_t to_;
  std::uint32_t end_;
  std::uint64_t read_ = 0;  // The hash of all tokens up to to_,
  std::uint64_t left_ = 0;  // and up to from_.
  unsigned weight_ = 0;
};

// The lowest bits of a key are the place of the gram in the ring of those to choose from.
constexpr std::uint64_t kPlace = kGramWindow - 1;
static_assert(kGramWindow == 4);
constexpr std::uint64_t kNoKey = ~std::uint64_t{0};

}  // namespace

void sample_grams(const Tokens& tokens, TokenRange text, std::vector<Gram>& out) {
  Runs runs(tokens.shapes(), text, kGramWeight);
  // The keys of the window, the latest last; the places of the grams by the lowest bits of a key.
  std::uint64_t a = kNoKey, b = kNoKey, c = kNoKey, d = kNoKey;
  std::array<std::uint32_t, kGramWindow> from, to;  // Not read in one piece: written in two.
  // No branch on what is chosen: that cannot be foretold. Each step writes, few of them stay.
  std::array<Gram, 32> grams;
  std::size_t count = 0;
  std::uint64_t last = kNoKey;
  const auto flush = [&] {
    out.insert(out.end(), grams.begin(), grams.begin() + static_cast<std::ptrdiff_t>(count));
    count = 0;
  };
  const auto choose = [&] {
    const std::uint64_t least = std::min(std::min(a, b), std::min(c, d));
    if (count == grams.size()) flush();
    grams[count] = {least & ~kPlace, {from[least & kPlace], to[least & kPlace]}};
    count += least != last ? 1 : 0;
    last = least;
  };
  std::uint32_t seen = 0;
  for (Gram gram; runs.next(gram); ++seen) {
    const std::uint32_t place = seen & kPlace;
    a = b, b = c, c = d;
    d = (gram.hash & ~kPlace) | place;
    from[place] = gram.tokens.from;
    to[place] = gram.tokens.to;
    if (seen + 1 >= kGramWindow) choose();
  }
  if (seen > 0 && seen < kGramWindow) choose();
  flush();
}

void all_grams(const Tokens& tokens, TokenRange text, std::vector<Gram>& out) {
  Runs runs(tokens.shapes(), text, kGramWeight);
  for (Gram gram; runs.next(gram);) out.push_back({gram.hash & ~kPlace, gram.tokens});
}

std::uint64_t gram_hash(std::span<const std::uint32_t> shapes) {
  std::uint64_t hash = 0;
  for (const std::uint32_t shape : shapes) hash = hash * kBase + shape + 1;
  return mixed(hash) & ~kPlace;
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
