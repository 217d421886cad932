// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_OBSTETRIC_DELIVERY_H_
#define EMRLINT_CHECKS_OBSTETRIC_DELIVERY_H_

#include <optional>

#include "check/report.h"
#include "model/chart.h"

// What a chart tells of a birth in this stay of the mother.
namespace emrlint::checks {

struct Delivery {
  bool vaginal = false;  // Both are false where nothing tells how.
  bool cesarean = false;
  const Diagnosis* outcome = nullptr;  // Z37, the first of them.
  Span span;                           // What tells of the birth.

  bool stillborn_only() const;  // Z37.1, Z37.4, Z37.7.
  // How many children Z37 speaks of: 1, 2, 3 for more; 0 where it does not tell.
  int children() const;
};

// By the codes O80-O84 and Z37 of the discharge list, by the caesarean sections and assisted births
// among surgeries and procedures, and by the records of births. Empty without one of these, and for
// a patient who cannot have given birth.
std::optional<Delivery> delivery_of(const Chart& chart);

// The birth is that of the patient: Z38, with a patient of 28 days at most.
bool newborn_chart(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_OBSTETRIC_DELIVERY_H_
