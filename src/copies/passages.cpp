// SPDX-License-Identifier: Apache-2.0
#include "copies/passages.h"

#include <algorithm>

#include "copies/anchors.h"
#include "copies/chains.h"
#include "copies/edits.h"
#include "copies/kept_passages.h"

namespace emrlint {
namespace {

// Makes passages of the chains of each text.
class Maker {
 public:
  Maker(const Tokens& tokens, std::span<const CopyText> texts,
        std::span<const PlacedSample> samples, const Boilerplate& boilerplate,
        const PassageSettings& settings, const KeptPassages* kept)
      : tokens_(tokens),
        texts_(texts),
        settings_(settings),
        kept_(kept),
        finder_(tokens, texts, samples, boilerplate, settings, kept),
        chainer_(settings.gap),
        edits_(tokens.shapes()) {}

  Passages run() {
    for (text_ = 0; text_ < texts_.size(); ++text_) {
      anchors_ = finder_.next();
      if (kept_ != nullptr && !kept_->stale(text_)) kept_->append(text_, out_);
      for (std::size_t i = 0; i < anchors_.size();) i = of_source(i);
    }
    return std::move(out_);
  }

 private:
  // Takes the anchors of one source from the ith on; gives where they end.
  std::size_t of_source(std::size_t i) {
    std::size_t end = i;
    while (end < anchors_.size() && anchors_[end].source == anchors_[i].source) ++end;
    source_ = anchors_[i].source;
    edits_.mask(finder_.masked(source_));
    const std::size_t first = out_.list.size();
    chainer_.chain(anchors_.subspan(i, end - i),
                   [&](std::span<const Run> chain) { add(chain, first); });
    return end;
  }

  // `first` is the first passage of this text and source. Runs that stand near a passage by chance
  // can make the whole too little alike: then the parts that are close together are tried.
  void add(std::span<const Run> chain, std::size_t first) {
    if (added(chain, first)) return;
    const std::uint32_t close = settings_.gap / 3;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= chain.size(); ++i) {
      if (i < chain.size() && gap(chain[i - 1], chain[i]) <= close) continue;
      if (i - begin < chain.size()) added(chain.subspan(begin, i - begin), first);
      begin = i;
    }
  }

  static std::uint32_t gap(const Run& a, const Run& b) {
    return std::max(b.from - a.from, b.to - a.to) - a.length;
  }

  // Whether the chain makes a passage, or a part of one that is there.
  bool added(std::span<const Run> chain, std::size_t first) {
    extend(chain);
    const TokenRange to = {before_.empty() ? chain.front().to : before_.back().to,
                           end_of(after_.empty() ? chain.back() : after_.back())};
    if (!tokens_.tells(to, settings_.least)) return false;  // As most do not.
    const auto first_run = static_cast<std::uint32_t>(out_.runs.size());
    complete(chain);
    const Passage passage = measured(first_run);
    const bool counts = enough(passage);
    if (!counts || within_other(passage, first)) {
      out_.runs.resize(first_run);
      return counts;
    }
    out_.list.push_back(passage);
    return true;
  }

