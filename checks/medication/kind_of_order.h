// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MEDICATION_KIND_OF_ORDER_H_
#define EMRLINT_CHECKS_MEDICATION_KIND_OF_ORDER_H_

#include <string_view>

#include "model/chart.h"

// What an order gives, by the words of its content. Generic names and their stems: a brand that is
// not listed is not known, so none of this tells that a drug was not given.
namespace emrlint::checks {

// Drugs against bacteria in the whole body: no flush, no skin test, nothing that acts where it is
// put. Neither against tuberculosis, fungi and viruses, nor antibiotics against tumours.
bool gives_antibacterial(const Order& order);
// Cytostatic and targeted drugs, which are also given for other diseases than tumours.
bool gives_antineoplastic(const Order& order);
// Radiotherapy itself; no consultation about it.
bool gives_radiotherapy(const Order& order);

// Given where it acts, or to test or keep something: a flush, a skin test, drops, ointment.
bool given_locally(const Order& order);

// Whether a text names such a drug.
bool names_antibacterial(std::string_view text);
bool names_antineoplastic(std::string_view text);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MEDICATION_KIND_OF_ORDER_H_
