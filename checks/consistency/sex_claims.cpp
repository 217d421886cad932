// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/sex_claims.h"

#include <algorithm>

#include "checks/coding/coded.h"
#include "checks/consistency/sex_words.h"
#include "checks/consistency/told_pieces.h"
#include "text/age_words.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

Sex of_said(SaidSex sex) {
  return sex == SaidSex::kMale     ? Sex::kMale
         : sex == SaidSex::kFemale ? Sex::kFemale
                                   : Sex::kUnknown;
}

// The word belongs to the name of a diagnosis or procedure with a code.
bool coded(const Chart& chart, const Piece& piece, const SexWord& word) {
  const std::string_view text = piece.text.value;
  const auto covers = [&](std::string_view name, std::string_view code) {
    if (name.empty() || code.empty()) return false;
    const std::size_t earliest = word.to > name.size() ? word.to - name.size() : 0;
    const std::string_view near = text.substr(earliest, word.from - earliest + name.size());
    return holds(near, name);
  };
  return std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(),
                     [&](const Diagnosis& d) { return covers(d.name.value, d.code.value); }) ||
         std::any_of(chart.procedures.begin(), chart.procedures.end(),
                     [&](const Procedure& p) { return covers(p.name.value, p.code.value); }) ||
         std::any_of(chart.surgeries.begin(), chart.surgeries.end(),
                     [&](const Surgery& s) { return covers(s.name.value, s.code.value); });
}

// What a piece says, names with a code among it; `stated` as in SexClaim.
struct Said {
  SexWord word;
  bool stated = false;
};

std::vector<Said> said_in(const Piece& piece) {
  if (!tells_of_own_body(piece.section)) return {};
  const std::string_view text = piece.text.value;
  auto word = next_sex_word(text, 0);
  const bool aged = tells_ages(text);
  if (!word && !aged) return {};
  if (holds(text, "变性") || holds(text, "性别重置")) return {};
  std::vector<Said> said;
  const Narrative narrative(text, owner_of(piece.section));
  for (; word; word = next_sex_word(text, word->to)) {
    if (on_own_body(narrative, *word)) said.push_back({*word, false});
  }
  if (!aged) return said;
  for (auto age = next_age(narrative, 0); age; age = next_age(narrative, age->to)) {
    if (age->sex == SaidSex::kNone) continue;
    said.push_back({{age->sex_from, age->sex_to, of_said(age->sex)}, true});
  }
  return said;
}

}  // namespace

bool sex_tells(const Chart& chart) {
  const Located<Sex>& sex = chart.patient.sex;
  if (sex.value == Sex::kUnspecified || sex_in_doubt(chart)) return false;
  return sex.value != Sex::kUnknown || sex.span.empty();
}

std::vector<SexClaim> sex_claims(const Chart& chart, const Document& document, Report& report) {
  const Sex sex = chart.patient.sex.value;
  // A header that names the other sex is said by consistency-patient-identity.
  if (document.header.sex && sex != Sex::kUnknown && document.header.sex->value != sex) return {};
  if (of_other_person(chart, document)) return {};
  std::vector<SexClaim> claims;
  for (const auto& [piece, words] : told_pieces<&said_in>(chart, document, report)) {
    for (const Said& said : words) {
      if (!said.stated && said.word.only != sex && coded(chart, piece, said.word)) continue;
      claims.push_back(
          {part_of_piece(piece, said.word.from, said.word.to), said.word.only, said.stated});
    }
  }
  return claims;
}

}  // namespace emrlint::checks
