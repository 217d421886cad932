// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_TABLE_H_
#define EMRLINT_OUTPUT_TABLE_H_

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/lang.h"

namespace emrlint {

// A part of one, from 0 to 1: people read it in per cent.
struct Share {
  double value = 0;
};

// A word of a closed list: programs read the id.
struct Word {
  std::string_view id;
  Bilingual text;
};

// A value of a table; nothing where there is none.
class Cell {
 public:
  using Variant = std::variant<std::monostate, std::string, std::uint64_t, double, Share, Word>;

  // NOLINTBEGIN(google-explicit-constructor)
  Cell() = default;
  Cell(std::string text) { set(std::move(text)); }
  Cell(std::string_view text) { set(std::string(text)); }
  Cell(const char* text) { set(text); }
  Cell(std::integral auto number) : value_(static_cast<std::uint64_t>(number)) {}
  Cell(double number) : value_(number) {}
  Cell(Share share) : value_(share) {}
  Cell(Word word) : value_(word) {}
  template <typename T>
  Cell(const std::optional<T>& value) : Cell(value ? Cell(*value) : Cell()) {}
  // NOLINTEND(google-explicit-constructor)

  const Variant& value() const { return value_; }
  bool number() const;

 private:
  void set(std::string text) {
    if (!text.empty()) value_ = std::move(text);
  }

  Variant value_;
};

// As people read it; of a list of words in their language.
std::string cell_text(const Cell& cell, Lang lang);

struct TableColumn {
  enum class Reader : std::uint8_t { kAny, kPerson, kProgram };  // Spreadsheets are programs.

  std::string_view id;  // For programs: "dueAt".
  Bilingual title;
  Reader reader = Reader::kAny;
};

// Rows of cells under headings, as commands that answer a question print them.
struct Table {
  std::string_view type;  // Of a row, for programs: "finding".
  std::vector<TableColumn> columns;
  std::vector<std::vector<Cell>> rows;  // As many cells as columns.
};

// In columns for people. The last column may be of any width.
void write_text(std::ostream& out, const Table& table, Lang lang);
// The same a part at a time, for tables that are too long for memory: the line of headings, then a
// line for each row.
std::string csv_headings(const Table& table, Lang lang);
std::string csv_line(const Table& table, const std::vector<Cell>& row, Lang lang);
// RFC 4180, with a mark that makes spreadsheets read it as UTF-8; see tables/csv.h.
void write_csv(std::ostream& out, const Table& table, Lang lang);
// An object a line. Cells without a value are left out.
void write_json(std::ostream& out, const Table& table);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_TABLE_H_
