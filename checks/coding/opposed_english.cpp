// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "checks/coding/opposed_words.h"

namespace emrlint::checks {
namespace {

struct EnglishWord {
  std::string_view word;  // Folded, as it stands between other characters.
  Axis axis;
  std::string_view meanings;
};
constexpr EnglishWord kEnglish[] = {
    {"left", Axis::kSide, "L"},           {"right", Axis::kSide, "R"},
    {"unilateral", Axis::kSide, "LR"},    {"bilateral", Axis::kSide, "B"},
    {"acute", Axis::kCourse, "A"},        {"chronic", Axis::kCourse, "C"},
    {"benign", Axis::kBehaviour, "G"},    {"malignant", Axis::kBehaviour, "M"},
    {"carcinoma", Axis::kBehaviour, "M"}, {"primary", Axis::kOrigin, "P"},
    {"secondary", Axis::kOrigin, "S"},    {"congenital", Axis::kBirth, "C"},
    {"acquired", Axis::kBirth, "A"},      {"hypertension", Axis::kPressure, "H"},
    {"hypotension", Axis::kPressure, "L"}};

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool same_letters(std::string_view word, std::string_view text) {
  return word.size() == text.size() &&
         std::equal(word.begin(), word.end(), text.begin(),
                    [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

}  // namespace

void KeyWords::read_english(std::string_view name, NameOf what) {
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && letter(name[end])) ++end;
    const std::string_view text = name.substr(at, end - at);
    for (const EnglishWord& one : kEnglish) {
      if (!concerns(one.axis, what) || !same_letters(one.word, text)) continue;
      // "Carcinoma in situ".
      const bool in_situ = one.word == "carcinoma" && name.substr(end).starts_with(" in situ");
      add(one.axis, in_situ ? meaning_bits("I") : meaning_bits(one.meanings), text);
    }
    at = std::max(end, at + 1);
  }
}

}  // namespace emrlint::checks
