// SPDX-License-Identifier: Apache-2.0
#include "copies/anchors.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "copies/kept_passages.h"

namespace emrlint {
namespace {

// A gram that stands in a text more often is a pattern, such as a row of numbers; to compare each
// of its places with the sources would take the square of the text.
constexpr std::uint32_t kMostTimes = 2;

// So many grams before it is looked up where one would be is fetched.
constexpr std::size_t kAhead = 8;

// How many tokens from two places on are equal, `most` at the most.
std::uint32_t equal_after(const std::uint32_t* a, const std::uint32_t* b, std::uint32_t most) {
  std::uint32_t count = 0;
  for (; count + 4 <= most; count += 4) {  // Nearly always many.
    if (std::memcmp(a + count, b + count, 4 * sizeof *a) != 0) break;
  }
  while (count < most && a[count] == b[count]) ++count;
  return count;
}

// The same backward from in front of them.
std::uint32_t equal_before(const std::uint32_t* a, const std::uint32_t* b, std::uint32_t most) {
  std::uint32_t count = 0;
  for (; count < most; ++count) {
    if (*(a - count - 1) != *(b - count - 1)) break;
  }
  return count;
}

}  // namespace

AnchorFinder::AnchorFinder(const Tokens& tokens, std::span<const CopyText> texts,
                           std::span<const PlacedSample> samples, const Boilerplate& boilerplate,
                           const PassageSettings& settings, const KeptPassages* kept)
    : shapes_(tokens.shapes()),
      tokens_(tokens),
      texts_(texts),
      samples_(samples),
      boilerplate_(boilerplate),
      settings_(settings),
      kept_(kept) {
  if (!boilerplate.empty()) {
    masked_.resize(tokens.size());
    with_mask_.resize(texts.size());
  }
  // Grams are sampled at two in kGramWindow + 1 places; none has more than one.
  const std::size_t grams =
      kept == nullptr ? tokens.size() * 2 / (kGramWindow + 1) : kept->wanted_count();
  entries_.reserve(grams);
  last_.assign(std::bit_ceil(grams * 5 / 2 + 1), kNone);
}

std::span<const Anchor> AnchorFinder::next() {
  anchors_.clear();
  open_.clear();
  const PlacedSample placed = sample();
  for (const TokenRange& run : placed.sample->boilerplate) {
    const auto begin = masked_.begin() + placed.shift;
    std::fill(begin + run.from, begin + run.to, 1);
    with_mask_[text_] = 1;
  }
  const bool may_copy = (kept_ == nullptr || kept_->stale(text_)) &&
                        tokens_.tells(texts_[text_].tokens, settings_.least);
  const std::span<const Gram> grams = placed.sample->grams;
  for (std::size_t i = 0; i < grams.size(); ++i) {
    const Gram& gram = grams[i];
    if (i + kAhead < grams.size()) __builtin_prefetch(&last_[slot_of(grams[i + kAhead].hash)]);
    if (kept_ != nullptr && !kept_->wanted(gram.hash)) continue;
    const std::uint32_t at = gram.tokens.from + placed.shift;
    std::uint32_t& last = last_of(gram.hash);
    const std::uint32_t before = last;
    const bool again = before != kNone && entries_[before].text == text_;
    const std::uint32_t times = again ? entries_[before].times + 1 : 1;
    if (times > kMostTimes) continue;
    last = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({gram.hash, at, text_, before, times});
    if (may_copy && before != kNone) match(at, before);
  }
  ++text_;
  const auto earlier = [](const Anchor& a, const Anchor& b) {
    const auto place = [](const Anchor& anchor) {
      return std::uint64_t{anchor.source} << 32 | anchor.to;
    };
    return place(a) != place(b) ? place(a) < place(b) : a.from < b.from;
  };
  // Where all are of one source they nearly always stand in order.
  if (!std::is_sorted(anchors_.begin(), anchors_.end(), earlier)) {
    std::sort(anchors_.begin(), anchors_.end(), earlier);
  }
  return anchors_;
}

// The last entry of a gram: kNone in the free slot where it would be.
std::uint32_t& AnchorFinder::last_of(std::uint64_t gram) {
  std::size_t at = slot_of(gram);
  while (last_[at] != kNone && entries_[last_[at]].gram != gram) at = (at + 1) & (last_.size() - 1);
  return last_[at];
}

// That of the text at hand.
PlacedSample AnchorFinder::sample() {
  if (!samples_.empty()) return samples_[text_];
  sample_text(tokens_, texts_[text_], boilerplate_, own_);
  return {&own_, 0};
}

// Compares the gram at a place with the entries from `entry` back.
void AnchorFinder::match(std::uint32_t to, std::uint32_t entry) {
  std::uint32_t texts = 0;
  for (std::uint32_t text = text_; entry != kNone; entry = entries_[entry].before) {
    const Entry& seen = entries_[entry];
    if (seen.text == text_) continue;
    if (seen.text != text && ++texts > settings_.sources) return;
    text = seen.text;
    if (!covered(to - seen.at, to)) add_anchor(seen.text, seen.at, to);
  }
}

// Whether the gram at `to` is inside an anchor that shifts places so. The grams of a copied stretch
// come upon the same sources in the same order, so the one behind the last is nearly always it.
bool AnchorFinder::covered(std::uint32_t shift, std::uint32_t to) {
  for (std::size_t left = open_.size(); left > 0; --left) {
    if (next_open_ >= open_.size()) next_open_ = 0;
    const Open& anchor = open_[next_open_++];
    if (anchor.shift == shift && anchor.end > to) return true;
  }
  return false;
}

void AnchorFinder::add_anchor(std::uint32_t source, std::uint32_t from, std::uint32_t to) {
  const TokenRange a = texts_[source].tokens;
  const TokenRange b = texts_[text_].tokens;
  const std::uint32_t most_before = std::min(from - a.from, to - b.from);
  const std::uint32_t most_after = std::min(a.to - from, b.to - to);
  const std::uint32_t* const seen = shapes_.data() + from;
  const std::uint32_t* const here = shapes_.data() + to;
  std::uint32_t before = 0;
  std::uint32_t after = 0;
  if (!both_masked(source, text_)) {
    before = equal_before(seen, here, most_before);
    after = equal_after(seen, here, most_after);
  } else {
    const std::uint8_t* const mask = masked_.data();
    const auto open = [&](std::uint32_t i, std::uint32_t j) {
      return mask[i] == 0 || mask[j] == 0;
    };
    while (before < most_before && *(seen - before - 1) == *(here - before - 1) &&
           open(from - before - 1, to - before - 1)) {
      ++before;
    }
    while (after < most_after && seen[after] == here[after] && open(from + after, to + after)) {
      ++after;
    }
  }
  if (before + after == 0) return;  // Two grams of one hash.
  std::erase_if(open_, [&](const Open& anchor) { return anchor.end <= to; });
  open_.push_back({to - from, to + after});
  next_open_ = open_.size();
  anchors_.push_back({source, from - before, to - before, before + after});
}

}  // namespace emrlint
