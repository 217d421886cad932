// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_SCORE_FORM_H_
#define EMRLINT_OUTPUT_SCORE_FORM_H_

#include <string>

#include "output/score_sheets.h"
#include "output/xlsx.h"

namespace emrlint {

// Writes a chart by its sheet into a worksheet of this name, as the form that reviewers fill in:
// section, its points, what is deducted for, what was deducted and why. A row that was not judged
// says so and what is missing; a chart without a score says why.
void write_score_form(XlsxBook& book, const std::string& name, const ScoredChart& chart,
                      const Catalog& catalog, Lang lang);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_SCORE_FORM_H_
