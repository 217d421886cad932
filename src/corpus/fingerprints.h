// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CORPUS_FINGERPRINTS_H_
#define EMRLINT_CORPUS_FINGERPRINTS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/short_hash.h"
#include "copies/chart_copies.h"
#include "copies/grams.h"

namespace emrlint {

// One sampled gram of a section.
struct Fingerprint {
  std::uint64_t hash = 0;      // Salted.
  std::uint32_t section = 0;   // Index of add_section_texts().
  std::uint32_t position = 0;  // Of its first token in the section.
};

// The most sections of a chart that have fingerprints.
inline constexpr std::uint32_t kMostSections = 1u << 20;

// Makes fingerprints under a key. Equal keys and settings give equal ones. To be kept for many
// charts, by one thread: it reuses its memory.
class Fingerprinter {
 public:
  explicit Fingerprinter(const KeyedHash& hash, const GramSettings& settings = {})
      : grams_under_(hash, "copies/gram"),
        charts_under_(hash, "copies/chart"),
        texts_under_(hash, "copies/text"),
        settings_(settings) {}

  const GramSettings& settings() const { return settings_; }

  // Reads the sections of a chart: tokens() and texts() are of the last one. It must outlive them.
  void read(const Chart& chart);
  // read(), and the fingerprints of all sections, by section and place. They hold until the next
  // call.
  std::span<const Fingerprint> take(const Chart& chart);
  const Tokens& tokens() const { return tokens_; }
  std::span<const SectionText> texts() const { return texts_; }
  // UTF-8 of all pieces that hold a token.
  std::uint64_t text_bytes() const;
  // What tells whether the text of that chart is still the same.
  std::uint64_t digest() const;

  // Salted grams of a text, by place: `all` of them, or the sample.
  std::vector<Gram> grams(const Tokens& tokens, TokenRange text, bool all = false) const;
  // What tells stays apart, of an institution or of several. A chart that has no name but that of
  // its file is told by its path.
  std::uint64_t id_of(const Chart& chart, std::string_view path) const;

 private:
  ShortHash grams_under_, charts_under_, texts_under_;
  GramSettings settings_;
  Tokens tokens_;
  std::vector<SectionText> texts_;
  std::vector<Gram> grams_;
  std::vector<Fingerprint> list_;
};

}  // namespace emrlint

#endif  // EMRLINT_CORPUS_FINGERPRINTS_H_
