// SPDX-License-Identifier: Apache-2.0
#include "text/word_index.h"

#include <algorithm>

namespace emrlint {
namespace {

std::size_t bucket(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  return ((byte(0) & 0x0Fu) << 12 ^ (byte(1) & 0x3Fu) << 5 ^ (byte(2) & 0x3Fu)) % 1021;
}

}  // namespace

WordIndex::WordIndex(std::span<const std::string_view> words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() >= 3) entries_.push_back({words[i], static_cast<int>(i)});
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    const std::size_t of_a = bucket(a.word, 0);
    const std::size_t of_b = bucket(b.word, 0);
    if (of_a != of_b) return of_a < of_b;
    if (a.word.size() != b.word.size()) return a.word.size() > b.word.size();
    return a.number < b.number;
  });
  for (const Entry& entry : entries_) {
    ++first_[bucket(entry.word, 0) + 1];
    begins_[low_bits(entry.word, 1)] |= std::uint64_t{1} << low_bits(entry.word, 2);
  }
  for (std::size_t i = 0; i < kBuckets; ++i) {
    first_[i + 1] = static_cast<std::uint16_t>(first_[i + 1] + first_[i]);
  }
}

int WordIndex::match(std::string_view text, std::size_t at) const {
  if (at + 3 > text.size() || static_cast<unsigned char>(text[at]) < 0xE0) return -1;
  if (!may_begin(text, at)) return -1;
  const std::size_t in = bucket(text, at);
  for (std::size_t i = first_[in]; i < first_[in + 1]; ++i) {
    if (text.compare(at, entries_[i].word.size(), entries_[i].word) == 0) return entries_[i].number;
  }
  return -1;
}

}  // namespace emrlint
