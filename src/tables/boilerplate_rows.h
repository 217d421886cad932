// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TABLES_BOILERPLATE_ROWS_H_
#define EMRLINT_TABLES_BOILERPLATE_ROWS_H_

#include "copies/boilerplate.h"
#include "tables/table_rows.h"

namespace emrlint {

// Adds the rows of a table of boilerplate. A section that nobody knows and a text that tells too
// little are errors.
void add_boilerplate(const TableRows& rows, Boilerplate& boilerplate, TableErrors& errors);

// What stands in checks/duplication/boilerplate.csv; read on the first call.
const Boilerplate& built_in_boilerplate();

}  // namespace emrlint

#endif  // EMRLINT_TABLES_BOILERPLATE_ROWS_H_
