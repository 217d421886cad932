// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MEDICATION_DRUG_CONFLICT_H_
#define EMRLINT_CHECKS_MEDICATION_DRUG_CONFLICT_H_

#include <optional>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "checks/medication/allergens.h"
#include "tables/tables.h"

// Whether an order gives what the patient is allergic to.
namespace emrlint::checks {

struct Conflict {
  const Allergen* allergen = nullptr;
  std::string_view drug_class;  // Blank when it is the drug itself.
};

// The first of the allergens that the text of an order names, or whose class it belongs to.
std::optional<Conflict> conflict_of(std::string_view ordered,
                                    const std::vector<Allergen>& allergens, const Tables& tables);

// A text that speaks of the allergen or of the ordered drug, and of one of the words.
bool tells_of(const Conflict& conflict, std::string_view ordered, std::string_view text,
              WordList words);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MEDICATION_DRUG_CONFLICT_H_
