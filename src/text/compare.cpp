// SPDX-License-Identifier: Apache-2.0
#include "text/compare.h"

#include <algorithm>
#include <array>

#include "text/hash_table.h"

namespace emrlint {
namespace {

constexpr std::size_t kGram = 8;
constexpr std::size_t kSeed = 12;
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15ull;

constexpr std::size_t kMostWindow = 64;

// The hashes of all runs of k points, one after the other.
class RollingHash {
 public:
  RollingHash(std::span<const char32_t> text, std::size_t k) : entering_(text.data() + k - 1) {
    for (std::size_t i = 1; i < k; ++i) top_ *= kBase;
    for (std::size_t i = 0; i + 1 < k; ++i) hash_ = hash_ * kBase + text[i] + 1;
    leaving_ = text.data();
  }
  std::uint64_t next() {
    const std::uint64_t whole = hash_ * kBase + *entering_++ + 1;
    hash_ = whole - (std::uint64_t{*leaving_++} + 1) * top_;
    return whole;
  }

 private:
  const char32_t* entering_;
  const char32_t* leaving_;
  std::uint64_t top_ = 1;
  std::uint64_t hash_ = 0;  // Of the k - 1 points before *entering_.
};

// Sorted by hash, then position, for binary search.
struct Seed {
  std::uint64_t hash;
  std::uint32_t at;
  friend auto operator<=>(const Seed&, const Seed&) = default;
};

std::vector<Seed> seeds_of(std::span<const char32_t> text, std::size_t least) {
  // Not every position of one side is needed: a block of step + kSeed - 1 points holds one of them.
  const std::size_t step = std::max(least, 2 * kSeed - 1) - kSeed + 1;
  std::vector<Seed> seeds;
  seeds.reserve(text.size() / step + 1);
  for (std::size_t i = 0; i + kSeed <= text.size(); i += step) {
    seeds.push_back({RollingHash(text.subspan(i), kSeed).next(), static_cast<std::uint32_t>(i)});
  }
  std::sort(seeds.begin(), seeds.end());
  return seeds;
}

CommonBlock extend(std::span<const char32_t> a, std::span<const char32_t> b, std::size_t i,
                   std::size_t j) {
  std::size_t end = 0;
  while (i + end < a.size() && j + end < b.size() && a[i + end] == b[j + end]) ++end;
  std::size_t back = 0;
  while (back < i && back < j && a[i - back - 1] == b[j - back - 1]) ++back;
  return {i - back, j - back, back + end};
}

}  // namespace

std::vector<std::uint64_t> gram_hashes(std::span<const char32_t> text, std::size_t k) {
  std::vector<std::uint64_t> hashes;
  if (k == 0 || text.size() < k) return hashes;
  hashes.resize(text.size() - k + 1);
  RollingHash hash(text, k);
  for (std::size_t i = 0; i < hashes.size(); ++i) hashes[i] = hash.next();
  return hashes;
}

std::vector<SampledGram> sampled_grams(std::span<const char32_t> text, std::size_t k,
                                       std::size_t window) {
  std::vector<SampledGram> chosen;
  if (k == 0 || text.size() < k) return chosen;
  const std::size_t grams = text.size() - k + 1;
  window = std::clamp<std::size_t>(window, 1, std::min(grams, kMostWindow));
  chosen.reserve(grams * 2 / window + 2);
  std::array<std::uint64_t, kMostWindow> recent;  // The hash of position i is at i % kMostWindow.
  RollingHash hash(text, k);
  SampledGram least{~std::uint64_t{0}, grams};
  for (std::size_t i = 0; i < grams; ++i) {
    const std::uint64_t now = recent[i % kMostWindow] = hash.next();
    if (i + 1 < window) continue;
    const std::size_t begin = i + 1 - window;
    if (least.at != grams && least.at >= begin && now >= least.hash) continue;
    if (least.at != grams && least.at >= begin) {
      least = {now, i};
    } else {  // The first window, or the least one has left it.
      least = {recent[begin % kMostWindow], begin};
      for (std::size_t j = begin + 1; j <= i; ++j) {
        if (recent[j % kMostWindow] < least.hash) least = {recent[j % kMostWindow], j};
      }
    }
    chosen.push_back(least);
  }
  return chosen;
}

double containment(std::span<const char32_t> part, std::span<const char32_t> whole) {
  if (part.empty()) return 0;
  if (part.size() < kGram) {
    return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end() ? 1 : 0;
  }
  HashTable<bool> known;
  known.reserve(whole.size());
  for (const std::uint64_t hash : gram_hashes(whole, kGram)) known.find_or_add(hash, true);
  const std::vector<std::uint64_t> asked = gram_hashes(part, kGram);
  const auto found = std::count_if(asked.begin(), asked.end(),
                                   [&](std::uint64_t hash) { return known.contains(hash); });
  return static_cast<double>(found) / static_cast<double>(asked.size());
}

CommonBlock longest_common_block(std::span<const char32_t> a, std::span<const char32_t> b,
                                 std::size_t least) {
  CommonBlock best;
  const std::vector<Seed> seeds = seeds_of(b, least);
  const std::vector<std::uint64_t> hashes = gram_hashes(a, kSeed);
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    auto seed = std::lower_bound(seeds.begin(), seeds.end(), Seed{hashes[i], 0});
    std::size_t reach = 0;
    // Repetitive text can repeat a seed at will; a few places of each are enough to judge by.
    for (int tries = 0; tries < 4 && seed != seeds.end() && seed->hash == hashes[i];
         ++tries, ++seed) {
      const CommonBlock block = extend(a, b, i, seed->at);
      if (block.length > best.length) best = block;
      if (block.length >= kSeed) reach = std::max(reach, block.a + block.length - i);
    }
    if (reach > kSeed) i += reach - kSeed;  // Seeds inside a verified block lead to it again.
  }
  return best.length >= kSeed ? best : CommonBlock{};
}

}  // namespace emrlint
