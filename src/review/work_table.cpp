// SPDX-License-Identifier: Apache-2.0
#include "review/work_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <utility>

#include "tables/csv.h"
#include "tables/table_rows.h"

namespace emrlint::review {
namespace {

using Reader = TableColumn::Reader;
constexpr std::size_t kShown = 12;  // Digits of a fingerprint that people see.

constexpr std::array<TableColumn, 23> kColumns = {{
    {"state", {"状态", "state"}},
    {"severity", {"级别", "severity"}},
    {"due", {"时限", "due"}},
    {"department", {"科室", "department"}},
    {"doctor", {"医师", "doctor"}, Reader::kProgram},
    {"chart", {"病历", "chart"}},
    {"score", {"病历得分", "score"}},
    {"points", {"扣分", "points"}},
    {"veto", {"单项否决", "veto"}, Reader::kProgram},
    {"check", {"检查", "check"}},
    {"short", {"指纹", "finding"}, Reader::kPerson},
    {"message", {"问题", "message"}},
    {"fingerprint", {"指纹", "fingerprint"}, Reader::kProgram},
    {"document", {"文书", "document"}, Reader::kProgram},
    {"place", {"位置", "place"}, Reader::kProgram},
    {"reviewer", {"审核人", "reviewer"}, Reader::kProgram},
    {"verdict", {"审核结论", "verdict"}, Reader::kProgram},
    {"appeal", {"申诉", "appeal"}, Reader::kProgram},
    {"decision", {"申诉结论", "decision"}, Reader::kProgram},
    {"rectification", {"整改", "rectification"}, Reader::kProgram},
    {"comment", {"备注", "comment"}, Reader::kProgram},
    {"by", {"操作人", "by"}, Reader::kProgram},
    {"revision", {"版本", "revision"}, Reader::kProgram},
}};

constexpr std::array<StateName, 3> kSeverities = {{
    {"error", {"必改", "error"}},
    {"warning", {"建议", "warning"}},
    {"note", {"提示", "note"}},
}};

Word word(const StateName& name) { return {name.id, name.text}; }

Cell severity_cell(const std::string& id) {
  for (const StateName& name : kSeverities) {
    if (name.id == id) return word(name);
  }
  return id;
}

// Nothing where nobody said anything.
template <typename Enum>
Cell said(Enum state) {
  return state == Enum::kNone ? Cell() : Cell(word(name(state)));
}

// A value of the history: a state is a word of a closed list.
Cell value_cell(Field field, const std::string& value) {
  if (value.empty()) return {};
  if (field == Field::kVerdict) return said(verdict_from(value).value_or(Verdict::kNone));
  if (field == Field::kDecision) return said(decision_from(value).value_or(Decision::kNone));
  if (field != Field::kRectification) return value;
  return word(name(rectification_from(value).value_or(Rectification::kUnmodified)));
}

std::string place_of(const WorkRow& row) {
  return row.line == 0 ? row.path : row.path + ":" + std::to_string(row.line);
}

std::vector<Cell> cells_of(const WorkRow& row, Lang lang) {
  const Review& review = row.review;
  return {word(name(row.state)),
          severity_cell(row.severity),
          row.due,
          row.department,
          row.doctor,
          review.chart,
          row.score,
          row.points,
          row.veto ? Cell(std::string_view(lang == Lang::kZh ? "是" : "yes")) : Cell(),
          review.check,
          review.fingerprint.substr(0, kShown),
          lang == Lang::kZh ? row.zh : row.en,
          review.fingerprint,
          row.document,
          place_of(row),
          review.reviewer,
          said(review.verdict),
          review.appeal,
          said(review.decision),
          word(name(review.rectification)),
          review.comment,
          Cell(),
          static_cast<std::uint64_t>(review.revision)};
}

// Which cell of each row a column of the sheet is.
class SheetColumns {
 public:
  explicit SheetColumns(std::span<const CsvCell> header) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      for (const TableColumn& column : kColumns) {
        if (column.reader == Reader::kPerson) continue;
        if (header[i].text == column.id || header[i].text == column.title.zh) {
          places_.emplace_back(column.id, i);
        }
      }
    }
  }

