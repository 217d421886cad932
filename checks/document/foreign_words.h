// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DOCUMENT_FOREIGN_WORDS_H_
#define EMRLINT_CHECKS_DOCUMENT_FOREIGN_WORDS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "check/option.h"

// Diagnoses that are written in Latin letters.
namespace emrlint::checks {

// Abbreviations in general use (BL 5: 通用的外文缩写). No text lists them: the first guess of an
// option.
inline constexpr WordList kKnownAbbreviations{
    "AIDS|ALI|ALL|AML|ANCA|APL|ARDS|AVM|AVNRT|AVRT|BPH|CIN|CLL|CML|CMV|COPD|COVID|CRKP|CT|CTA|DIC|"
    "EB|EBV|ECMO|GIST|HBV|HCV|HELLP|HIV|HPV|HSIL|ICD|ICU|IGT|ITP|LSIL|MDS|MODS|MRI|MRSA|NOS|NSTEMI|"
    "OSAHS|PCOS|PET|PICC|PTSD|RSV|SARS|SIRS|SLE|STEMI|TB|TIA|TTP|VSD|VTE|XX|XXX|XXY|XY|XYY"};

struct ForeignWord {
  std::size_t from = 0, to = 0;  // Bytes of the text.
  bool whole = false;            // The item has no Chinese word at all.
};

// The first item of a list of diagnoses (2型DM；胆囊结石) that is Latin altogether, pneumonia, or
// ends in an abbreviation in the place of a noun, 2型DM. Not words of the list, numerals (III),
// mixed letters (IgA), and what stands in brackets or behind a Chinese name (慢阻肺 COPD).
std::optional<ForeignWord> find_foreign_word(std::string_view text, WordList allowed);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DOCUMENT_FOREIGN_WORDS_H_
