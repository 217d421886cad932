// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_TABLE_FILES_H_
#define EMRLINT_CLI_TABLE_FILES_H_

#include <string>

#include "base/lang.h"
#include "tables/table_info.h"

namespace emrlint {

// An empty reference table: its headings, in the language of the user, as Excel opens them.
std::string empty_table(const TableInfo& info, Lang lang);
// What each column of each table holds, in both languages, as Markdown.
std::string table_guide();

}  // namespace emrlint

#endif  // EMRLINT_CLI_TABLE_FILES_H_
