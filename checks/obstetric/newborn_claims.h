// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_OBSTETRIC_NEWBORN_CLAIMS_H_
#define EMRLINT_CHECKS_OBSTETRIC_NEWBORN_CLAIMS_H_

#include <vector>

#include "base/lang.h"
#include "checks/obstetric/newborn.h"
#include "model/chart.h"

namespace emrlint::checks {

// What one place of a chart says of the newborn.
template <typename T>
struct Claim {
  Bilingual where;
  T value{};
  Part part;
};

struct Claims {
  std::vector<Claim<Sex>> sexes;
  std::vector<Claim<int>> weights;  // In grams.
};

// Of the records of the birth, of those that retell it (postoperative note, operation record,
// discharge) and of the front page, in this order. A document that states several values, of twins
// or of earlier births, claims none.
Claims claims_of(const Chart& chart);

// The elements that state the sex of a newborn, one for each, in the records of the birth.
std::vector<Span> newborn_elements(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_OBSTETRIC_NEWBORN_CLAIMS_H_
