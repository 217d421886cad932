// SPDX-License-Identifier: Apache-2.0
#include "ledger/tables.h"

#include "store/runs.h"

namespace emrlint::ledger {

std::string quoted(std::string_view name) { return '"' + std::string(name) + '"'; }

std::string create_table(const Table& table) {
  return "CREATE TABLE " + quoted(table.name) + " (" + table.columns + ")";
}

std::string rows_of(const std::vector<std::string>& paths) {
  return "read_parquet(" + store::sql_files(paths) +
         ", hive_partitioning = true, hive_types_autocast = false)";
}

}  // namespace emrlint::ledger
