// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_BIRTH_CODES_H_
#define EMRLINT_CHECKS_CODING_BIRTH_CODES_H_

#include <vector>

#include "checks/coding/coded.h"

// What the codes of a mother's chart say of the birth. Of ICD-10 alone: ICD-10-CM has no O81, O83,
// O84.
namespace emrlint::checks {

// The first entry of the discharge list of each kind, null where there is none.
struct BirthCodes {
  std::vector<const Diagnosis*> outcomes;  // Z37, all of them.
  const Diagnosis* single = nullptr;       // O80-O83, which by their titles are of one child.
  const Diagnosis* spontaneous = nullptr;  // O80
  const Diagnosis* vaginal = nullptr;      // O80, O81, O83 without O83.3 (abdominal pregnancy).
  const Diagnosis* cesarean = nullptr;     // O82
  const Diagnosis* multiple = nullptr;     // O84
  const Diagnosis* pregnancy = nullptr;    // O30, multiple gestation.
  const Diagnosis* abortion = nullptr;     // O03-O06
  bool fewer = false;                      // O31: a fetus was lost, and the pregnancy went on.
  bool after = false;                      // Z39.0: born before the patient came.
  bool all_coded = true;                   // Each entry of the list has a code that can be judged.

  const Diagnosis* delivery() const { return single != nullptr ? single : multiple; }
};
BirthCodes birth_codes(const Chart& chart, const DischargeList& list);

// How the child was brought out, by ICD-9-CM-3: the code or name that tells of it, or null.
struct BirthOperations {
  const Text* cesarean = nullptr;    // 74.0-74.2, 74.4, 74.99, or 剖宫产 by name.
  const Text* extraction = nullptr;  // 72: forceps, vacuum, breech extraction.
  bool any = false;                  // Some operation or procedure is told.
  bool unclear = false;              // One of them has neither a code nor a name.
};
BirthOperations birth_operations(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_BIRTH_CODES_H_
