// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MEDICATION_DRUG_DETAILS_H_
#define EMRLINT_CHECKS_MEDICATION_DRUG_DETAILS_H_

#include "model/care.h"

// What a drug order says of how the drug is given.
namespace emrlint::checks {

enum DrugDetail { kDose, kUnit, kRoute, kFrequency, kDetailCount };

struct DrugDetails {
  bool has[kDetailCount] = {};

  DrugDetails& operator|=(const DrugDetails& other) {
    for (int i = 0; i < kDetailCount; ++i) has[i] = has[i] || other.has[i];
    return *this;
  }
  bool all() const { return has[kDose] && has[kUnit] && has[kRoute] && has[kFrequency]; }
  bool any() const { return has[kDose] || has[kUnit] || has[kRoute] || has[kFrequency]; }
};

// What its fields say: 0.5 g.
DrugDetails details_in_fields(const Order& order);
// What its content says: 5mg 口服 qd. A strength (0.25g*24片) counts as a dose, 注射液 as no route.
DrugDetails details_in_content(const Order& order);
// What an order of its kind need not say: a single one no frequency, an ointment no dose and no
// route.
DrugDetails details_not_needed(const Order& order);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MEDICATION_DRUG_DETAILS_H_
