// SPDX-License-Identifier: Apache-2.0
#include "corpus/fingerprints.h"

#include <xxhash.h>

#include <algorithm>

namespace emrlint {

void Fingerprinter::read(const Chart& chart) {
  tokens_.clear();
  texts_ = add_section_texts(chart, tokens_);
}

std::span<const Fingerprint> Fingerprinter::take(const Chart& chart) {
  read(chart);
  list_.clear();
  const auto count = std::min<std::size_t>(texts_.size(), kMostSections);
  for (std::uint32_t section = 0; section < count; ++section) {
    const TokenRange range = texts_[section].text.tokens;
    grams_.clear();
    sample_sparse_grams(tokens_, range, settings_, grams_);
    for (const Gram& gram : grams_) {
      list_.push_back({grams_under_(gram.hash), section, gram.tokens.from - range.from});
    }
  }
  return list_;
}

std::uint64_t Fingerprinter::text_bytes() const {
  std::uint64_t sum = 0;
  for (const SectionText& text : texts_) {
    for (const Part& part : tokens_.parts(text.text.tokens)) sum += part.value.value.size();
  }
  return sum;
}

std::uint64_t Fingerprinter::digest() const {
  std::uint64_t hash = XXH3_64bits(tokens_.exact().data(), tokens_.exact().size_bytes());
  for (const SectionText& text : texts_) {
    hash = XXH3_64bits_withSeed(&text.text.tokens.to, sizeof text.text.tokens.to, hash);
  }
  return texts_under_(hash);
}

std::vector<Gram> Fingerprinter::grams(const Tokens& tokens, TokenRange text, bool all) const {
  std::vector<Gram> grams;
  sample_sparse_grams(tokens, text, {settings_.weight, all ? 1 : settings_.window}, grams);
  for (Gram& gram : grams) gram.hash = grams_under_(gram.hash);
  return grams;
}

std::uint64_t Fingerprinter::id_of(const Chart& chart, std::string_view path) const {
  std::string name(chart.institution.id.value);
  name.append(1, '\0').append(chart.key);
  const std::string_view file = path.substr(path.find_last_of('/') + 1);
  if (chart.key.starts_with(file)) name.append(1, '\0').append(path);
  return charts_under_(XXH3_64bits(name.data(), name.size()));
}

}  // namespace emrlint
