// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MEDICATION_INFECTION_EVIDENCE_H_
#define EMRLINT_CHECKS_MEDICATION_INFECTION_EVIDENCE_H_

#include "model/chart.h"

// What in a chart speaks for an infection.
namespace emrlint::checks {

// A diagnosis of a disease that bacteria surely cause and that is treated with antibacterials.
bool bacterial(const Diagnosis& diagnosis);

// Whether anything gives a reason for an antibacterial: a diagnosis of an infection or an
// inflammation, fever, a raised marker, a surgery or an invasive procedure, words of a note. Leans
// to yes.
bool reason_for_antibacterials(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MEDICATION_INFECTION_EVIDENCE_H_
