// SPDX-License-Identifier: Apache-2.0
#include "tables/table_rows.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "base/nearest.h"
#include "source/decode.h"
#include "tables/cell_value.h"

namespace emrlint {
namespace {

constexpr std::size_t kMostErrors = 20;
constexpr std::uint8_t kMostGroups = 4;

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

// "level（手术级别）"
std::string heading(const Column& column) {
  return std::string(column.id) + "（" + std::string(column.zh) + "）";
}

class RowReader {
 public:
  RowReader(const TableInfo& info, TableErrors& errors) : info_(info), errors_(errors) {
    rows_.info = &info;
    rows_.places.assign(info.columns.size(), -1);
  }

  TableRows read(std::string& text) {
    if (const std::optional<CsvFault> fault = split_csv(text, rows_.csv)) {
      errors_.add(fault->place, std::string(fault->text.zh), std::string(fault->text.en));
    }
    if (rows_.csv.rows() == 0) {
      errors_.add({}, "缺少表头：" + headings(), "the header is missing: " + headings());
      return std::move(rows_);
    }
    read_header();
    for (std::size_t i = 0; i < rows_.size(); ++i) check_row(rows_.csv.row(i + 1));
    find_duplicates();
    return std::move(rows_);
  }

 private:
  std::string headings() const {
    std::string all;
    for (const Column& column : info_.columns) {
      all.append(all.empty() ? "" : ",").append(column.id);
    }
    return all;
  }

  void read_header() {
    const std::span<const CsvCell> cells = rows_.csv.row(0);
    if (cells.size() == 1 && cells[0].text.find_first_of("\t;") != std::string_view::npos) {
      errors_.add(cells[0].place, "各列之间应为逗号", "commas are expected between the columns");
      return;
    }
    bool known = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].text.empty()) known &= read_heading(cells[i], static_cast<int>(i));
    }
    if (!known) return;  // A column that seems missing may be the one that is misspelt.
    for (std::size_t c = 0; c < info_.columns.size(); ++c) {
      const Column& column = info_.columns[c];
      if (!column.required || rows_.places[c] >= 0) continue;
      errors_.add(cells.front().place, "缺少列" + heading(column),
                  "column " + std::string(column.id) + " is missing");
    }
    for (std::uint8_t group = 1; group < kMostGroups; ++group) {
      if (!in_header(group)) check_group(group, cells.front().place);
    }
  }

  bool in_header(std::uint8_t group) const {
    bool any = false;
    for (std::size_t c = 0; c < info_.columns.size(); ++c) {
      any = any || (info_.columns[c].group == group && rows_.places[c] >= 0);
    }
    return any;
  }

  // Whether there is such a column.
  bool read_heading(const CsvCell& cell, int number) {
    std::vector<std::string_view> names;
    for (std::size_t c = 0; c < info_.columns.size(); ++c) {
      const Column& column = info_.columns[c];
      names.insert(names.end(), {column.id, column.zh});
      if (cell.text != column.id && cell.text != column.zh) continue;
      if (rows_.places[c] >= 0) {
        errors_.add(cell.place, "列" + heading(column) + "出现两次",
                    "column " + std::string(column.id) + " is there twice");
      }
      rows_.places[c] = number;
      return true;
    }
    errors_.add(cell.place, "没有列" + quoted(cell.text) + did_you_mean_zh(cell.text, names),
                "there is no column " + quoted(cell.text) + did_you_mean_en(cell.text, names));
    return false;
  }

  // The text of a cell; empty when the row ends before it.
  const CsvCell* cell_at(std::span<const CsvCell> cells, std::size_t column) const {
    const int place = rows_.places[column];
    if (place < 0 || static_cast<std::size_t>(place) >= cells.size()) return nullptr;
    return &cells[static_cast<std::size_t>(place)];
  }

  void check_row(std::span<const CsvCell> cells) {
    const std::size_t wanted = rows_.csv.row(0).size();
    const auto extra =
        std::find_if(cells.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, cells.size())),
                     cells.end(), [](const CsvCell& cell) { return !cell.text.empty(); });
    if (extra != cells.end()) {
      errors_.add(extra->place, "此单元格没有列：表头只有" + std::to_string(wanted) + "列",
                  "no column for this cell: the header has " + std::to_string(wanted));
    }
    std::array<bool, kMostGroups> filled{};
    for (std::size_t c = 0; c < info_.columns.size(); ++c) {
      const CsvCell* cell = cell_at(cells, c);
      const bool blank = cell == nullptr || cell->text.empty();
      if (!blank) filled[info_.columns[c].group] = true;
      check_cell(info_.columns[c], cell, cells.front().place);
    }
    for (std::uint8_t group = 1; group < kMostGroups; ++group) {
      if (!filled[group] && in_header(group)) check_group(group, cells.front().place);
    }
  }

  void check_cell(const Column& column, const CsvCell* cell, TextPlace row) {
    const std::string name(column.id);
    if (cell == nullptr || cell->text.empty()) {
      if (!column.required || rows_.places[column_number(column)] < 0) return;
      errors_.add(cell == nullptr ? row : cell->place,
                  "列" + heading(column) + "不能空白，应为" + expected(column, Lang::kZh),
                  "column " + name + " is blank; " + expected(column, Lang::kEn) + " is expected");
    } else if (!fits(column, cell->text)) {
      errors_.add(cell->place,
                  "列" + heading(column) + "应为" + expected(column, Lang::kZh) + "，而不是" +
                      quoted(cell->text),
                  "column " + name + ": " + expected(column, Lang::kEn) + " is expected, not " +
                      quoted(cell->text));
    }
  }

  std::size_t column_number(const Column& column) const {
    return static_cast<std::size_t>(&column - info_.columns.data());
  }

  void check_group(std::uint8_t group, TextPlace row) {
    std::string zh, en;
    for (const Column& column : info_.columns) {
      if (column.group != group) continue;
      zh += (zh.empty() ? "" : "、") + heading(column);
      en += (en.empty() ? "" : ", ") + std::string(column.id);
    }
    if (zh.empty()) return;
    errors_.add(row, "各列中至少应填一项：" + zh, "one of these columns is to be filled: " + en);
  }

  // Rows in order of their key cells; equal neighbours are one too many.
  void find_duplicates() {
    std::vector<std::size_t> order(rows_.size());
    std::iota(order.begin(), order.end(), std::size_t{1});
    const auto compare = [&](std::size_t a, std::size_t b) {
      for (std::size_t c = 0; c < info_.columns.size(); ++c) {
        if (!info_.columns[c].key) continue;
        const CsvCell* of_a = cell_at(rows_.csv.row(a), c);
        const CsvCell* of_b = cell_at(rows_.csv.row(b), c);
        const int order_of = (of_a == nullptr ? std::string_view() : of_a->text)
                                 .compare(of_b == nullptr ? std::string_view() : of_b->text);
        if (order_of != 0) return order_of;
      }
      return 0;
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const int order_of = compare(a, b);
      return order_of != 0 ? order_of < 0 : a < b;
    });
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (compare(order[i - 1], order[i]) != 0) continue;
      const std::string line = std::to_string(rows_.csv.row(order[i - 1]).front().place.line);
      errors_.add(rows_.csv.row(order[i]).front().place, "与第" + line + "行重复",
                  "the same as line " + line);
    }
  }

  const TableInfo& info_;
  TableErrors& errors_;
  TableRows rows_;
};

}  // namespace

