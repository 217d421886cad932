// SPDX-License-Identifier: Apache-2.0
#include "copies/boilerplate.h"

#include <algorithm>

namespace emrlint {
namespace {

// Asked for at nearly every token, so no more than what tells most beginnings apart.
std::uint64_t beginning(std::span<const std::uint32_t> shapes, std::uint32_t at) {
  return (std::uint64_t{shapes[at]} << 32 | shapes[at + 1]) * 0x9E3779B97F4A7C15ull;
}

}  // namespace

const Boilerplate& Boilerplate::none() {
  static const Boilerplate none;
  return none;
}

bool Boilerplate::add(const Tokens& tokens, TokenRange text, SectionType section) {
  const auto keep = [&](std::uint64_t hash) {
    grams_.find_or_add(key(hash, section), true);
    filter_.add(hash);
  };
  const unsigned weight = tokens.weight(text);
  if (weight < kLeastText || text.size() < 2) return false;
  sections_.set(static_cast<std::size_t>(section));
  if (weight < kGramWeight) {
    keep(gram_hash(tokens.shapes().subspan(text.from, text.size())));
    beginnings_.add(beginning(tokens.shapes(), text.from));
    lengths_ |= 1u << text.size();
    return true;
  }
  // All grams: a text that goes on differently at its ends samples others.
  std::vector<Gram> grams;
  all_grams(tokens, text, grams);
  for (const Gram& gram : grams) keep(gram.hash);
  return true;
}

// Where the longest short text ends that stands at the beginning of the range; its beginning for
// none.
std::uint32_t Boilerplate::phrase_end(std::span<const std::uint32_t> shapes, TokenRange text,
                                      SectionType section) const {
  for (std::uint32_t length = std::min(text.size(), kGramWeight); length >= 2; --length) {
    if ((lengths_ >> length & 1) == 0) continue;
    if (in_text(gram_hash(shapes.subspan(text.from, length)), section)) return text.from + length;
  }
  return text.from;
}

std::vector<TokenRange> Boilerplate::runs(const Tokens& tokens, TokenRange text,
                                          SectionType section,
                                          std::span<const Gram> sampled) const {
  std::vector<TokenRange> out;
  if (!concerns(section) || !tokens.tells(text, kLeastRun)) return out;
  TokenRange run{text.from, text.from};
  const auto close = [&] {
    if (run.size() > 0 && tokens.tells(run, kLeastRun)) out.push_back(run);
  };
  const std::span<const std::uint32_t> shapes = tokens.shapes();
  std::vector<Gram> grams;
  grams.reserve(text.size());
  all_grams(tokens, text, grams);
  for (std::uint32_t at = text.from; at < text.to; ++at) {
    std::uint32_t end = at;
    const std::uint32_t place = at - text.from;  // A gram begins at each token but the last ones.
    if (place < grams.size() && in_text(grams[place].hash, section)) end = grams[place].tokens.to;
    while (!sampled.empty() && sampled.front().tokens.from <= at) {
      const Gram& gram = sampled.front();
      if (contains(gram.hash, section)) end = std::max(end, gram.tokens.to);
      sampled = sampled.subspan(1);
    }
    if (end == at && at + 1 < text.to && beginnings_.may_hold(beginning(shapes, at))) {
      end = phrase_end(shapes, {at, text.to}, section);
    }
    if (end == at) continue;
    if (at > run.to) {
      close();
      run.from = at;
    }
    run.to = std::max(run.to, end);
  }
  close();
  return out;
}

}  // namespace emrlint
