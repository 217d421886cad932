// SPDX-License-Identifier: Apache-2.0
#include "engine/near_text.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace emrlint {
namespace {

enum Item : std::size_t {
  kId,
  kLineAt,
  kFirstLine,
  kKind,
  kBytes,
  kInUnit,
  kDocument,
  kPieces,
  kSamples,
  kBoilerplate,
  kPaths,
};

template <typename Number>
Number number(std::string_view text) {
  Number value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Both ends of each range.
std::vector<std::uint32_t> ends_of(std::span<const TokenRange> ranges) {
  std::vector<std::uint32_t> ends;
  for (const TokenRange& range : ranges) ends.insert(ends.end(), {range.from, range.to});
  return ends;
}

bool same_piece(const Text& a, const Text& b) {
  return a.span == b.span && a.value.data() == b.value.data();
}

}  // namespace

std::string written(std::span<const std::uint32_t> numbers) {
  std::string list;
  for (const std::uint32_t one : numbers) {
    if (!list.empty()) list += ',';
    list += std::to_string(one);
  }
  return list;
}

std::vector<std::uint32_t> numbers_of(std::string_view list) {
  std::vector<std::uint32_t> numbers;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    numbers.push_back(number<std::uint32_t>(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return numbers;
}

std::vector<std::string> KeptText::items() const {
  const unsigned kind = (unit.folder ? 1u : 0) | (unit.gaps ? 2u : 0) | (unit.bulk ? 4u : 0);
  std::vector<std::string> list = {id,
                                   unit.line_at ? std::to_string(*unit.line_at) : std::string(),
                                   std::to_string(unit.first_line),
                                   std::to_string(kind),
                                   std::to_string(bytes),
                                   std::to_string(in_unit),
                                   std::to_string(document),
                                   written(pieces),
                                   std::to_string(samples),
                                   written(ends_of(boilerplate))};
  list.insert(list.end(), unit.paths.begin(), unit.paths.end());
  return list;
}

std::optional<KeptText> KeptText::of(const std::vector<std::string>& items) {
  if (items.size() < kPaths) return std::nullopt;
  KeptText kept;
  kept.id = items[kId];
  if (!items[kLineAt].empty()) kept.unit.line_at = number<std::uint64_t>(items[kLineAt]);
  kept.unit.first_line = number<std::uint32_t>(items[kFirstLine]);
  const auto kind = number<unsigned>(items[kKind]);
  kept.unit.folder = (kind & 1) != 0;
  kept.unit.gaps = (kind & 2) != 0;
  kept.unit.bulk = (kind & 4) != 0;
  kept.unit.paths.assign(items.begin() + kPaths, items.end());
  kept.bytes = number<std::uint64_t>(items[kBytes]);
  kept.in_unit = number<std::uint32_t>(items[kInUnit]);
  kept.document = number<std::uint32_t>(items[kDocument]);
  kept.pieces = numbers_of(items[kPieces]);
  kept.samples = number<std::uint32_t>(items[kSamples]);
  const std::vector<std::uint32_t> ends = numbers_of(items[kBoilerplate]);
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
    kept.boilerplate.push_back({ends[i], ends[i + 1]});
  }
  return kept;
}

std::vector<Gram> take_text(const Document& document, std::span<const Text> text,
                            SectionType section, const Boilerplate& boilerplate, KeptText& kept) {
  std::size_t at = 0;  // Pieces nearly always stand in the order of the document's.
  for (const Text& piece : text) {
    for (std::size_t tried = 0; tried < document.texts.size(); ++tried, ++at) {
      if (at == document.texts.size()) at = 0;
      if (!same_piece(document.texts[at], piece)) continue;
      kept.pieces.push_back(static_cast<std::uint32_t>(at));
      break;
    }
  }
  Tokens tokens;
  const TokenRange range = tokens.add(text);
  std::vector<Gram> grams;
  if (!boilerplate.empty()) {
    sample_grams(tokens, range, grams);
    kept.boilerplate = boilerplate.runs(tokens, range, section, grams);
    grams.clear();
  }
  sample_sparse_grams(tokens, range, kNearGrams, grams);
  kept.samples = static_cast<std::uint32_t>(grams.size());
  return grams;
}

std::vector<TokenRange> template_parts(const Tokens& tokens, TokenRange text,
                                       std::vector<std::uint32_t> grams) {
  if (grams.empty()) return {};
  std::sort(grams.begin(), grams.end());
  std::vector<Gram> sample;
  sample_sparse_grams(tokens, text, kNearGrams, sample);
  std::vector<TokenRange> parts;
  std::uint32_t last = 0;
  for (const std::uint32_t gram : grams) {
    if (gram >= sample.size()) break;
    const TokenRange at{sample[gram].tokens.from - text.from, sample[gram].tokens.to - text.from};
    if (!parts.empty() && gram <= last + 1) {
      parts.back().to = std::max(parts.back().to, at.to);
    } else {
      parts.push_back(at);
    }
    last = gram;
  }
  return parts;
}

}  // namespace emrlint
