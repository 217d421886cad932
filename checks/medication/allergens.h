// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MEDICATION_ALLERGENS_H_
#define EMRLINT_CHECKS_MEDICATION_ALLERGENS_H_

#include <string_view>
#include <vector>

#include "model/chart.h"

namespace emrlint::checks {

// What the patient is recorded to be allergic to: 青霉素 of 对青霉素类药物过敏.
struct Allergen {
  std::string_view word;  // Without 类, 药物 and the like.
  Part place;
};

// Those of the histories of a chart (admission record, first note, visit, assessments), each word
// once, in order. Denials, other people's allergies, doubts, foods and the like are not among them,
// nor what only this stay has shown.
std::vector<Allergen> recorded_allergens(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MEDICATION_ALLERGENS_H_
