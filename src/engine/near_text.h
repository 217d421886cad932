// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_NEAR_TEXT_H_
#define EMRLINT_ENGINE_NEAR_TEXT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/fact.h"
#include "copies/boilerplate.h"
#include "copies/grams.h"
#include "model/chart.h"
#include "reader/reopen.h"

namespace emrlint {

// How the texts of facts are sampled: a gram tells 8 ideographs or 4 words, and every run of
// tokens that tells 31 ideographs or 16 words holds one.
inline constexpr GramSettings kNearGrams{.weight = 16, .window = 44};

// What is kept of the text of a fact: where it is read again, and which of its tokens are
// boilerplate. Of its wording nothing.
struct KeptText {
  std::string id;  // Of the text among all of a run: 16 hexadecimal digits.
  UnitPlace unit;
  std::uint64_t bytes = 0;            // Of the unit.
  std::uint32_t in_unit = 0;          // Which chart of the unit,
  std::uint32_t document = 0;         // which document of the chart,
  std::vector<std::uint32_t> pieces;  // which of Document::texts.
  std::uint32_t samples = 0;          // How many grams it has.
  std::vector<TokenRange> boilerplate;

  // As a list of a line, and back; none for what is no such list.
  std::vector<std::string> items() const;
  static std::optional<KeptText> of(const std::vector<std::string>& items);
};

// Sets what of it the text itself tells: pieces, samples and boilerplate. Gives the grams, unsalted
// and by place.
std::vector<Gram> take_text(const Document& document, std::span<const Text> text,
                            SectionType section, const Boilerplate& boilerplate, KeptText& kept);

// The tokens of a text, from its first one on, that are template wording: those of the grams with
// these numbers, and what lies between two neighbours among them.
std::vector<TokenRange> template_parts(const Tokens& tokens, TokenRange text,
                                       std::vector<std::uint32_t> grams);

// Numbers as "3,7", and back.
std::string written(std::span<const std::uint32_t> numbers);
std::vector<std::uint32_t> numbers_of(std::string_view list);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_NEAR_TEXT_H_
