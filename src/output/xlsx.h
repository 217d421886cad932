// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_XLSX_H_
#define EMRLINT_OUTPUT_XLSX_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace emrlint {

// How a cell looks. All but titles and notes have a border; texts are wrapped.
enum class XlsxLook : std::uint8_t {
  kText,     // At the top left.
  kCentred,  // In the middle of the cell.
  kNumber,   // At the top right.
  kStrong,   // Bold.
  kHeading,  // Of columns: bold, shaded, centred.
  kLink,     // Blue and underlined.
  kTitle,    // Large, centred.
  kNote,     // Plain.
};

struct XlsxCell {
  std::string_view text;
  XlsxLook look = XlsxLook::kText;
  std::optional<double> number;  // In place of the text.
  std::uint16_t across = 1;      // How many columns it is merged over.
  std::string_view link;         // The worksheet that a click on the text leads to; "" for none.
};

struct XlsxColumn {
  std::string heading;
  double width = 10;  // In digits of the font; a Chinese character takes two.
};

// Writes an XLSX workbook (ECMA-376) through libxlsxwriter, which is loaded when it is needed.
// Texts stay texts: none becomes a formula, a number or a date. The bytes depend on what is written
// alone, not on the clock. For one thread.
class XlsxBook {
 public:
  // In kInOrder each row goes to a temporary file when the next one starts: memory does not grow.
  enum class Memory : std::uint8_t { kInOrder, kWhole };

  static constexpr std::uint32_t kMostRows = 1'048'576;  // Of a worksheet.

  // Whether libxlsxwriter can be loaded; why not, if so.
  static std::optional<Error> missing();
  // `title` is that of the document. An error where libxlsxwriter is missing. `most_rows` is less
  // than kMostRows in tests alone.
  static Result<std::unique_ptr<XlsxBook>> make(Memory memory, const std::string& title,
                                                std::uint32_t most_rows = kMostRows);
  ~XlsxBook();
  XlsxBook(const XlsxBook&) = delete;
  XlsxBook& operator=(const XlsxBook&) = delete;

  // A name for a worksheet that no other one of this workbook has, like the one that is wanted: at
  // most 31 characters, none of []:*?/\ among them.
  std::string name_for(std::string_view wanted);

  // Starts a worksheet of this name, out of name_for(): a heading that stays in sight, a filter in
  // each column, rows below. A table that is longer than a worksheet goes on in another one.
  void begin_table(std::string name, std::vector<XlsxColumn> columns);
  // Starts a worksheet without a heading, with columns of these widths, to be printed on pages as
  // wide as it is.
  void begin_form(const std::string& name, std::span<const double> widths);

  // Adds a row below the last one. `height` in points; without it the program that opens the file
  // finds it, which works for cells that are not merged.
  void row(std::span<const XlsxCell> cells, std::optional<double> height = std::nullopt);
  // Keeps the rows so far in sight and prints the last one of them on each page.
  void freeze();
  // Merges the last `rows` cells of a column, from 0, into one. For kWhole alone.
  void merge_down(std::uint16_t column, std::uint32_t rows, const XlsxCell& cell);

  // Rows of the worksheet at hand.
  std::uint32_t rows() const { return next_; }

  // Puts the file together, once and last. An error where temporary files could not be written;
  // whether `out` took it, that says itself.
  std::optional<Error> write(std::ostream& out);

 private:
  static constexpr std::size_t kLooks = 8;

  XlsxBook(lxw_workbook* book, std::string path, std::uint32_t most_rows);
  void make_looks();
  void begin(const std::string& name);
  void end_table();
  void put(std::uint32_t row, std::uint16_t column, const XlsxCell& cell);
  lxw_format* format(XlsxLook look) const { return looks_[static_cast<std::size_t>(look)]; }

  lxw_workbook* book_;
  std::string path_;  // Of the temporary file that the workbook becomes.
  std::uint32_t most_rows_;
  std::array<lxw_format*, kLooks> looks_{};
  std::set<std::string> names_;  // In lower case.
  lxw_worksheet* sheet_ = nullptr;
  std::string name_;
  std::vector<XlsxColumn> columns_;  // Of the table at hand; empty in a form.
  std::uint32_t next_ = 0;
  bool failed_ = false;
};

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_XLSX_H_
