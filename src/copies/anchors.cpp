// SPDX-License-Identifier: Apache-2.0
#include "copies/anchors.h"

#include <algorithm>

namespace emrlint {
namespace {

// What a run of boilerplate tells at least: twenty ideographs or ten words.
constexpr unsigned kLeastBoilerplate = 40;
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

// Marks the tokens of boilerplate and takes its grams out. A gram of it alone is a phrase that many
// use, so only runs of them count.
void AnchorFinder::mask() {
  const SectionType section = texts_[text_].section;
  TokenRange run;
  const auto close = [&] {
    if (tokens_.weight(run) < kLeastBoilerplate) return;
    std::fill(masked_.begin() + run.from, masked_.begin() + run.to, 1);
  };
  for (const Gram& gram : grams_) {
    if (!boilerplate_.contains(gram.hash, section)) continue;
    if (gram.tokens.from > run.to) {
      close();
      run = gram.tokens;
    }
    run.to = gram.tokens.to;
  }
  close();
  std::erase_if(grams_, [&](const Gram& gram) {
    return masked_[gram.tokens.from] != 0 || masked_[gram.tokens.to - 1] != 0;
  });
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
    return shapes_[i] == shapes_[j] && !(masks && (masked_[i] != 0 || masked_[j] != 0));
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
