// SPDX-License-Identifier: Apache-2.0
#include "checks/privacy/whose_number.h"

#include "check/age.h"
#include "check/words.h"
#include "checks/consistency/names.h"
#include "text/citizen_number.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr Bilingual kCard{"身份证号", "the identity number"};
constexpr Bilingual kBirth{"出生日期", "the date of birth"};
constexpr Bilingual kSex{"性别", "the sex"};

}  // namespace

Whose whose(const Chart& chart, const Document& document, std::string_view citizen_number) {
  const Patient& patient = chart.patient;
  for (const Text& card : {patient.id_card, document.header.id_card}) {
    if (!is_citizen_number(card.value) || masked(card.value)) continue;
    if (same_card(card.value, citizen_number)) return {};
    return {kCard, false};
  }
  const std::optional<Time> birth = birth_in(citizen_number);
  const Sex sex = patient.sex.value;
  if (patient.birth && birth && patient.birth->value.precision >= Precision::kDay &&
      patient.birth->value.local_day() != birth->local_day()) {
    return {kBirth, false};
  }
  if ((sex == Sex::kMale || sex == Sex::kFemale) && sex != sex_in(citizen_number)) {
    return {kSex, false};
  }
  return {std::nullopt, !patient.birth};
}

bool of_related(const PersonNumber& number, WordList words) {
  const Narrative narrative(number.text.value);
  const std::size_t begin = narrative.sentence_begin(number.from);
  return holds_any(number.text.value.substr(begin, narrative.clause_end(number.from) - begin),
                   words);
}

bool grown_up(const Chart& chart) {
  const std::optional<Age> age = age_at_admission(chart);
  return !age || !age->surely_below_years(14);
}

}  // namespace emrlint::checks
