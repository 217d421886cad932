// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TABLES_TABLE_ROWS_H_
#define EMRLINT_TABLES_TABLE_ROWS_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "tables/csv.h"
#include "tables/table_info.h"

namespace emrlint {

// What is wrong with a table: the sentences become "path:line:column: sentence".
class TableErrors {
 public:
  explicit TableErrors(std::string path) : path_(std::move(path)) {}

  void add(TextPlace place, const std::string& zh, const std::string& en);
  // All of them as one error, a line each, in order of place; many are cut short.
  std::optional<Error> all() const;

 private:
  struct Entry {
    TextPlace place;
    std::string zh, en;
  };
  std::string path_;
  std::vector<Entry> entries_;
};

// A row of a table whose cells have been found to be what their columns ask. Columns are named by
// their ids; a cell that is blank or not there is empty.
class TableRow {
 public:
  TableRow(const TableInfo& info, std::span<const CsvCell> cells, std::span<const int> places)
      : info_(info), cells_(cells), places_(places) {}

  std::string_view text(std::string_view column) const;
  std::vector<std::string_view> list(std::string_view column) const;
  std::optional<std::chrono::sys_days> day(std::string_view column) const;
  std::optional<double> number(std::string_view column) const;
  std::optional<int> whole(std::string_view column) const;
  std::optional<int> choice(std::string_view column) const;  // Number of the choice.
  TextPlace place(std::string_view column) const;            // Of the row when there is no cell.

 private:
  const CsvCell* cell(std::string_view column) const;

  const TableInfo& info_;
  std::span<const CsvCell> cells_;
  std::span<const int> places_;  // By column: which cell, -1 for none.
};

// The rows of a table, read and checked. Views point into `text`.
struct TableRows {
  const TableInfo* info = nullptr;
  Csv csv;
  std::vector<int> places;  // As in TableRow.

  std::size_t size() const { return csv.rows() == 0 ? 0 : csv.rows() - 1; }
  TableRow operator[](std::size_t number) const {
    return TableRow(*info, csv.row(number + 1), places);
  }
};

// The text of a CSV file in UTF-8 or GB18030.
Result<std::string> decoded_table(const std::string& path, std::string bytes);

// Checks headings and cells; what is wrong goes to `errors`, and the rows may not be used then.
TableRows read_rows(const TableInfo& info, std::string& text, TableErrors& errors);

}  // namespace emrlint

#endif  // EMRLINT_TABLES_TABLE_ROWS_H_
