// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/overlap.h"

#include <algorithm>

#include "copies/anchors.h"
#include "copies/grams.h"

namespace emrlint::checks {
namespace {

bool among(std::span<const std::uint32_t> texts, std::uint32_t text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

TokenRange range_of(const ChartCopies& copies, std::uint32_t text) {
  return copies.texts()[text].text.tokens;
}

TokenRange range_of(const ChartCopies& copies, std::span<const std::uint32_t> texts) {
  if (texts.empty()) return {};
  return {range_of(copies, texts.front()).from, range_of(copies, texts.back()).to};
}

// Where the whole of a text that makes no passage of its own, or of one as long as the other,
// stands in the other; empty if nowhere.
TokenRange inside(const ChartCopies& copies, TokenRange part, TokenRange whole) {
  if (part.size() > whole.size()) return {};
  const Tokens& tokens = copies.tokens();
  const bool alike = part.size() == whole.size();
  const bool own = tokens.tells(part, PassageSettings{}.least) || !tokens.tells(part, kGramWeight);
  if (!alike && own) return {};
  const auto exact = copies.tokens().exact();
  const auto begin = exact.begin() + whole.from, end = exact.begin() + whole.to;
  const auto found = std::search(begin, end, exact.begin() + part.from, exact.begin() + part.to);
  if (found == end) return {};
  const auto from = static_cast<std::uint32_t>(found - exact.begin());
  return {from, from + part.size()};
}

// Marks which tokens of the copy stand in the source.
class Marks {
 public:
  Marks(const ChartCopies& copies, std::span<const std::uint32_t> copy)
      : copies_(copies), copy_(copy), range_(range_of(copies, copy)), marked_(range_.size()) {
    overlap_.size = size_of(copies, copy);
    runs_.resize(copy.size());
  }

  void add(const Passage& passage, bool forward) {
    const auto exact = copies_.tokens().exact();
    const std::uint32_t text = forward ? passage.text : passage.source;
    for (const Run& run : copies_.runs_of(passage)) {
      const std::uint32_t here = forward ? run.to : run.from;
      for (std::uint32_t i = 0; i < run.length; ++i) {
        if (exact[run.from + i] == exact[run.to + i]) marked_[here + i - range_.from] = 1;
      }
    }
    take(text, passage.longest, forward ? passage.to : passage.from,
         forward ? passage.from : passage.to, passage.equal);
  }

  // Tokens of a text that stand unchanged in the source.
  void add(std::uint32_t text, TokenRange here, TokenRange source) {
    std::fill(marked_.begin() + (here.from - range_.from),
              marked_.begin() + (here.to - range_.from), 1);
    take(text, here.size(), here, source, here.size());
  }

  Overlap result() {
    leave_out_boilerplate();
    overlap_.copied = static_cast<std::uint32_t>(std::count(marked_.begin(), marked_.end(), 1));
    for (const std::uint32_t run : runs_) overlap_.unbroken += run;
    overlap_.unbroken = std::min(overlap_.unbroken, overlap_.size);
    return overlap_;
  }

 private:
  // What nobody writes himself is neither copied nor own.
  void leave_out_boilerplate() {
    for (const std::uint32_t text : copy_) {
      for (const TokenRange& run : copies_.boilerplate_of(text)) {
        overlap_.size -= run.size();
        const auto at = marked_.begin() + (run.from - range_.from);
        std::fill(at, at + run.size(), std::uint8_t{0});
      }
    }
  }

  void take(std::uint32_t text, std::uint32_t longest, TokenRange copy, TokenRange source,
            std::uint32_t equal) {
    const auto at = std::find(copy_.begin(), copy_.end(), text) - copy_.begin();
    std::uint32_t& run = runs_[static_cast<std::size_t>(at)];
    run = std::max(run, longest);
    if (equal <= most_) return;
    most_ = equal;
    overlap_.copy = copy;
    overlap_.source = source;
  }

  const ChartCopies& copies_;
  std::span<const std::uint32_t> copy_;
  TokenRange range_;
  std::vector<std::uint8_t> marked_;  // Of range_.
  std::vector<std::uint32_t> runs_;   // By text of the copy: the longest one.
  std::uint32_t most_ = 0;            // Of the passage that is shown.
  Overlap overlap_;
};

// The places that stand one behind the other in one file.
std::vector<Part> in_order(const ChartCopies& copies, TokenRange range) {
  std::vector<Part> parts = copies.tokens().parts(range);
  std::size_t count = 1;
  while (count < parts.size() && parts[count].value.span.file == parts[0].value.span.file &&
         parts[count - 1].value.span < parts[count].value.span) {
    ++count;
  }
  parts.resize(count);
  return parts;
}

}  // namespace

Overlap overlap(const ChartCopies& copies, std::span<const std::uint32_t> copy,
                std::span<const std::uint32_t> source, PassageFilter allowed) {
  Marks marks(copies, copy);
  const auto counts = [&](const Passage& passage) {
    return allowed == nullptr || !allowed(copies, passage);
  };
  for (const std::uint32_t text : copy) {
    for (const Passage& passage : copies.passages_of(text)) {
      if (among(source, passage.source) && counts(passage)) marks.add(passage, true);
    }
    for (const std::uint32_t other : source) {
      const TokenRange here = range_of(copies, text), there = range_of(copies, other);
      if (const TokenRange at = inside(copies, there, here); at.size() > 0) {
        marks.add(text, at, there);
      } else if (const TokenRange from = inside(copies, here, there); from.size() > 0) {
        marks.add(text, here, from);
      }
    }
  }
  for (const std::uint32_t text : source) {
    for (const Passage& passage : copies.passages_of(text)) {
      if (among(copy, passage.source) && counts(passage)) marks.add(passage, false);
    }
  }
  return marks.result();
}

Overlap whole(const ChartCopies& copies, std::span<const std::uint32_t> copy,
              std::span<const std::uint32_t> source) {
  const std::uint32_t size = size_of(copies, copy);
  return {size, size, size, range_of(copies, copy), range_of(copies, source)};
}

void show(const ChartCopies& copies, const Overlap& overlap, const MessageInfo& source,
          Outcome& outcome) {
  if (overlap.copy.size() > 0) {
    outcome.at(in_order(copies, overlap.copy)).note(source, in_order(copies, overlap.source), {});
  }
  outcome.measure("similarity", overlap.share()).measure("length", overlap.copied);
}

}  // namespace emrlint::checks
