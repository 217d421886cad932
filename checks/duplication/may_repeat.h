// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_MAY_REPEAT_H_
#define EMRLINT_CHECKS_DUPLICATION_MAY_REPEAT_H_

#include "copies/chart_copies.h"

namespace emrlint::checks {

// Whether the passage may stand there (lawful.def), for example as a marked quotation.
bool may_repeat(const ChartCopies& copies, const Passage& passage);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_MAY_REPEAT_H_