  bool enough(const Passage& passage) const {
    const auto longer = std::max(passage.from.size(), passage.to.size());
    if (passage.equal + passage.numbers < settings_.similarity * longer ||
        passage.equal < settings_.similarity / 2 * longer) {  // Else a table of other values.
      return false;
    }
    const auto runs = out_.runs_of(passage);
    return std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
      return tokens_.tells({run.to, end_of(run)}, settings_.run);
    });
  }

  bool within_other(const Passage& passage, std::size_t first) const {
    constexpr std::size_t kLookBack = 32;  // Chains come by place, so the others are near.
    if (out_.list.size() > first + kLookBack) first = out_.list.size() - kLookBack;
    return std::any_of(out_.list.begin() + static_cast<std::ptrdiff_t>(first), out_.list.end(),
                       [&](const Passage& other) { return inside(passage, other); });
  }

  static bool inside(const Passage& passage, const Passage& other) {
    return passage.to.from >= other.to.from && passage.to.to <= other.to.to &&
           passage.from.from >= other.from.from && passage.from.to <= other.from.to;
  }

  static std::uint32_t end_of(const Run& run) { return run.to + run.length; }

  // Finds the runs that are beyond the ends of the chain.
  void extend(std::span<const Run> chain) {
    const TokenRange from = texts_[source_].tokens;
    const TokenRange to = texts_[text_].tokens;
    const Run& first = chain.front();
    const Run& last = chain.back();
    before_.clear();
    edits_.before({from.from, first.from}, {to.from, first.to}, before_);
    after_.clear();
    edits_.after({last.from + last.length, from.to}, {end_of(last), to.to}, after_);
  }

  // Appends the runs of the chain, of what is between them and of what is beyond its ends.
  void complete(std::span<const Run> chain) {
    out_.runs.insert(out_.runs.end(), before_.rbegin(), before_.rend());
    for (std::size_t i = 0; i < chain.size(); ++i) {
      const Run& run = chain[i];
      if (i > 0) {
        const Run& last = chain[i - 1];
        edits_.between({last.from + last.length, run.from}, {last.to + last.length, run.to},
                       out_.runs);
      }
      out_.runs.push_back(run);
    }
    out_.runs.insert(out_.runs.end(), after_.begin(), after_.end());
  }

  // The passage of the runs from `first_run` on.
  Passage measured(std::uint32_t first_run) const {
    const auto exact = tokens_.exact();
    Passage passage;
    passage.text = text_;
    passage.source = source_;
    passage.first_run = first_run;
    passage.run_count = static_cast<std::uint32_t>(out_.runs.size()) - first_run;
    const Run& first = out_.runs[first_run];
    const Run& last = out_.runs.back();
    passage.from = {first.from, last.from + last.length};
    passage.to = {first.to, last.to + last.length};
    for (const Run& run : out_.runs_of(passage)) {
      std::uint32_t unbroken = 0;
      for (std::uint32_t i = 0; i < run.length; ++i) {
        const bool equal = exact[run.from + i] == exact[run.to + i];
        passage.numbers += equal ? 0 : 1;
        unbroken = equal ? unbroken + 1 : 0;
        passage.longest = std::max(passage.longest, unbroken);
      }
      passage.equal += run.length;
    }
    passage.equal -= passage.numbers;
    return passage;
  }

  const Tokens& tokens_;
  std::span<const CopyText> texts_;
  const PassageSettings& settings_;
  const KeptPassages* kept_;  // Null for a search of all.
  AnchorFinder finder_;
  Chainer chainer_;
  Edits edits_;
  std::uint32_t text_ = 0;
  std::uint32_t source_ = 0;
  std::span<const Anchor> anchors_;  // Of the text at hand.
  std::vector<Run> before_;          // Beyond the ends of the chain at hand, the nearest first.
  std::vector<Run> after_;
  Passages out_;
};

}  // namespace

void sample_text(const Tokens& tokens, const CopyText& text, const Boilerplate& boilerplate,
                 TextSample& out) {
  out.grams.clear();
  sample_grams(tokens, text.tokens, out.grams);
  out.boilerplate.clear();
  if (boilerplate.empty()) return;
  out.boilerplate = boilerplate.runs(tokens, text.tokens, text.section, out.grams);
}

Passages find_passages(const Tokens& tokens, std::span<const CopyText> texts,
                       const Boilerplate& boilerplate, const PassageSettings& settings) {
  return Maker(tokens, texts, {}, boilerplate, settings, nullptr).run();
}

Passages find_passages(const Tokens& tokens, std::span<const CopyText> texts,
                       std::span<const PlacedSample> samples, const Boilerplate& boilerplate,
                       const PassageSettings& settings, KeptPassages* kept) {
  if (kept == nullptr) return Maker(tokens, texts, samples, boilerplate, settings, kept).run();
  kept->compare(texts, samples, settings.sources);
  Passages found = Maker(tokens, texts, samples, boilerplate, settings, kept).run();
  kept->keep(found);
  return found;
}

}  // namespace emrlint
