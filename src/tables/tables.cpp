// SPDX-License-Identifier: Apache-2.0
#include "tables/tables.h"

#include <algorithm>
#include <utility>

#include "codes/code_tables.h"
#include "tables/boilerplate_rows.h"
#include "tables/table_info.h"
#include "tables/table_rows.h"

namespace emrlint {
namespace {

template <typename E>
std::optional<E> choice(const TableRow& row, std::string_view column) {
  const std::optional<int> number = row.choice(column);
  if (!number) return std::nullopt;
  return static_cast<E>(*number);
}

std::optional<int> level(const TableRow& row) {
  const std::optional<int> number = row.choice("level");
  if (!number) return std::nullopt;
  return *number + 1;
}

Validity validity(const TableRow& row, TableErrors& errors) {
  const Validity valid{row.day("valid_from"), row.day("valid_until")};
  if (valid.from && valid.until && *valid.until < *valid.from) {
    errors.add(row.place("valid_until"), "列valid_until（停用日期）早于启用日期",
               "column valid_until: the last day is before the first");
  }
  return valid;
}

template <typename Row>
void index(Listed<Row>& table, const Row& row, std::string_view code, std::string_view name) {
  const auto number = static_cast<std::uint32_t>(table.rows.size());
  table.by_code.add(code, number);
  table.by_name.add(name, number);
  if (code.empty()) table.uncoded.add(name, number);
  table.rows.push_back(row);
}

template <typename Row>
void index(Named<Row>& table, Row row, const TableRow& source) {
  const auto number = static_cast<std::uint32_t>(table.rows.size());
  table.names.add(source.text("name"), number);
  for (const std::string_view name : source.list("synonyms")) table.names.add(name, number);
  table.rows.push_back(std::move(row));
}

template <typename Row>
void seal(Listed<Row>& table) {
  table.by_code.seal();
  table.by_name.seal();
  table.uncoded.seal();
}

template <typename Row>
void seal(Named<Row>& table) {
  table.names.seal();
}

}  // namespace

// Fills the tables of one run from checked rows.
class TableBuilder {
 public:
  TableBuilder(Tables& tables, const TableRows& rows, TableErrors& errors)
      : tables_(tables), rows_(rows), errors_(errors) {}

  void build(TableKind kind) {
    switch (kind) {
      case TableKind::kCalendar:
        return calendar();
      case TableKind::kSurgeryLevels:
        return fill(tables_.surgery_levels_, [&](auto& table, const TableRow& row) {
          const std::string_view code = row.text("code"), name = row.text("name");
          index(table, {code, name, level(row).value_or(0), valid(row)}, code, name);
        });
      case TableKind::kSurgeonAuthorisations:
        return fill(tables_.authorisations_, [&](auto& table, const TableRow& row) {
          const std::string_view id = row.text("staff_id"), name = row.text("name");
          index(table, {id, name, row.text("code"), row.text("procedure"), level(row), valid(row)},
                id, name);
        });
      case TableKind::kRestrictedTechnologies:
        return technologies(tables_.restricted_);
      case TableKind::kNewTechnologies:
        return technologies(tables_.new_technologies_);
      case TableKind::kAntibiotics:
        return fill(tables_.antibiotics_, [&](auto& table, const TableRow& row) {
          index(table,
                Antibiotic{row.text("name"), choice<AntibioticClass>(row, "class"), valid(row)},
                row);
        });
      case TableKind::kDrugClasses:
        return fill(tables_.drug_classes_, [](auto& table, const TableRow& row) {
          index(table, DrugClasses{row.text("name"), row.list("class")}, row);
        });
      case TableKind::kCriticalLimits:
        return fill(tables_.critical_limits_,
                    [&](auto& table, const TableRow& row) { critical_limit(table, row); });
      case TableKind::kStaff:
        return fill(tables_.staff_, [&](auto& table, const TableRow& row) {
          const std::string_view id = row.text("id"), name = row.text("name");
          index(table,
                {id, name, row.text("department"),
                 choice<Title>(row, "title").value_or(Title::kUnknown),
                 choice<AntibioticClass>(row, "antibiotic"), valid(row)},
                id, name);
        });
      case TableKind::kBoilerplate:
        tables_.boilerplate_ = built_in_boilerplate();
        return add_boilerplate(rows_, *tables_.boilerplate_, errors_);
      case TableKind::kCount:
        break;
    }
  }

