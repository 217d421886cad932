// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_STANDING_DIAGNOSES_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_STANDING_DIAGNOSES_H_

#include <span>
#include <string_view>

#include "check/option.h"
#include "model/chart.h"

// Diseases that a patient surely had before surgery, besides the one that is operated on.
namespace emrlint::checks {

struct DiseaseWords {
  WordList names;                           // Any of them in the name of the diagnosis,
  WordList others;                          // none of these,
  std::span<const std::string_view> codes;  // or the beginning of its ICD-10 code.
};

// The first diagnosis of admission or discharge that is such a disease and was there on admission;
// null for none. What is doubted, acquired in the stay or found by surgery and pathology is left
// out.
const Diagnosis* standing(const Chart& chart, const DiseaseWords& disease);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_STANDING_DIAGNOSES_H_
