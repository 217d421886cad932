// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/names.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "check/age.h"
#include "check/fact.h"
#include "text/normal.h"

namespace emrlint::checks {
namespace {

std::string_view first_word(std::string_view& rest) {
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  const std::string_view word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(word.size());
  return word;
}

bool shortened(std::string_view brief, std::string_view full) {
  std::string_view brief_rest = brief;
  std::string_view full_rest = full;
  std::string_view word = first_word(brief_rest);
  if (word != first_word(full_rest)) return false;
  word = first_word(brief_rest);
  if (word.empty()) return false;  // A given name alone could be anybody's.
  while (!word.empty() && !full_rest.empty()) {
    if (first_word(full_rest) == word) word = first_word(brief_rest);
  }
  return word.empty();
}

bool same_letters(std::string_view a, std::string_view b) {
  const Text left{a, {}}, right{b, {}};
  return normalise({&left, 1}) == normalise({&right, 1});
}

}  // namespace

std::string_view mother_in(std::string_view name) {
  constexpr std::string_view kOf = "之";
  constexpr std::string_view kChild[] = {"子", "女", "婴", "儿", "孩", "胎", "宝"};
  const std::size_t at = name.find(kOf);
  // One character before it is a family name only: 王之女 is somebody's own name.
  if (at == name.npos || at < 2 * kOf.size()) return {};
  const std::string_view child = name.substr(at + kOf.size());
  const bool named = std::any_of(std::begin(kChild), std::end(kChild), [&](std::string_view word) {
    return child.find(word) != child.npos;
  });
  return named ? name.substr(0, at) : std::string_view{};
}

bool same_name(std::string_view a, std::string_view b) {
  return a == b || shortened(a, b) || shortened(b, a) || same_letters(a, b);
}

bool same_card(std::string_view a, std::string_view b) { return a == b || same_letters(a, b); }

bool masked(std::string_view text) {
  return text.find('*') != text.npos || text.find("＊") != text.npos;
}

NameIs name_in(const Chart& chart, std::string_view name) {
  const std::string_view there = chart.patient.name.value;
  const std::string_view mother_here = mother_in(name), mother_there = mother_in(there);
  if (mother_here.empty() && mother_there.empty()) return NameIs::kToCompare;
  if (!mother_here.empty() && !mother_there.empty()) return NameIs::kToCompare;
  if (same_name(mother_here, there) || same_name(mother_there, name)) return NameIs::kOfRelative;
  if (!mother_there.empty()) return NameIs::kChanging;
  const std::optional<Age> age = age_at_admission(chart);
  return !age || age->least_days < 366 ? NameIs::kChanging : NameIs::kToCompare;
}

bool header_of_other(const Chart& chart, const HeaderClaims& claims) {
  const Patient& patient = chart.patient;
  const std::string_view name = claims.name.value, number = claims.patient_id.value;
  if (name_in(chart, name) != NameIs::kToCompare) return false;
  if (!number.empty() && number == patient.id.value) return false;
  const bool named =
      !name.empty() && !patient.name.value.empty() && !masked(name) && !masked(patient.name.value);
  if (named && same_name(name, patient.name.value)) return false;
  const std::string here = card_key(claims.id_card.value), there = card_key(patient.id_card.value);
  return here.empty() || there.empty() ? named : here != there;
}

}  // namespace emrlint::checks