void TableErrors::add(TextPlace place, const std::string& zh, const std::string& en) {
  entries_.push_back({place, zh, en});
}

std::optional<Error> TableErrors::all() const {
  if (entries_.empty()) return std::nullopt;
  std::vector<const Entry*> order;
  for (const Entry& entry : entries_) order.push_back(&entry);
  std::stable_sort(order.begin(), order.end(), [](const Entry* a, const Entry* b) {
    return std::tie(a->place.line, a->place.column) < std::tie(b->place.line, b->place.column);
  });
  Error error;
  for (std::size_t i = 0; i < std::min(order.size(), kMostErrors); ++i) {
    const std::string place = (i == 0 ? "" : "\n") + path_ + ':' +
                              std::to_string(order[i]->place.line) + ':' +
                              std::to_string(order[i]->place.column) + ": ";
    error.zh += place + order[i]->zh;
    error.en += place + order[i]->en;
  }
  if (order.size() > kMostErrors) {
    const std::string more = std::to_string(order.size() - kMostErrors);
    error.zh += "\n" + path_ + ": 另有" + more + "处错误";
    error.en += "\n" + path_ + ": " + more + " more errors";
  }
  return error;
}

const CsvCell* TableRow::cell(std::string_view column) const {
  for (std::size_t c = 0; c < info_.columns.size(); ++c) {
    if (info_.columns[c].id != column) continue;
    const int place = places_[c];
    const bool there = place >= 0 && static_cast<std::size_t>(place) < cells_.size();
    return there ? &cells_[static_cast<std::size_t>(place)] : nullptr;
  }
  return nullptr;
}

std::string_view TableRow::text(std::string_view column) const {
  const CsvCell* found = cell(column);
  return found == nullptr ? std::string_view() : found->text;
}
std::vector<std::string_view> TableRow::list(std::string_view column) const {
  return cell_list(text(column));
}
std::optional<std::chrono::sys_days> TableRow::day(std::string_view column) const {
  return cell_day(text(column));
}
std::optional<double> TableRow::number(std::string_view column) const {
  return cell_number(text(column));
}
std::optional<int> TableRow::whole(std::string_view column) const {
  return cell_whole(text(column));
}
std::optional<int> TableRow::choice(std::string_view column) const {
  for (const Column& one : info_.columns) {
    if (one.id == column) return cell_choice(text(column), one.choices);
  }
  return std::nullopt;
}
TextPlace TableRow::place(std::string_view column) const {
  const CsvCell* found = cell(column);
  return found == nullptr ? cells_.front().place : found->place;
}

Result<std::string> decoded_table(const std::string& path, std::string bytes) {
  Result<Decoded> decoded = decode(std::move(bytes));
  if (!decoded) {
    return Error{path + ": " + decoded.error().zh, path + ": " + decoded.error().en, {}};
  }
  if (decoded->invalid_bytes == 0) return std::move(decoded->text);
  const std::string_view before = std::string_view(decoded->text).substr(0, decoded->first_invalid);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  TableErrors errors(path);
  errors.add({static_cast<std::uint32_t>(line), 1}, "此行不是UTF-8或GB18030文字",
             "the line is no text in UTF-8 or GB18030");
  return *errors.all();
}

TableRows read_rows(const TableInfo& info, std::string& text, TableErrors& errors) {
  return RowReader(info, errors).read(text);
}

}  // namespace emrlint
