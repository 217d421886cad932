// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_SHEET_IMPORT_H_
#define EMRLINT_CODES_SHEET_IMPORT_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "codes/code_import.h"
#include "codes/columns.h"
#include "codes/sheet.h"

namespace emrlint {

// A text as a sheet whose columns are known. Without columns where nothing tells them.
struct ReadSheet {
  Sheet sheet;
  std::optional<ColumnMap> columns;
};
// An order file of ICD-10-CM or ICD-10-PCS (fixed columns), else a delimited text; the delimiter
// told by headings or by codes that are followed by it.
ReadSheet read_text_sheet(std::string_view text, std::uint32_t first_line);
// The columns of a sheet without headings: the codes first, then the names.
std::optional<ColumnMap> columns_by_codes(const Sheet& sheet);

// The system that the codes of a column are of; null where none or several fit.
const CodingSystem* system_of(const Sheet& sheet, const ColumnMap& columns);

// Brings the rows of a sheet into an import.
class SheetImport {
 public:
  SheetImport(CodeImport& out, const std::string& name, const Sheet& sheet,
              const ColumnMap& columns)
      : out_(out), name_(name), sheet_(sheet), columns_(columns) {}

  void run();

 private:
  // The cells of the row that is being read; a cell that is not there is empty.
  std::string_view text(CodeColumn column) const;
  std::string place(CodeColumn column) const;
  bool fail(CodeColumn column, const std::string& zh, const std::string& en);

  void read_row(std::size_t number);
  bool read_code(CodeRow& row);
  bool read_names(CodeRow& row);
  bool add_name(CodeRow& row, const SheetCell& cell, bool synonym);
  bool read_links(CodeRow& row);
  bool add_links(CodeRow& row, std::string_view text, CodeColumn column);
  bool read_limits(CodeRow& row);
  bool read_day(CodeColumn column, std::optional<std::chrono::sys_days>& day);
  bool read_age(CodeColumn column, std::optional<int>& age);
  void add_headings(std::uint32_t line);
  void read_edit(std::size_t number);

  CodeImport& out_;
  const std::string& name_;
  const Sheet& sheet_;
  const ColumnMap& columns_;
  std::span<const SheetCell> cells_;
  std::uint32_t line_ = 0;
};

}  // namespace emrlint

#endif  // EMRLINT_CODES_SHEET_IMPORT_H_
