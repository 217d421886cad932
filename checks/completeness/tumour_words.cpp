// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/tumour_words.h"

#include "check/words.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr WordList kStageWords{
    "TNM|临床分期|肿瘤分期|分期为|分期：|分期:|分期c|cT|局限期|广泛期|FIGO|BCLC|CNLC|Dukes|Ⅰ期|Ⅱ期|"
    "Ⅲ期|Ⅳ期|I期|II期|III期|IV期|Ia期|Ib期|IA期|IB期|IIA|IIB|IIIA|IIIB|IIIC|IVA|IVB|IA1|IA2|IA3|"
    "IIa期|IIb期|IIIa期|IIIb期|IIIc期|Ⅰa|Ⅰb|Ⅱa|"
    "Ⅱb|Ⅲa|Ⅲb|Ⅲc|Ⅳa|Ⅳb|ⅢC|ⅡC|1期|2期|3期|4期|局部晚期|进展期|Ann "
    "Arbor|Enneking|Stage|ⅠA|ⅠB|ⅡA|ⅡB|ⅢA|ⅢB|ⅣA|ⅣB|原位癌"};
constexpr WordList kMalignant{
    "癌|恶性|肉瘤|黑色素瘤|胃Ca|肺Ca|肝Ca|肠Ca|腺Ca|管Ca|颈Ca|巢Ca|胃MT|肺MT|肝MT|肠MT|腺MT|管MT|"
    "颈MT|巢MT|精原细胞瘤|母细胞瘤"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "T3N1M0", "T2aNxM0", "TisN0": what no word list can hold.
bool has_formula(std::string_view text) {
  // A blank may stand inside.
  constexpr std::string_view kInside = "0123456789abcdxXis";
  for (std::size_t at = text.find('T'); at != text.npos; at = text.find('T', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && end < at + 4 && kInside.find(text[end]) != kInside.npos) ++end;
    const bool some = end > at + 1;
    while (some && end < text.size() && (text[end] == ' ' || text[end] == ',')) ++end;
    const bool next = some && end + 1 < text.size() && text[end] == 'N';
    if (next && (is_digit(text[end + 1]) || text[end + 1] == 'x' || text[end + 1] == 'X')) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool states_stage(std::string_view text) {
  return has_formula(text) || holds_any(text, kStageWords);
}

bool says_malignant(std::string_view text) {
  const Narrative narrative(text);
  return any_word(kMalignant, [&](std::string_view word) {
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
      if (narrative.reading(at, at + word.size()).own_fact()) return true;
    }
    return false;
  });
}

}  // namespace emrlint::checks
