// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_REVIEW_WORK_TABLE_H_
#define EMRLINT_REVIEW_WORK_TABLE_H_

#include <string>
#include <vector>

#include "output/table.h"
#include "review/review_file.h"
#include "review/worklist.h"

namespace emrlint::review {

// Findings and their states as people read them, and as a sheet that they fill in.
Table work_table(const std::vector<WorkRow>& rows, Lang lang);

// The rows of such a sheet, in either language, with what is filled in; blank cells say nothing.
// `act`: who says it where the column of that is blank, and when. Errors name file and line.
Result<std::vector<Entry>> read_work_table(const std::string& path, std::string bytes,
                                           const Act& act);

// The history of a finding.
Table history_table(const std::vector<Step>& steps);

}  // namespace emrlint::review

#endif  // EMRLINT_REVIEW_WORK_TABLE_H_
