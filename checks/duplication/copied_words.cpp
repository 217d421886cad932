// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/copied_words.h"

#include <algorithm>
#include <tuple>

namespace emrlint::checks {
namespace {

bool same_piece(const Text& a, const Text& b) {
  return a.span == b.span && a.value.data() == b.value.data();
}

// The tokens of a passage that make up the words; empty where it does not hold all of them.
TokenRange tokens_of(const Tokens& tokens, TokenRange passage, const Part& words) {
  const std::vector<Part> parts = tokens.parts(passage);
  const auto holds = [&](const Part& part) {
    return same_piece(part.value, words.value) && part.from <= words.from && words.to <= part.to;
  };
  if (std::none_of(parts.begin(), parts.end(), holds)) return {};
  // In which order the pieces stand in the passage.
  const auto order = [&](const Text& piece) {
    return std::find_if(parts.begin(), parts.end(),
                        [&](const Part& part) { return same_piece(part.value, piece); }) -
           parts.begin();
  };
  const auto here = order(words.value);
  const auto first = [&](std::uint32_t byte) {  // The first token that ends behind the byte.
    std::uint32_t low = passage.from, high = passage.to;
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      const Part token = tokens.parts({middle, middle + 1}).front();
      if (std::tuple(order(token.value), token.to) <= std::tuple(here, byte)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  return {first(words.from), first(words.to - 1) + 1};
}

}  // namespace

CopyFinder::CopyFinder(const Chart& chart, const ChartCopies& copies)
    : chart_(chart),
      copies_(copies),
      passages_(chart.documents.size()),
      involved_(chart.documents.size()) {
  for (const Passage& passage : copies.passages()) {
    const std::uint32_t document = copies.texts()[passage.text].document;
    const std::uint32_t source = copies.texts()[passage.source].document;
    if (document == source || !copies.direction_known(passage)) continue;
    passages_[document].push_back(&passage);
    involved_[document] = involved_[source] = true;
  }
  for (auto& all : passages_) {
    std::stable_sort(all.begin(), all.end(), [](const Passage* a, const Passage* b) {
      return std::tuple(a->to.size(), a->source) > std::tuple(b->to.size(), b->source);
    });
  }
}

const std::vector<const Passage*>& CopyFinder::passages(const Document& document) const {
  return passages_[static_cast<std::size_t>(&document - chart_.documents.data())];
}

bool CopyFinder::involved(const Document& document) const {
  return involved_[static_cast<std::size_t>(&document - chart_.documents.data())];
}

std::vector<const Document*> CopyFinder::sources(const Document& document) const {
  std::vector<const Document*> sources;
  for (const Passage* const passage : passages(document)) {
    const Document* const source = &copies_.document_of(passage->source);
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) {
      sources.push_back(source);
    }
  }
  return sources;
}

// Whether a piece is of a text: told more quickly than where in a passage it stands.
bool CopyFinder::has(std::uint32_t text, const Text& piece) const {
  const auto pieces = copies_.document_of(text).text_of(copies_.section_of(text));
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](const Text& one) { return same_piece(one, piece); });
}

std::optional<CopiedWords> CopyFinder::find(const Document& document, const Part& words) const {
  if (words.from >= words.to) return std::nullopt;
  for (const Passage* const passage : passages(document)) {
    if (!has(passage->text, words.value)) continue;
    std::vector<Part> there = source_of(*passage, words);
    if (there.empty()) continue;
    const Document& source = copies_.document_of(passage->source);
    return CopiedWords{passage, &source, *writing_time(source), std::move(there)};
  }
  return std::nullopt;
}

std::optional<CopiedWords> CopyFinder::around(const Document& document, const Part& words) const {
  constexpr std::uint32_t kBefore = 4;  // A change at the front is not part of the passage.
  for (const Passage* const passage : passages(document)) {
    TokenRange to = passage->to, from = passage->from;
    to.from -= std::min(kBefore, to.from - copies_.texts()[passage->text].text.tokens.from);
    from.from -= std::min(kBefore, from.from - copies_.texts()[passage->source].text.tokens.from);
    if (tokens_of(copies_.tokens(), to, words).size() == 0) continue;
    const Document& source = copies_.document_of(passage->source);
    return CopiedWords{passage, &source, *writing_time(source), copies_.tokens().parts(from)};
  }
  return std::nullopt;
}

std::vector<Part> CopyFinder::source_of(const Passage& passage, const Part& words) const {
  const TokenRange range = tokens_of(copies_.tokens(), passage.to, words);
  if (range.size() == 0) return {};
  const std::span<const std::uint32_t> exact = copies_.tokens().exact();
  for (const Run& run : copies_.runs_of(passage)) {
    if (range.from < run.to || range.to > run.to + run.length) continue;
    const TokenRange from{run.from + range.from - run.to, run.from + range.to - run.to};
    if (!std::equal(exact.begin() + range.from, exact.begin() + range.to,
                    exact.begin() + from.from)) {
      return {};
    }
    return copies_.tokens().parts(from);
  }
  return {};
}

}  // namespace emrlint::checks
