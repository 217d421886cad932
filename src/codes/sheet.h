// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_SHEET_H_
#define EMRLINT_CODES_SHEET_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.h"

namespace emrlint {

struct SheetCell {
  std::string_view text;  // Without quotes and without blanks around it.
  std::uint32_t column =
      1;                // From 1: the first character in a line of text, the column of a sheet.
  bool number = false;  // A spreadsheet holds it as a number: 45.10 has become 45.1.
};

struct SheetFault {
  std::uint32_t line = 1, column = 1;
  Bilingual text;
};

// A table as rows of cells, out of a text or a spreadsheet. Rows whose cells are blank are left
// out.
struct Sheet {
  std::string name;  // Of a spreadsheet's sheet; empty for a text.
  std::vector<SheetCell> cells;
  std::vector<std::uint32_t> lines;    // Of each row, from 1.
  std::vector<std::size_t> begins{0};  // First cell of each row, and the end.
  std::vector<SheetFault> faults;      // Rows that could not be split; they are left out.
  std::deque<std::string> kept;        // Texts that had to be put together.

  std::size_t rows() const { return lines.size(); }
  std::span<const SheetCell> row(std::size_t number) const {
    return std::span(cells).subspan(begins[number], begins[number + 1] - begins[number]);
  }
  // Ends the row of the cells that were added since the last one; forgets it if all are blank.
  void end_row(std::uint32_t line);
  // Forgets the cells since the last row.
  void drop_row(SheetFault fault);
  // "12:5", or "诊断!B12" in a spreadsheet.
  std::string place(std::uint32_t line, std::uint32_t column) const;
};

// Splits a text at its line ends and each line at the delimiter, ',', ';' or '\t', with the quotes
// of RFC 4180; ' ' stands for the first run of blanks alone ("A00.0 霍乱"). A quote that does not
// close its cell is a fault of its line. The cells are views of the text or of what is kept.
// `first_line` is the line of the first byte.
Sheet split_text(std::string_view text, char delimiter, std::uint32_t first_line = 1);

// "A", "AB" for 1, 28; and back, 0 for what is none.
std::string column_letters(std::uint32_t column);
std::uint32_t column_number(std::string_view letters);

// Without blanks, ideographic ones too, at both ends.
std::string_view trim_blanks(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_CODES_SHEET_H_
