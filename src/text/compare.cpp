// SPDX-License-Identifier: Apache-2.0
#include "text/compare.h"

#include <algorithm>

namespace emrlint {
namespace {

constexpr std::size_t kGram = 8;
constexpr std::size_t kSeed = 12;
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15ull;

// Sorted by hash, then position, for binary search.
struct Seed {
  std::uint64_t hash;
  std::uint32_t at;
  friend auto operator<=>(const Seed&, const Seed&) = default;
};

std::vector<Seed> seeds_of(std::span<const char32_t> text, std::size_t least) {
  const std::vector<std::uint64_t> hashes = gram_hashes(text, kSeed);
  // Not every position of one side is needed: a block of step + kSeed - 1 points holds one of them.
  const std::size_t step = std::max(least, 2 * kSeed - 1) - kSeed + 1;
  std::vector<Seed> seeds;
  seeds.reserve(hashes.size() / step + 1);
  for (std::size_t i = 0; i < hashes.size(); i += step) {
    seeds.push_back({hashes[i], static_cast<std::uint32_t>(i)});
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
  hashes.reserve(text.size() - k + 1);
  std::uint64_t top = 1;
  for (std::size_t i = 1; i < k; ++i) top *= kBase;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i >= k) hash -= (text[i - k] + 1) * top;
    hash = hash * kBase + text[i] + 1;
    if (i + 1 >= k) hashes.push_back(hash);
  }
  return hashes;
}

std::vector<std::uint64_t> winnowed(std::span<const std::uint64_t> hashes, std::size_t window) {
  std::vector<std::uint64_t> chosen;
  if (hashes.empty()) return chosen;
  window = std::min(window, hashes.size());
  std::size_t least = hashes.size();
  for (std::size_t end = window; end <= hashes.size(); ++end) {
    const std::size_t begin = end - window;
    if (least == hashes.size() || least < begin) {
      const auto range = hashes.subspan(begin, window);
      const auto found = std::min_element(range.begin(), range.end());
      least = begin + static_cast<std::size_t>(found - range.begin());
      chosen.push_back(hashes[least]);
    } else if (hashes[end - 1] < hashes[least]) {
      least = end - 1;
      chosen.push_back(hashes[least]);
    }
  }
  return chosen;
}

double containment(std::span<const char32_t> part, std::span<const char32_t> whole) {
  if (part.empty()) return 0;
  if (part.size() < kGram) {
    return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end() ? 1 : 0;
  }
  std::vector<std::uint64_t> known = gram_hashes(whole, kGram);
  std::sort(known.begin(), known.end());
  const std::vector<std::uint64_t> asked = gram_hashes(part, kGram);
  const auto found = std::count_if(asked.begin(), asked.end(), [&](std::uint64_t hash) {
    return std::binary_search(known.begin(), known.end(), hash);
  });
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