 private:
  template <typename Table, typename Add>
  void fill(Table& table, Add add) {
    table = {};
    table.rows.reserve(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) add(table, rows_[i]);
    seal(table);
  }

  Validity valid(const TableRow& row) { return validity(row, errors_); }

  void calendar() {
    if (rows_.size() == 0) return tables_.calendar_.reset();
    WorkCalendar calendar;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const std::optional<std::chrono::sys_days> day = rows_[i].day("date");
      if (day) calendar.add(*day, rows_[i].choice("day") == 1);
    }
    calendar.finish();
    tables_.calendar_ = std::move(calendar);
  }

  void technologies(Listed<Technology>& into) {
    fill(into, [&](auto& table, const TableRow& row) {
      const std::string_view code = row.text("code"), name = row.text("name");
      index(table, {code, name, valid(row)}, code, name);
    });
  }

  void critical_limit(Listed<CriticalLimit>& table, const TableRow& row) {
    CriticalLimit limit{row.text("analyte"),   row.text("unit"), row.number("low"),
                        row.number("high"),    Sex::kUnknown,    row.whole("age_from"),
                        row.whole("age_until")};
    if (const std::optional<int> sex = row.choice("sex")) {
      limit.sex = *sex == 0 ? Sex::kMale : Sex::kFemale;
    }
    if (limit.low && limit.high && *limit.high < *limit.low) {
      errors_.add(row.place("high"), "列high（高限）小于低限", "column high: less than low");
    }
    const auto number = static_cast<std::uint32_t>(table.rows.size());
    for (const std::string_view name : row.list("synonyms")) table.by_name.add(name, number);
    index(table, limit, {}, limit.analyte);
  }

  Tables& tables_;
  const TableRows& rows_;
  TableErrors& errors_;
};

Within Validity::covers(const std::optional<Time>& at) const {
  if (!from && !until) return Within::kYes;
  if (!at) return Within::kUnknown;
  const std::chrono::sys_days first = at->local_day();
  const auto last =
      std::chrono::floor<std::chrono::days>(at->latest() + std::chrono::minutes(at->offset));
  if ((from && last < *from) || (until && first > *until)) return Within::kNo;
  const bool whole = (!from || first >= *from) && (!until || last <= *until);
  return whole ? Within::kYes : Within::kUnknown;
}

Tables::Tables() = default;
Tables::Tables(Tables&&) noexcept = default;
Tables& Tables::operator=(Tables&&) noexcept = default;
Tables::~Tables() = default;

const CodeTables& Tables::codes() const {
  static const CodeTables none;
  return codes_ ? *codes_ : none;
}
void Tables::set_codes(CodeTables codes) {
  codes_ = std::make_unique<CodeTables>(std::move(codes));
}

const Boilerplate& Tables::boilerplate() const {
  return boilerplate_ ? *boilerplate_ : built_in_boilerplate();
}

const Tables& Tables::none() {
  static const Tables tables;
  return tables;
}

std::optional<Error> Tables::read(TableKind kind, const std::string& path, std::string bytes) {
  Result<std::string> text = decoded_table(path, std::move(bytes));
  if (!text) return text.error();
  TableErrors errors(path);
  texts_.push_back(*std::move(text));
  const TableRows rows = read_rows(table_info(kind), texts_.back(), errors);
  if (auto error = errors.all()) return error;
  TableBuilder(*this, rows, errors).build(kind);
  if (auto error = errors.all()) return error;
  loaded_.set(static_cast<std::size_t>(kind), rows.size() > 0);
  return std::nullopt;
}

}  // namespace emrlint
