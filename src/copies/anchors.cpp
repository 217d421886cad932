// SPDX-License-Identifier: Apache-2.0
#include "copies/anchors.h"

#include <algorithm>

namespace emrlint {
namespace {

// A gram that stands in a text more often is a pattern, such as a row of numbers; to compare each
// of its places with the sources would take the square of the text.
constexpr std::uint32_t kMostTimes = 2;

}  // namespace

AnchorFinder::AnchorFinder(const Tokens& tokens, std::span<const CopyText> texts,
                           const Boilerplate& boilerplate, std::uint32_t sources)
    : shapes_(tokens.shapes()),
      tokens_(tokens),
      texts_(texts),
      boilerplate_(boilerplate),
      sources_(sources) {
  if (!boilerplate.empty()) masked_.resize(tokens.size());
  // Grams are sampled at two in kGramWindow + 1 places.
  const std::size_t grams = tokens.size() * 2 / (kGramWindow + 1);
  last_.reserve(grams);
  entries_.reserve(grams);
}

std::span<const Anchor> AnchorFinder::next() {
  grams_.clear();
  anchors_.clear();
  open_.clear();
  sample_grams(tokens_, texts_[text_].tokens, grams_);
  if (!masked_.empty()) mask();
  for (const Gram& gram : grams_) {
    std::uint32_t& last = last_.find_or_add(gram.hash, kNone);
    const std::uint32_t before = last;
    const bool again = before != kNone && entries_[before].text == text_;
    const std::uint32_t times = again ? entries_[before].times + 1 : 1;
    if (times > kMostTimes) continue;
    last = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({gram.tokens.from, text_, before, times});
    match(gram, before);
  }
  ++text_;
  return anchors_;
}

// Marks the tokens of boilerplate.
void AnchorFinder::mask() {
  const CopyText& text = texts_[text_];
  for (const TokenRange& run : boilerplate_.runs(tokens_, text.tokens, text.section, grams_)) {
    std::fill(masked_.begin() + run.from, masked_.begin() + run.to, 1);
  }
}

// Compares a gram with the entries from `entry` back.
void AnchorFinder::match(const Gram& gram, std::uint32_t entry) {
  std::uint32_t texts = 0;
  for (std::uint32_t text = text_; entry != kNone; entry = entries_[entry].before) {
    const Entry& seen = entries_[entry];
    if (seen.text == text_) continue;
    if (seen.text != text && ++texts > sources_) return;
    text = seen.text;
    if (!covered(seen.at, gram.tokens.from)) add_anchor(seen.text, seen.at, gram.tokens.from);
  }
}

// Whether the pair of places is inside an anchor; forgets the anchors that end before it.
bool AnchorFinder::covered(std::uint32_t from, std::uint32_t to) {
  for (std::size_t i = 0; i < open_.size();) {
    const Anchor& anchor = anchors_[open_[i]];
    if (anchor.to + anchor.length <= to) {
      open_[i] = open_.back();
      open_.pop_back();
      continue;
    }
    if (anchor.to - anchor.from == to - from) return true;  // Modulo 2^32, which is fine.
    ++i;
  }
  return false;
}

void AnchorFinder::add_anchor(std::uint32_t source, std::uint32_t from, std::uint32_t to) {
  const TokenRange a = texts_[source].tokens;
  const TokenRange b = texts_[text_].tokens;
  const bool masks = !masked_.empty();
  const auto same = [&](std::uint32_t i, std::uint32_t j) {
    return shapes_[i] == shapes_[j] && !(masks && masked_[i] != 0 && masked_[j] != 0);
  };
  std::uint32_t before = 0;
  while (from - before > a.from && to - before > b.from &&
         same(from - before - 1, to - before - 1)) {
    ++before;
  }
  std::uint32_t after = 0;
  while (from + after < a.to && to + after < b.to && same(from + after, to + after)) ++after;
  if (before + after == 0) return;  // Two grams of one hash.
  open_.push_back(static_cast<std::uint32_t>(anchors_.size()));
  anchors_.push_back({source, from - before, to - before, before + after});
}

}  // namespace emrlint
