// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TABLES_CSV_H_
#define EMRLINT_TABLES_CSV_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.h"

namespace emrlint {

// Line and column (in characters), both from 1.
struct TextPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

struct CsvCell {
  std::string_view text;  // Without quotes, and without blanks around it.
  TextPlace place;
};

// A text of RFC 4180: cells between commas, quoted ones may hold commas, line ends and doubled
// quotes. Rows whose cells are all blank are left out.
struct Csv {
  std::vector<CsvCell> cells;
  std::vector<std::size_t> begins;  // First cell of each row, and the end.

  std::size_t rows() const { return begins.empty() ? 0 : begins.size() - 1; }
  std::span<const CsvCell> row(std::size_t number) const {
    return std::span(cells).subspan(begins[number], begins[number + 1] - begins[number]);
  }
};

struct CsvFault {
  Bilingual text;
  TextPlace place;
};

// Splits a text, in which doubled quotes are taken out; the cells are views of it. A fault for a
// quote that is not closed or does not close its cell: what is behind it is not read.
std::optional<CsvFault> split_csv(std::string& text, Csv& csv);

// Adds a cell for spreadsheets, in quotes where it needs them. What a spreadsheet would take for a
// formula gets an apostrophe before it, which without_guard() takes away again.
void append_csv_cell(std::string& out, std::string_view text);
std::string_view without_guard(std::string_view cell);

}  // namespace emrlint

#endif  // EMRLINT_TABLES_CSV_H_
