// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_DISCIPLINE_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_DISCIPLINE_H_

#include <cstddef>

#include "check/option.h"
#include "checks/perioperative/surgery.h"

// Whether another discipline was asked before surgery.
namespace emrlint::checks {

struct Discipline {
  WordList departments;  // In the name of a department,
  WordList told;         // in a text.
};

// Whether it, or one that knows of everything (intensive care, a multidisciplinary team), was
// consulted before surgery `index`, took part in the discussion, or is quoted in a note; kUnknown
// where a consultation does not tell of its department.
Answer took_part(const Chart& chart, std::size_t index, const Discipline& discipline);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_DISCIPLINE_H_
