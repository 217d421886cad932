// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TABLES_BOILERPLATE_ROWS_H_
#define EMRLINT_TABLES_BOILERPLATE_ROWS_H_

#include <optional>
#include <string>

#include "base/result.h"
#include "copies/boilerplate.h"
#include "tables/table_rows.h"

namespace emrlint {

// Adds the rows of a table of boilerplate. A section that nobody knows and a text that tells too
// little are errors.
void add_boilerplate(const TableRows& rows, Boilerplate& boilerplate, TableErrors& errors);

// Adds what stands in a CSV file. Errors name path, line, column, a line for each.
std::optional<Error> read_boilerplate(const std::string& path, std::string bytes,
                                      Boilerplate& boilerplate);

// What stands in checks/duplication/boilerplate.csv; read on the first call.
const Boilerplate& built_in_boilerplate();

}  // namespace emrlint

#endif  // EMRLINT_TABLES_BOILERPLATE_ROWS_H_
