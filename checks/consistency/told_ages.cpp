// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/told_ages.h"

#include <algorithm>

#include "check/derived_documents.h"
#include "checks/consistency/pieces.h"
#include "text/age_words.h"

namespace emrlint::checks {
namespace {

bool of_now(SectionType section) {
  using enum SectionType;
  constexpr SectionType kOther[] = {
      kFamilyHistory,        kReadmissionSummary, kHospitalizationHistory,
      kMaritalHistory,       kMenstrualHistory,   kPersonalHistory,
      kPastHistory,          kSurgeryHistory,     kNewborn,
      kDifferentialDiagnosis};
  return std::find(std::begin(kOther), std::end(kOther), section) == std::end(kOther);
}

std::vector<ToldAge> read_ages(const Document& document) {
  std::vector<ToldAge> all;
  for (const Piece& piece : pieces_of(document)) {
    if (!of_now(piece.section) || !tells_ages(piece.text.value)) continue;
    const Narrative narrative(piece.text.value, owner_of(piece.section));
    for (auto age = next_age(narrative, 0); age; age = next_age(narrative, age->to)) {
      if (age->of_patient_now) {
        all.push_back({part_of_piece(piece, age->from, age->to), age->years});
      }
    }
  }
  return all;
}

}  // namespace

const std::vector<ToldAge>& told_ages(const Chart& chart, const Document& document,
                                      Report& report) {
  return of_document<std::vector<ToldAge>>(chart, document, report,
                                           [&] { return read_ages(document); });
}

std::optional<Age> age_in(const Chart& chart, const Document& document) {
  std::optional<Age> age = age_at_admission(chart);
  const auto& written = document.recorded ? document.recorded : document.completed;
  if (!age || !written || !chart.encounter.admitted) return age;
  const Time& admitted = chart.encounter.admitted.value();
  const auto days = (written->value.latest() - admitted.earliest) / std::chrono::hours{24};
  if (days > 0) age->most_days += static_cast<int>(days) + 1;
  return age;
}

bool agrees(int years, const Age& age, int tolerance) {
  return (years - tolerance) * 365 <= age.most_days &&
         (years + tolerance + 1) * 366 > age.least_days;
}

int middle_years(const Age& age) { return (age.least_days + age.most_days) / 2 * 4 / 1461; }

bool as_in_header(const Document& document, int years) {
  const auto header = stated_age(document.header.age.value, document.header.age_unit.value);
  return header && agrees(years, *header, 0);
}

Span place_of_age(const Chart& chart) {
  return chart.patient.birth ? chart.patient.birth->span : chart.patient.age.span;
}

}  // namespace emrlint::checks
