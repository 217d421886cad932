// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/grades.h"

#include <algorithm>
#include <iterator>

#include "text/find_word.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

struct Numeral {
  std::string_view text;
  int value;
  bool chinese = false;
};
// Longer ones first.
constexpr Numeral kNumerals[] = {{"Ⅵ", 6},        {"Ⅴ", 5},        {"Ⅳ", 4},        {"Ⅲ", 3},
                                 {"Ⅱ", 2},        {"Ⅰ", 1},        {"VI", 6},       {"IV", 4},
                                 {"III", 3},      {"II", 2},       {"V", 5},        {"I", 1},
                                 {"六", 6, true}, {"五", 5, true}, {"四", 4, true}, {"三", 3, true},
                                 {"二", 2, true}, {"一", 1, true}};

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

struct Found {
  int value = -1;
  std::size_t length = 0;
};

// Whether a grade can end where `rest` begins: no longer number, no unit, no word.
bool ends_grade(std::string_view rest, bool chinese) {
  constexpr std::string_view kGrade[] = {"级", "类"};
  constexpr std::string_view kEnds[] = {"E", "e", "/", "／", ")", "）", "(", "（", " ", "、", "期"};
  const auto starts = [&](std::string_view end) { return rest.starts_with(end); };
  if (std::any_of(std::begin(kGrade), std::end(kGrade), starts)) return true;
  return !chinese && (rest.empty() || std::any_of(std::begin(kEnds), std::end(kEnds), starts));
}

// A numeral that stands at `at`; -1 for one that is part of a longer number or word.
Found numeral_at(std::string_view text, std::size_t at) {
  const int digit = digit_at(text, at);
  if (digit >= 0) {
    std::size_t end = at;
    while (digit_at(text, end) >= 0) end += digit_length(text, end);
    const bool single = end == at + digit_length(text, at) && ends_grade(text.substr(end), false);
    return {single ? digit : -1, end - at};
  }
  for (const Numeral& numeral : kNumerals) {
    if (!text.substr(at).starts_with(numeral.text)) continue;
    const std::string_view rest = text.substr(at + numeral.text.size());
    const bool latin = is_letter(numeral.text.front());
    const bool in_word = latin && at > 0 && is_letter(text[at - 1]) && text[at - 1] != 'P';
    // The signs of Roman numerals stand for nothing else.
    const bool good =
        !in_word && ((!latin && !numeral.chinese) || ends_grade(rest, numeral.chinese));
    return {good ? numeral.value : -1, numeral.text.size()};
  }
  return {};
}

void add(Grade& grade, int value) {
  if (grade.stated && grade.value != value) grade.value.reset();
  if (!grade.stated) grade.value = value;
  grade.stated = true;
}

}  // namespace

Grade grade_in(std::string_view value) {
  Grade grade;
  for (std::size_t at = 0; at < value.size();) {
    const Found found = numeral_at(value, at);
    if (found.value >= 0) add(grade, found.value);
    at += found.length == 0 ? 1 : found.length;
  }
  return grade;
}

Grade asa_in(std::string_view text) {
  constexpr std::string_view kAsa = "ASA", kEnds[] = {"。", "；", "，", "\n", ";", ","};
  constexpr std::size_t kReach = 60;
  Grade grade;
  for (std::size_t at = find_word(text, kAsa); at != text.npos;
       at = find_word(text, kAsa, at + kAsa.size())) {
    std::string_view behind = text.substr(at + kAsa.size(), kReach);
    for (const std::string_view end : kEnds) behind = behind.substr(0, find_word(behind, end));
    const Grade here = grade_in(behind);
    if (!here.stated) continue;
    const bool several = !here.value || (grade.stated && grade.value != here.value);
    grade.value = several ? std::nullopt : here.value;
    grade.stated = true;
  }
  return grade;
}

std::string_view roman(int value) {
  constexpr std::string_view kSigns[] = {"0", "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ"};
  return value >= 0 && value <= 6 ? kSigns[value] : "?";
}

Grade asa_of(const Document& record) {
  for (const Element& element : record.elements) {
    if (!element.id.value.starts_with("DE05.10.129")) continue;
    const Text& said = element.value.value.empty() ? element.display : element.value;
    if (const Grade grade = grade_in(said.value); grade.stated) return grade;
  }
  if (const Section* section = record.section(SectionType::kAsa)) {
    for (const Text& text : record.text_of(*section)) {
      if (const Grade grade = grade_in(text.value); grade.stated) return grade;
    }
  }
  for (const Text& text : record.texts) {
    if (const Grade grade = asa_in(text.value); grade.stated) return grade;
  }
  return {};
}

}  // namespace emrlint::checks