  bool has(std::string_view id) const { return place(id).has_value(); }
  // Without line ends of other systems; blank where the sheet has no such column.
  std::string cell(std::span<const CsvCell> row, std::string_view id) const {
    const std::optional<std::size_t> at = place(id);
    if (!at || *at >= row.size()) return {};
    std::string text(without_guard(row[*at].text));
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    return text;
  }

 private:
  std::optional<std::size_t> place(std::string_view id) const {
    for (const auto& [known, at] : places_) {
      if (known == id) return at;
    }
    return std::nullopt;
  }

  std::vector<std::pair<std::string_view, std::size_t>> places_;
};

std::optional<std::int64_t> number_in(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

Error at_line(const std::string& place, const Error& error) {
  return {place + "：" + error.zh, place + ": " + error.en, {}};
}

Result<Entry> entry_of(const SheetColumns& columns, std::span<const CsvCell> row,
                       const std::string& place, const Act& act) {
  Entry entry;
  entry.sheet = true;
  entry.place = place;
  entry.act = act;
  entry.finding.fingerprint = columns.cell(row, "fingerprint");
  entry.finding.chart = columns.cell(row, "chart");
  entry.finding.check = columns.cell(row, "check");
  const std::string by = columns.cell(row, "by");
  if (!by.empty()) entry.act.by = by;
  for (int field = 0; field < kFields; ++field) {
    const auto which = static_cast<Field>(field);
    std::string value = columns.cell(row, name(which).id);
    if (!value.empty()) entry.changes.push_back({which, std::move(value)});
  }
  const std::string revision = columns.cell(row, "revision");
  if (revision.empty()) return entry;
  entry.seen = number_in(revision);
  if (entry.seen) return entry;
  return at_line(place, {"版本不是数字：" + revision, "the revision is no number: " + revision, {}});
}

}  // namespace

Table work_table(const std::vector<WorkRow>& rows, Lang lang) {
  Table table;
  table.type = "finding";
  table.columns.assign(kColumns.begin(), kColumns.end());
  for (const WorkRow& row : rows) table.rows.push_back(cells_of(row, lang));
  return table;
}

Result<std::vector<Entry>> read_work_table(const std::string& path, std::string bytes,
                                           const Act& act) {
  Result<std::string> text = decoded_table(path, std::move(bytes));
  if (!text) return text.error();
  Csv csv;
  const auto place = [&](TextPlace at) { return path + ":" + std::to_string(at.line); };
  if (const std::optional<CsvFault> fault = split_csv(*text, csv)) {
    return at_line(place(fault->place),
                   {std::string(fault->text.zh), std::string(fault->text.en), {}});
  }
  std::vector<Entry> entries;
  if (csv.rows() == 0) return entries;
  const SheetColumns columns(csv.row(0));
  if (!columns.has("fingerprint")) {
    return at_line(path + ":1", {"首行没有“指纹”（fingerprint）一列，不是导出的工作清单",
                                 "the heading has no column \"fingerprint\": this is no sheet of "
                                 "emrlint worklist or review export",
                                 {}});
  }
  for (std::size_t i = 1; i < csv.rows(); ++i) {
    Result<Entry> entry = entry_of(columns, csv.row(i), place(csv.row(i).front().place), act);
    if (!entry) return entry.error();
    entries.push_back(*std::move(entry));
  }
  return entries;
}

Table history_table(const std::vector<Step>& steps) {
  Table table;
  table.type = "change";
  table.columns = {{"number", {"序号", "number"}},
                   {"at", {"时间", "at"}},
                   {"by", {"操作人", "by"}},
                   {"fingerprint", {"指纹", "fingerprint"}, Reader::kProgram},
                   {"field", {"项目", "field"}},
                   {"before", {"原为", "before"}},
                   {"after", {"改为", "after"}}};
  for (const Step& step : steps) {
    table.rows.push_back({static_cast<std::uint64_t>(step.number), step.act.at, step.act.by,
                          step.fingerprint, word(name(step.field)),
                          value_cell(step.field, step.before),
                          value_cell(step.field, step.after)});
  }
  return table;
}

}  // namespace emrlint::review
