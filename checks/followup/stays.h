// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_FOLLOWUP_STAYS_H_
#define EMRLINT_CHECKS_FOLLOWUP_STAYS_H_

#include <cstddef>
#include <vector>

#include "check/fact.h"
#include "check/report.h"

// The stays of one patient, as facts: from admission to discharge, with how it ended as the kind.
namespace emrlint::checks {

enum StayMark : std::size_t { kName };
// "yes", "no" or nothing: a readmission is planned, the case was discussed. Then the category of
// the principal diagnosis, then those of all diagnoses at discharge.
enum StayWord : std::size_t { kPlanned, kDiscussed, kPrincipal, kFirstDisease };

// Under the identity card and the number in the hospital. Nothing of what is no stay.
void emit_stay(const Chart& chart, Duration limit, std::vector<Fact>& facts);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_FOLLOWUP_STAYS_H_
