// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_TOLD_AGES_H_
#define EMRLINT_CHECKS_CONSISTENCY_TOLD_AGES_H_

#include <optional>
#include <vector>

#include "base/span.h"
#include "check/age.h"
#include "check/report.h"
#include "model/chart.h"

// The patient's present age as documents tell it, beside the one of the chart.
namespace emrlint::checks {

struct ToldAge {
  Part place;
  int years = 0;
};

// In order. Not in sections of history, which tell of earlier ages.
const std::vector<ToldAge>& told_ages(const Chart& chart, const Document& document,
                                      Report& report);

// How old the patient can have been from admission to when the document was written; empty where
// the chart does not tell.
std::optional<Age> age_in(const Chart& chart, const Document& document);
// Whether a told age comes within so many years of it.
bool agrees(int years, const Age& age, int tolerance);
int middle_years(const Age& age);

// The header of the document says the same wrong age: consistency-age-birth speaks of it.
bool as_in_header(const Document& document, int years);
// What the chart's age rests on: the birth date, else the age.
Span place_of_age(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_TOLD_AGES_H_
