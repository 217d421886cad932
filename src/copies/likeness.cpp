// SPDX-License-Identifier: Apache-2.0
#include "copies/likeness.h"

#include <algorithm>

#include "copies/passages.h"

namespace emrlint {
namespace {

enum Mark : std::uint8_t { kOwn, kCopied, kTemplate, kBoilerplate };

// What is known of each token of a text.
class Marks {
 public:
  explicit Marks(const ComparedText& text) : first_(text.tokens.from), marks_(text.tokens.size()) {
    fill(text.templates, kTemplate);
    fill(text.boilerplate, kBoilerplate);
  }

  void copied(std::uint32_t token) {
    std::uint8_t& mark = marks_[token - first_];
    if (mark == kOwn) mark = kCopied;
  }

  Likeness counted(const Tokens& tokens) const {
    Likeness found;
    unsigned told = 0;
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i] == kBoilerplate) continue;
      const std::uint32_t number = tokens.shapes()[first_ + i] == Tokens::kNumber ? 1 : 0;
      ++found.size;
      told += Tokens::weight(tokens.shapes()[first_ + i]);
      found.numbers += number;
      if (marks_[i] != kCopied) continue;
      ++found.copied;
      found.same_numbers += number;
    }
    found.told = told / 2;
    return found;
  }

 private:
  void fill(const std::vector<TokenRange>& ranges, Mark mark) {
    const auto size = static_cast<std::uint32_t>(marks_.size());
    for (const TokenRange& range : ranges) {
      for (std::uint32_t i = range.from; i < std::min(range.to, size); ++i) marks_[i] = mark;
    }
  }

  std::uint32_t first_;
  std::vector<std::uint8_t> marks_;
};

}  // namespace

LikenessOfBoth likeness(const Tokens& tokens, const ComparedText& first,
                        const ComparedText& second) {
  Marks in_first(first), in_second(second);
  const CopyText texts[] = {{first.tokens}, {second.tokens}};
  const Passages found = find_passages(tokens, texts, Boilerplate::none());
  const auto exact = tokens.exact();
  for (const Passage& passage : found.list) {
    if (passage.source == passage.text) continue;  // Within one text.
    for (const Run& run : found.runs_of(passage)) {
      for (std::uint32_t i = 0; i < run.length; ++i) {
        if (exact[run.from + i] != exact[run.to + i]) continue;
        in_first.copied(run.from + i);
        in_second.copied(run.to + i);
      }
    }
  }
  return {in_first.counted(tokens), in_second.counted(tokens)};
}

}  // namespace emrlint
