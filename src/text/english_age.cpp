// SPDX-License-Identifier: Apache-2.0
#include "text/english_age.h"

#include <algorithm>
#include <string>

#include "text/find_word.h"

namespace emrlint {
namespace {

constexpr std::string_view kYear = "year";

constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool gap(char c) { return c == '-' || c == ' '; }

bool is_word(std::string_view text, std::size_t at, std::string_view word) {
  if (text.size() - std::min(at, text.size()) < word.size()) return false;
  const bool same = std::equal(word.begin(), word.end(), text.begin() + static_cast<long>(at),
                               [](char a, char b) { return a == lower(b); });
  const std::size_t to = at + word.size();
  return same && (to == text.size() || !letter(text[to]));
}

// The sentence up to byte `at`, in small letters, without blanks at its ends.
std::string sentence_before(std::string_view text, std::size_t at) {
  constexpr std::size_t kNear = 80;
  std::size_t from = at;
  while (from > 0 && at - from < kNear) {
    const char before = text[from - 1];
    const bool title = from > 2 && (text[from - 2] == 'r' || text[from - 2] == 's');  // Mr. Mrs.
    if (before == '\n' || before == ';' || before == ':' || (before == '.' && !title)) break;
    --from;
  }
  while (from < at && !letter(text[from]) && !digit(text[from])) ++from;
  std::string said(text.substr(from, at - from));
  while (!said.empty() && said.back() == ' ') said.pop_back();
  std::transform(said.begin(), said.end(), said.begin(), lower);
  return said;
}

bool of_patient(std::string_view before) {
  for (const std::string_view article : {" an", " a"}) {
    if (before.ends_with(article)) {
      before.remove_suffix(article.size());
      break;
    }
  }
  constexpr std::string_view kAlone[] = {"",           "a",
                                         "an",         "this is",
                                         "patient is", "the patient is",
                                         "patient",    "this patient is",
                                         "pt is",      "pt",
                                         "the pt is",  "this"};
  if (std::find(std::begin(kAlone), std::end(kAlone), before) != std::end(kAlone)) return true;
  constexpr std::string_view kTitles[] = {"mr. ", "mrs. ", "ms. ", "mr ", "mrs ", "ms "};
  const bool titled =
      std::any_of(std::begin(kTitles), std::end(kTitles),
                  [&](std::string_view title) { return before.starts_with(title); });
  return titled && before.ends_with(" is") && before.find('\'') == before.npos &&
         before.find(',') == before.npos;
}

void read_sex(std::string_view text, AgeMention& age) {
  std::size_t at = age.to;
  constexpr std::string_view kBetween[] = {"white", "black",    "caucasian", "right-handed",
                                           "asian", "hispanic", "chinese",   "african-american"};
  while (at < text.size() && text[at] == ' ') ++at;
  for (const std::string_view word : kBetween) {
    if (!is_word(text, at, word)) continue;
    at += word.size();
    while (at < text.size() && text[at] == ' ') ++at;
  }
  constexpr struct {
    std::string_view word;
    SaidSex sex;
  } kWords[] = {{"man", SaidSex::kMale},       {"male", SaidSex::kMale},
                {"gentleman", SaidSex::kMale}, {"woman", SaidSex::kFemale},
                {"female", SaidSex::kFemale},  {"lady", SaidSex::kFemale}};
  for (const auto& one : kWords) {
    if (!is_word(text, at, one.word)) continue;
    age.sex = one.sex;
    age.sex_from = at;
    age.sex_to = at + one.word.size();
  }
}

// The age whose "year" stands at that byte.
std::optional<AgeMention> age_at(std::string_view text, std::size_t year) {
  std::size_t to = year + kYear.size();
  if (to < text.size() && text[to] == 's') ++to;
  if (to >= text.size() || !gap(text[to]) || !is_word(text, to + 1, "old")) return std::nullopt;
  std::size_t from = year;
  if (from == 0 || !gap(text[from - 1])) return std::nullopt;
  const std::size_t end = --from;
  while (from > 0 && digit(text[from - 1])) --from;
  if (from == end || end - from > 3) return std::nullopt;
  if (from > 0 && !gap(text[from - 1]) && letter(text[from - 1])) return std::nullopt;
  AgeMention age;
  age.from = from;
  age.to = to + 4;
  for (std::size_t i = from; i < end; ++i) age.years = age.years * 10 + (text[i] - '0');
  age.of_patient_now = of_patient(sentence_before(text, from));
  if (age.of_patient_now) read_sex(text, age);
  return age;
}

}  // namespace

std::optional<AgeMention> next_english_age(std::string_view text, std::size_t at) {
  for (std::size_t year = find_word(text, kYear, at); year != text.npos;
       year = find_word(text, kYear, year + 1)) {
    const auto age = age_at(text, year);
    if (age && age->from >= at) return age;
  }
  return std::nullopt;
}

bool tells_english_age(std::string_view text) { return holds(text, kYear); }

}  // namespace emrlint
