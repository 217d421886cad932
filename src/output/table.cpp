// SPDX-License-Identifier: Apache-2.0
#include "output/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/number.h"
#include "output/json_writer.h"
#include "output/width.h"
#include "tables/csv.h"

namespace emrlint {
namespace {

std::string decimal(double value) { return fmt::format("{:.4g}", value); }

// What a spreadsheet computes with: a share stays a number.
std::string computed(const Cell& cell, Lang lang) {
  if (const auto* share = std::get_if<Share>(&cell.value())) return decimal(share->value);
  return cell_text(cell, lang);
}

// One line, also of a text that has several.
std::string in_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

void write_cell(JsonWriter& json, std::string_view id, const Cell& cell) {
  struct Write {
    JsonWriter& json;
    std::string_view id;
    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const { json.text(id, text); }
    void operator()(std::uint64_t number) const { json.number(id, number); }
    void operator()(double number) const { json.decimal(id, number); }
    void operator()(Share share) const { json.decimal(id, share.value); }
    void operator()(const Word& word) const { json.text(id, word.id); }
  };
  std::visit(Write{json, id}, cell.value());
}

std::vector<std::size_t> columns_for(const Table& table, TableColumn::Reader reader) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const TableColumn::Reader of = table.columns[i].reader;
    if (of == TableColumn::Reader::kAny || of == reader) columns.push_back(i);
  }
  return columns;
}

// A line of what `append(line, i)` adds to it for each column.
template <typename Append>
std::string csv_of(const Table& table, Append append) {
  std::string line;
  bool first = true;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].reader == TableColumn::Reader::kPerson) continue;
    if (!std::exchange(first, false)) line += ',';
    append(line, i);
  }
  return line += "\r\n";
}

}  // namespace

std::string cell_text(const Cell& cell, Lang lang) {
  struct Shown {
    Lang lang;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::uint64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return decimal(number); }
    std::string operator()(Share share) const { return fmt::format("{:.1f}%", 100 * share.value); }
    std::string operator()(const Word& word) const { return std::string(word.text.in(lang)); }
  };
  return std::visit(Shown{lang}, cell.value());
}

bool Cell::number() const {
  return std::holds_alternative<std::uint64_t>(value_) || std::holds_alternative<double>(value_) ||
         std::holds_alternative<Share>(value_);
}

void write_text(std::ostream& out, const Table& table, Lang lang) {
  const std::vector<std::size_t> columns = columns_for(table, TableColumn::Reader::kPerson);
  std::vector<std::vector<std::string>> lines(table.rows.size() + 1);
  std::vector<std::size_t> widths(table.columns.size());
  std::vector<bool> right(table.columns.size());
  for (const std::size_t i : columns) {
    lines[0].emplace_back(table.columns[i].title.in(lang));
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const Cell& cell = table.rows[row][i];
      right[i] = right[i] || cell.number();
      lines[row + 1].push_back(in_one_line(cell_text(cell, lang)));
    }
    for (const auto& line : lines) widths[i] = std::max(widths[i], display_width(line.back()));
  }
  for (const auto& line : lines) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::size_t column = columns[i];
      const std::string blanks(widths[column] - display_width(line[i]), ' ');
      text += i == 0 ? "" : "  ";
      text += right[column] ? blanks + line[i] : line[i] + blanks;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out << text << '\n';
  }
}

std::string csv_headings(const Table& table, Lang lang) {
  // Excel takes a file without the mark for GBK.
  return "\xEF\xBB\xBF" + csv_of(table, [&](std::string& line, std::size_t i) {
           const TableColumn& column = table.columns[i];
           append_csv_cell(line, lang == Lang::kZh ? column.title.zh : column.id);
         });
}

std::string csv_line(const Table& table, const std::vector<Cell>& row, Lang lang) {
  return csv_of(table, [&](std::string& line, std::size_t i) {
    const auto* const text = std::get_if<std::string>(&row[i].value());
    text != nullptr ? append_csv_cell(line, *text) : append_csv_cell(line, computed(row[i], lang));
  });
}

void write_csv(std::ostream& out, const Table& table, Lang lang) {
  out << csv_headings(table, lang);
  for (const std::vector<Cell>& row : table.rows) out << csv_line(table, row, lang);
}

void write_json(std::ostream& out, const Table& table) {
  const std::vector<std::size_t> columns = columns_for(table, TableColumn::Reader::kProgram);
  JsonWriter json(out);
  for (const std::vector<Cell>& row : table.rows) {
    json.begin_object();
    json.text("type", table.type);
    for (const std::size_t i : columns) write_cell(json, table.columns[i].id, row[i]);
    json.end_object();
    json.end_document();
  }
  json.flush();
}

}  // namespace emrlint
